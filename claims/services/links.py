"""Links: a claim tied to a passage. Made, withdrawn, superseded; never edited."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Anchor, Claim, Link
from claims.reports.claim_effects import independence_of_copy
from claims.reports.facts import figures_for
from claims.reports.resting import claims_resting_on
from claims.services import figures, link_values, locks, log, passages, reading_list, reanchoring, resting, roles
from claims.vocabulary import AnchorMethod, Standing, State, Uncounted, Verb

# So long may a link be taken back without a reason, by whoever made it; the page that offers it is open no longer.
UNDO_WITHIN = timedelta(hours=1)
# The same, sent again within this time, was sent twice by a double click or by a browser that tries again.
SENT_TWICE_WITHIN = timedelta(minutes=1)
UNDONE = "Undone right after it was made."
COPIED = ("stance", "basis", "independence", "credibility", "occurred_on", "reason")
CLOSED_STATES = {
    State.REJECTED: "{claim} was rejected, so nothing can be linked to it.",
    State.MERGED: "{claim} was merged. Link to the claim that it was merged into.",
}


def check_addition(*, claim, by):
    """Raise `Refused` unless `by` may link passages to `claim` now."""
    roles.must_annotate(by)
    if claim.state in CLOSED_STATES:
        raise Refused(CLOSED_STATES[claim.state].format(claim=claim.label))


def check_change(*, link, by):
    """Raise `Refused` unless `by` may withdraw, revise or re-affirm `link` now."""
    roles.must_annotate(by)
    if not link.is_live:
        raise Refused(f"This link was withdrawn already, by {link.withdrawn_by}.")
    check_links(claim=link.claim, by=by)


def check_links(*, claim, by):
    """Raise `Refused` unless `by` may change the links of `claim` now."""
    roles.must_annotate(by)
    if claim.state in CLOSED_STATES:
        raise Refused(f"{claim.label} is {claim.get_state_display().lower()}; its links stay as they are.")


@transaction.atomic
def add(
    *,
    claim,
    passage,
    stance,
    by,
    basis="",
    independence="",
    credibility=None,
    occurred_on=None,
    reason="",
    acknowledged=False,
):
    """Tie `claim` to `passage` and return the link.

    Raises `Refused` where a rule of evidence forbids it, and `NeedsConfirmation` with the warnings where one speaks
    against it and they were not `acknowledged`.
    """
    claim = Claim.objects.lock(claim)
    check_addition(claim=claim, by=by)
    values = link_values.checked(passage, stance, basis, independence, credibility, occurred_on, reason)
    _must_be_new(claim, passage)
    link_values.must_satisfy_rules(claim, passage, values, acknowledged)
    return _create(claim, passage, values, by)


def _create(claim, passage, values, by, supersedes=None, verb=Verb.LINKED, why=""):
    link = Link.objects.create(
        claim=claim, passage=passage, created_at=timezone.now(), created_by=by, supersedes=supersedes, **values
    )
    log.record(
        by=by,
        verb=verb,
        on=link,
        after=values | {"passage": passage, "supersedes": supersedes},
        reason=why or link.reason,
        claim=claim,
        article=passage.article,
        at=link.created_at,
    )
    _touch(claim, link.created_at)
    figures.refresh(claim)
    return link


def _touch(claim, at):
    claim.updated_at = at
    claim.save(update_fields=["updated_at"])
    reading_list.add_claim(claim)


def _must_be_new(claim, passage):
    places = passage.anchors.values_list("version", "start", "end")
    live = Link.objects.filter(claim=claim).live()
    for version, start, end in places:
        same = live.filter(passage__anchors__version=version, passage__anchors__start=start)
        if same.filter(passage__anchors__end=end).exists():
            raise Refused(f"These words are linked to {claim.label} already. Revise that link, or withdraw it first.")


@transaction.atomic
def withdraw(*, link, reason, by):
    """Take `link` back, for `reason`. It stays on record and no longer counts."""
    claim, link = _lock_live(link, by)
    reason = roles.must_say(reason, "Say why the link is withdrawn.")
    told = {"suspended": True} if is_suspended(link) else {}
    _withdraw(link, reason, by)
    article = link.passage.article
    log.record(by=by, verb=Verb.WITHDRAWN, on=link, after=told, reason=reason, claim=claim, article=article)
    _touch(claim, link.withdrawn_at)
    figures.refresh(claim)
    return link


def check_undoing(*, link, by):
    """Raise `Refused` unless `by` made `link` just now and may take that back."""
    check_change(link=link, by=by)
    if link.created_by_id != by.pk:
        raise Refused(
            f"{link.created_by} made this link, so only they can undo it. You can withdraw it for a reason."
        )
    if timezone.now() - link.created_at > UNDO_WITHIN:
        raise Refused("The link was made too long ago to be undone. Withdraw it and say why.")


@transaction.atomic
def undo(*, link, by):
    """Take back the link that `by` made just now: it is withdrawn, and the log says that it was undone."""
    _, live = _lock_live(link, by)
    check_undoing(link=live, by=by)
    return withdraw(link=live, reason=UNDONE, by=by)


def _lock_live(link, by):
    """Return the locked claim and its link when that may change."""
    claim = locks.hold_link(link)
    link = Link.objects.select_related("passage__article", "claim").get(pk=link.pk)
    check_change(link=link, by=by)
    return claim, link


def _withdraw(link, reason, by):
    link.withdrawn_at, link.withdrawn_by, link.withdrawn_reason = timezone.now(), by, reason
    link.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    resting_on_it = claims_resting_on(Link.objects.filter(pk=link.pk))
    why = f"The link to {link.claim.label} on which the decision rests was withdrawn: {reason}"
    resting.flag_unfounded(resting_on_it, why=why, by=by)


@transaction.atomic
def revise(
    *,
    link,
    stance,
    why,
    by,
    basis="",
    independence="",
    credibility=None,
    occurred_on=None,
    reason="",
    acknowledged=False,
):
    """Replace `link` by one that says something else of the same passage, and return that one.

    The old link is withdrawn with `why`; both stay on record.
    """
    claim, link = _lock_live(link, by)
    why = roles.must_say(why, "Say why the link changes.")
    values = link_values.checked(link.passage, stance, basis, independence, credibility, occurred_on, reason)
    if says(link, values):
        raise Refused("Nothing was changed.")
    _withdraw(link, why, by)
    link_values.must_satisfy_rules(claim, link.passage, values, acknowledged)
    return _create(claim, link.passage, values, by, supersedes=link, verb=Verb.CHANGED, why=why)


def says(link, values):
    """Whether `link` says all of `values`, which were checked."""
    return all(getattr(link, name) == value for name, value in values.items())


def is_suspended(link):
    """Whether `link` stands but does not count until a person re-affirms it (E8)."""
    uncounted = figures_for([link.claim])[link.claim_id].uncounted
    return uncounted.get(link.pk) == Uncounted.SUSPENDED


@transaction.atomic
def reaffirm(*, link, reason, by, quote="", near=0):
    """Say that a suspended link still holds, and return the link that counts from now on.

    Where the passage has no place in the newest version, `quote` marks the words that stand for it there now. Where
    the article was withdrawn, the link is made anew, with the old one on record.
    """
    locks.hold_article(link.passage.article)
    claim, link = _lock_live(link, by)
    reason = roles.must_say(reason, "Say why the link still holds.")
    if not is_suspended(link):
        raise Refused("This link counts already; there is nothing to re-affirm.")
    _place_anew(link.passage, quote, near, by)
    if link.passage.article.standing == Standing.WITHDRAWN:
        return _renew(link, claim, reason, by)
    log.record(by=by, verb=Verb.REAFFIRMED, on=link, reason=reason, claim=claim, article=link.passage.article)
    _touch(claim, timezone.now())
    figures.refresh_for_article(link.passage.article)
    return link


def _place_anew(passage, quote, near, by):
    newest = passage.article.newest_version()
    if passage.anchors.filter(version=newest).exists():
        return
    version, span = passages.locate(passage.article, quote, near=near)
    Anchor.objects.create(
        passage=passage,
        version=version,
        start=span.start,
        end=span.end,
        method=AnchorMethod.MANUAL,
        created_at=timezone.now(),
        created_by=by,
    )
    reanchoring.settle(passage, version, span, by=by)


def _renew(link, claim, reason, by):
    values = {name: getattr(link, name) for name in COPIED}
    _withdraw(link, f"Re-affirmed: {reason}", by)
    return _create(claim, link.passage, values, by, supersedes=link, verb=Verb.REAFFIRMED, why=reason)


def copy(*, link, to, by):
    """Tie the passage of `link` to the new claim `to`, to be judged anew; return that link.

    It says the same, but counts for no outcome and no origin before a person says that it is independent.
    """
    values = {name: getattr(link, name) for name in COPIED} | {"independence": independence_of_copy(link)}
    return _create(to, link.passage, values, by, why=f"Copied from {link.claim.label}, to be judged anew.")


def make_anew(*, link, passage, why, by):
    """Put in place of `link`, which may be withdrawn by now, one that says the same of `passage`; return that one.

    Whoever does so to several links holds their article with all of its claims before.
    """
    claim = locks.hold_link(link)
    check_links(claim=claim, by=by)
    if Link.objects.filter(supersedes=link).exists():
        raise Refused("The link was revised since; look at it on the page of its claim.")
    if link.is_live:
        _withdraw(link, why, by)
    _must_be_new(claim, passage)
    values = {name: getattr(link, name) for name in COPIED}
    return _create(claim, passage, values, by, supersedes=link, verb=Verb.UNDONE, why=why)
