"""A suspended link or an undated article judged in the queue: at once, or with what the form holds."""

from datetime import date

from django.views.decorators.http import require_POST

from claims.errors import NotAllowed, Refused, Stale
from claims.forms.claims import ReasonForm
from claims.forms.waiting import DateForm
from claims.reports.waiting_cases import days_of
from claims.services import dating, links, reaffirming
from claims.views.acts import ActView
from claims.views.reaffirming import ReaffirmFormMixin
from claims.views.waiting import kind_named, refuse, show
from claims.views.waiting_kinds import Line
from claims.views.waiting_stage import render_waiting

CHANGED = "What this article says of its date has changed since you looked. Look again; nothing was done."


def judge(request, slug, pk, act):
    """Do `act` with the row whose key is `pk`, and go on to the next; where it is refused, say so beside it."""
    line = Line(request, kind_named(slug))
    item = line.get_or_404(pk)
    following = line.next(item)
    try:
        told = act(item)
    except NotAllowed:
        raise
    except Refused as refused:
        return refuse(request, line.kind, item, refused)
    return go_on(request, line.kind, following, told)


def go_on(request, kind, following, told):
    """Show what came next, unless it was settled by the same act; the first of all then."""
    fresh = Line(request, kind)
    if following is None or following.pk not in fresh.keys:
        following = fresh.next()
    return show(request, fresh, following, told)


@require_POST
def stale_accept(request, pk):
    """Re-affirm a link on the same words in other type."""

    def act(link):
        reaffirming.check(link=link, by=request.user)
        reaffirming.reaffirm_as_typed(link=link, by=request.user, words=request.POST.get("words"))
        return f"The link of {link.claim.label} counts again."

    return judge(request, "stale", pk, act)


@require_POST
def undated_take(request, pk):
    """Say that an article was published on a day that was found for it."""

    def act(article):
        version = _number(request.POST.get("version", ""))
        dating.check_dating(article=article, by=request.user)
        day = next((one for one in days_of(article, article.newest_version()) if _is(one, request)), None)
        if day is None:
            raise Stale(CHANGED)
        said = {"published_on": day.day, "basis": day.basis, "reason": day.reason, "version": version}
        dating.date(article=article, by=request.user, **said)
        return f"“{article}” was published on {day.day:%-d %B %Y}."

    return judge(request, "undated", pk, act)


def _is(day, request):
    return day.day.isoformat() == request.POST.get("day")


@require_POST
def undated_dismiss(request, pk):
    """Record that an article does not say when it was published."""

    def act(article):
        dating.dismiss(article=article, by=request.user, version=_number(request.POST.get("version", "")))
        return f"“{article}” cannot be dated; it comes back with a new version."

    return judge(request, "undated", pk, act)


def _number(sent):
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else None


class WaitingActView(ActView):
    """An act with a form in the place of the buttons; `form_title` and `submit` are its words."""

    slug = form_title = submit = ""
    danger = False

    def load(self, pk):
        self.line = Line(self.request, kind_named(self.slug))
        self.item = self.line.get_or_404(pk)
        self.following = self.line.next(self.item)

    def refuse(self, refused):
        """Say why not; what was typed stays to be read."""
        if self.request.method == "POST":
            return super().refuse(refused)
        return refuse(self.request, self.line.kind, self.item, refused)

    def get(self, request, *args, **kwargs):
        return self.show(self.get_form())

    def form_valid(self, form):
        self.told = ""
        response = super().form_valid(form)
        return go_on(self.request, self.line.kind, self.following, self.told) if self.told else response

    def act(self, form):
        self.told = self.do(form)
        return self.line.address()

    def do(self, form):
        """Call the service; return what was done, in a sentence."""
        raise NotImplementedError

    def form_invalid(self, form, status=422, **context):
        return self.show(form, status=status, **context)

    def show(self, form, status=200, **context):
        item = self.line.get(self.item.pk)
        return render_waiting(self.request, self.line.kind, item, status=status, form=form, view=self, **context)


class StaleActView(WaitingActView):
    slug = "stale"

    def check(self):
        reaffirming.check(link=self.item, by=self.request.user)


class StaleReaffirmView(ReaffirmFormMixin, StaleActView):
    """Re-affirm a link on the words that stand for the old ones now, for a reason."""

    form_title = "Re-affirm the link"
    submit = "Re-affirm"

    def load(self, pk):
        super().load(pk)
        self.look_for_place(self.item)

    def get_form(self, *args):
        """Return the form; with words in it already, what is missing is the reason."""
        form = super().get_form(*args)
        if self.place:
            form.fields["reason"].widget.attrs["autofocus"] = True
        return form

    def do(self, form):
        self.reaffirm(self.item, form)
        return f"The link of {self.item.claim.label} counts again."


class StaleWithdrawView(StaleActView):
    form_class = ReasonForm
    form_title = "Withdraw the link"
    submit = "Withdraw"
    danger = True

    def do(self, form):
        links.withdraw(link=self.item, reason=form.cleaned_data["reason"], by=self.request.user)
        return f"The link of {self.item.claim.label} was withdrawn."


class UndatedDateView(WaitingActView):
    """Say on which day an article was published, and how one knows."""

    slug = "undated"
    form_class = DateForm
    form_title = "Type the date"
    submit = "Set the date"

    def check(self):
        dating.check_dating(article=self.item, by=self.request.user)

    def get_initial(self):
        return {"version": self.item.newest_version().number}

    def do(self, form):
        dating.date(article=self.item, by=self.request.user, **form.cleaned_data)
        day: date = form.cleaned_data["published_on"]
        return f"“{self.item}” was published on {day:%-d %B %Y}."
