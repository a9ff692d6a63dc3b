"""What can be done to one piece of work in the queue: the buttons with their keys, and why one of them cannot act."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from claims.services import dating, reaffirming
from claims.services.roles import refusal
from claims.views.claim_controls import control

ACCEPT, EDIT, REJECT = "queue.accept", "queue.edit", "queue.reject"


@dataclass(frozen=True, slots=True)
class Act:
    """A button, and the `name` of its key.

    `how` it acts: "post" does it at once and stays here, "form" asks in this place, "page" on a page of its own, and
    "send" does it at once and comes back. `sends` is what is posted; `refused` says why it cannot act now.
    """

    name: str
    label: str
    url: str
    how: str
    look: str = ""
    refused: str = ""
    sends: dict = field(default_factory=dict)

    @property
    def stays(self):
        """Whether the answer takes the place of what is shown; it is another page else."""
        return self.how in ("post", "form")

    @property
    def is_sent(self):
        return self.how in ("post", "send")


def acts_on(line, case, following):
    """Return the acts on what `case` shows; after one that leaves the queue, the person comes back to `following`."""
    return MAKERS[line.kind.slug](line, case, following)


def _proposals(line, case, following):
    back = urlencode({"next": line.address(following)})

    def page(name, key, label, look=""):
        """The act `name` of the claim's own page, on that page, with the way back from there."""
        found = control(name, case.claim, line.user)
        return Act(key, label, f"{found.url}?{back}", "page", look, found.refusal or "")

    yield page("decide", ACCEPT, "Decide…", "primary")
    if case.own:
        url = f"{reverse('proposal-withdraw', args=[case.own.pk])}?{back}"
        yield Act(REJECT, "Withdraw mine", url, "send", "danger")
    else:
        yield page("propose", EDIT, "Propose another…")
        yield page("send-back", REJECT, "Send back…", "danger")


def _asked(line, case, following):
    back = urlencode({"next": line.address(following)})
    found = control("propose", case.claim, line.user)
    yield Act(ACCEPT, "Propose…", f"{found.url}?{back}", "page", "primary", found.refusal or "")


def _stale(line, case, following):
    link = case.link
    refused = refusal(reaffirming.check, link=link, by=line.user) or ""
    form = line.act("stale-reaffirm", link)
    if case.is_exact:
        sends = {"words": case.place.words}
        yield Act(ACCEPT, "Re-affirm", line.act("stale-accept", link), "post", "primary", refused, sends)
        yield Act(EDIT, "Other words…", form, "form", refused=refused)
    else:
        yield Act(ACCEPT, "Re-affirm…", form, "form", "primary", refused)
    yield Act(REJECT, "Withdraw…", line.act("stale-withdraw", link), "form", "danger", refused)


def _undated(line, case, following):
    article = case.article
    refused = refusal(dating.check_dating, article=article, by=line.user) or ""
    version = {"version": case.version.number}
    if case.days:
        first = case.days[0].day
        sends = {"day": first.isoformat()} | version
        take = line.act("undated-take", article)
        yield Act(ACCEPT, f"Take {first:%-d %b %Y}", take, "post", "primary", refused, sends)
    look = "" if case.days else "primary"
    yield Act(EDIT, "Type a date…", line.act("undated-date", article), "form", look, refused)
    dismiss = line.act("undated-dismiss", article)
    yield Act(REJECT, "Cannot be dated", dismiss, "post", "danger", refused, version)


MAKERS = {"proposals": _proposals, "asked": _asked, "stale": _stale, "undated": _undated}
