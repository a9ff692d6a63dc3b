from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from claims.models import Article
from claims.reports.desk import cards_for
from claims.reports.news import news_for
from claims.services.desk import mark_seen


class DeskView(TemplateView):
    """The home page: what waits for this person, and what others did since they last caught up."""

    template_name = "claims/desk.html"

    def get_context_data(self, **kwargs):
        user, now = self.request.user, timezone.now()
        cards = cards_for(user)
        lines, has_more = news_for(user, since=user.desk_seen_at)
        return super().get_context_data(
            cards=[card for card in cards if card.count],
            quiet=[card.title for card in cards if not card.count],
            has_articles=Article.objects.exists(),
            lines=lines,
            has_more=has_more,
            # What happens from here on is not on the page, so marking the page as seen leaves it new.
            until=now,
            **kwargs,
        )


@require_POST
def desk_seen(request):
    """Mark as seen what the page showed, up to the moment `until` that it sends back."""
    mark_seen(by=request.user, until=_moment(request.POST.get("until", "")))
    return redirect("desk")


def _moment(sent):
    """Return the moment that `sent` names, or None where it names none."""
    try:
        moment = parse_datetime(sent)
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None
