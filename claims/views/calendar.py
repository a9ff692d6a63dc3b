from datetime import timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from claims.forms.calendar import CalendarForm
from claims.reports import calendar
from claims.reports.date_chain import days_of, newest_dates
from claims.reports.month import Month

ROWS = 100
MOST_DOWNLOADED = 1000


class CalendarView(TemplateView):
    """What falls due in a month; of one day everything, as a list in pages."""

    template_name = "claims/calendar.html"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        form = CalendarForm(self.request.GET, today=today)
        asked = form.asked()
        claims = calendar.scheduled(self.request.user, mine=asked["mine"], topic=asked["topic"])
        if asked["day"]:
            shown = self._day(claims, asked["day"], today)
        elif self.request.GET.get("as") == "list":
            shown = self._list(claims, asked["month"], today)
        else:
            shown = self._month(claims, asked["month"], today)
        return super().get_context_data(form=form, today=today, this_month=Month.of(today), **shown, **kwargs)

    def _month(self, claims, month, today):
        user = self.request.user
        page = calendar.month_page(claims, month, user=user, today=today)
        overdue, more = calendar.lately_overdue(claims, user=user, today=today) if today in month else ((), 0)
        return {"page": page, "month": month, "overdue": overdue, "more_overdue": more}

    def _list(self, claims, month, today):
        last = max(day for week in month.weeks() for day in week if day in month)
        return {"month": month, "rows": self._rows(claims, month.first, last, today)}

    def _day(self, claims, day, today):
        return {"month": Month.of(day), "day": day, "rows": self._rows(claims, day, day, today)}

    def _rows(self, claims, first, last, today):
        """Return a page of what falls due from `first` to `last`, the claims of that page alone loaded."""
        dues = calendar.dues_between(claims, first, last, user=self.request.user, today=today)
        page = Paginator(dues, ROWS).get_page(self.request.GET.get("page"))
        page.object_list = calendar.filled(page.object_list)
        return page


@require_safe
def calendar_file_of_dues(request):
    """What falls due, from a month ago on, as a calendar file with the filters of the page."""
    asked = CalendarForm(request.GET, today=timezone.localdate()).asked()
    claims = calendar.scheduled(request.user, mine=asked["mine"], topic=asked["topic"])
    dues = calendar.to_come(claims, today=timezone.localdate(), most=MOST_DOWNLOADED)
    file = icalendar.Calendar.new(name="Factcheck desk", prodid="-//Factcheck//Desk//EN")
    newest = newest_dates([claim.pk for claim in dues])
    for claim in dues:
        file.add_component(_event(claim, newest.get(claim.pk), request))
    answer = HttpResponse(file.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="factcheck-due.ics"'
    return answer


def _event(claim, newest, request):
    what = "window ends" if claim.window_end else "to look at again"
    start = f"The window begins on {date_format(claim.window_start, 'j F Y')}." if claim.window_start else ""
    moved = f"Rescheduled: now {days_of(newest)}, {newest.label}. {newest.date_doubt}".strip() if newest else ""
    event = icalendar.Event.new(
        # For good the same, under whichever name the desk was asked, so that a second download changes an event
        # rather than doubling it.
        uid=f"claim-{claim.number}@{urlsplit(settings.FACTCHECK_URL).hostname or 'factcheck'}",
        stamp=claim.updated_at,
        start=claim.due_on,
        end=claim.due_on + timedelta(days=1),
        summary=f"{claim.label} {what}: {claim.statement}",
        description=f"{claim.statement}\n{start}\n{moved}\n{claim.criteria}".strip(),
        url=request.build_absolute_uri(claim.get_absolute_url()),
    )
    event.add("transp", "TRANSPARENT")
    return event
