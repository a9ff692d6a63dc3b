"""Suggestions judged by people: accepted, rejected, and either taken back. The machine itself judges nothing."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.timesince import timesince

from claims.errors import Refused, Stale
from claims.models import Article, Suggestion
from claims.services import accepting, judgements, log, roles
from claims.vocabulary import SuggestionKind, SuggestionState, Verb

# A key pressed by accident must not take back what was judged on another day.
UNDO_WITHIN = timedelta(hours=8)
JUST_JUDGED = "Somebody judged and took back this in the same moment. Look at it again."
NOTHING_TO_UNDO = "There is no judgement of yours to take back from the last hours."
TAKEN_BACK = "That judgement was taken back already. Your last one is another by now; look at it first."
ON_ITS_OWN_PAGE = "Say on the page of the link why it still holds; the words suggested here are marked there."
# A statement for every few thousand of them: some seconds, in which others wait.
MOST_AT_ONCE = 200_000


def check_acceptance(*, suggestion, by):
    """Raise `Refused` unless `by` may accept `suggestion` now."""
    roles.must_annotate(by)
    must_be_pending(suggestion)
    if suggestion.kind == SuggestionKind.ANCHOR:
        raise Refused(ON_ITS_OWN_PAGE)
    accepting.check(suggestion, by)


def check_linking(*, suggestion, claim, by):
    """Raise `Refused` unless `by` may link the words of `suggestion` to `claim` now, instead of making another."""
    roles.must_annotate(by)
    must_be_pending(suggestion)
    accepting.check_linking(suggestion, claim, by)


def check_rejection(*, suggestion, by):
    """Raise `Refused` unless `by` may reject `suggestion` now."""
    roles.must_annotate(by)
    must_be_pending(suggestion)


def check_undo(*, by):
    """Raise `Refused` unless `by` has a judgement to take back."""
    roles.must_annotate(by)
    if not _judged_lately(by).exists():
        raise Refused(NOTHING_TO_UNDO)


def must_be_pending(suggestion):
    """Raise `Stale` with who was quicker, unless `suggestion` waits to be judged."""
    if suggestion.is_pending:
        return
    if suggestion.state == SuggestionState.STALE:
        raise Stale("This is no longer suggested: the text, the claim or the rules have changed.")
    did = suggestion.get_state_display().lower()
    raise Stale(f"{suggestion.decided_by} {did} this {_ago(suggestion.decided_at)}.")


def _ago(moment):
    if timezone.now() - moment < timedelta(minutes=1):
        return "just now"
    return f"{timesince(moment, depth=1)} ago"


@transaction.atomic
def accept(*, suggestion, by, edits=None, acknowledged=False):
    """Do what `suggestion` offers, with the values in `edits` in place of what it says; return the suggestion.

    What is made is made by the service that a person would have used, in the name of `by`: `claims.make`,
    `evidence.link_words`, `links.revise` or `merging.merge`, whose refusals and warnings are raised as they are.
    With a claim as `linked_to` among `edits`, the words of a suggested claim are linked to that one instead.
    """
    suggestion = _lock(suggestion)
    check_acceptance(suggestion=suggestion, by=by)
    result, kept = accepting.make(suggestion, edits or {}, acknowledged, by)
    suggestion.kept_start, suggestion.kept_end = (kept.start, kept.end) if kept else (None, None)
    suggestion.result_noun, suggestion.result_id = log.NOUNS[type(result)], result.pk
    judgements.write_accepted(suggestion, by)
    made = {"result": result.pk} | {name: (edits or {})[name] for name in ("linked_to",) if name in (edits or {})}
    log.record(by=by, verb=Verb.ACCEPTED, on=suggestion, after=_told(suggestion) | made)
    return suggestion


@transaction.atomic
def reject(*, suggestion, by, copies=(), reason=""):
    """Put `suggestion` aside for good: it is remembered, and its words are not offered again for the same.

    `copies` are keys of others of its fold, which are put aside in the same act as far as they are pending.
    """
    roles.must_annotate(by)
    alike = Q(fold__isnull=False, fold=suggestion.fold, pk__in=copies)
    keys = judgements.hold(Suggestion.objects.filter(Q(pk=suggestion.pk) | alike))
    suggestion = Suggestion.objects.for_queue().get(pk=suggestion.pk)
    check_rejection(suggestion=suggestion, by=by)
    if suggestion.pk not in keys:
        raise Stale(JUST_JUDGED)
    judgements.write(keys, SuggestionState.REJECTED, by)
    told = _told(suggestion) | ({"suggestions": keys} if len(keys) > 1 else {})
    log.record(by=by, verb=Verb.REJECTED, on=suggestion, after=told, reason=reason.strip())
    return Suggestion.objects.for_queue().get(pk=suggestion.pk)


@transaction.atomic
def reject_all(*, suggestions, by, reason=""):
    """Reject every pending one of the query `suggestions`, in one act that can be taken back; return how many."""
    roles.must_annotate(by)
    keys = judgements.hold(suggestions, most=MOST_AT_ONCE + 1)
    if len(keys) > MOST_AT_ONCE:
        raise Refused(f"More than {MOST_AT_ONCE:,} suggestions would be rejected at once. Narrow the filter.")
    if not keys:
        raise Refused("Nothing that is still pending matches this filter.")
    judgements.write(keys, SuggestionState.REJECTED, by)
    first = Suggestion.objects.get(pk=keys[0])
    log.record(by=by, verb=Verb.REJECTED, on=first, after={"suggestions": keys}, reason=reason.strip())
    return len(keys)


def last_judgement(by):
    """Return the query of what `by` judged last, in one act, within the last hours; it may hold nothing."""
    mine = _judged_lately(by)
    last = mine.order_by("-decided_at").values_list("decided_at", flat=True).first()
    return mine.filter(decided_at=last) if last else mine.none()


def _judged_lately(by):
    return Suggestion.objects.judged_by(by, since=timezone.now() - UNDO_WITHIN)


@transaction.atomic
def undo(*, by, of=None):
    """Take back the last judgement of `by`: its suggestions are pending again, what was made is taken back.

    Returns their keys, the best first. Raises `Refused` where others have built on what was made, and `Stale` where
    the suggestion with the key `of` was judged in another act than the last; both change nothing.
    """
    check_undo(by=by)
    judged = judgements.hold_judged(last_judgement(by))
    if not judged:  # the same person, a moment before
        raise Refused(NOTHING_TO_UNDO)
    if of is not None and of not in {one.pk for one in judged}:
        raise Stale(TAKEN_BACK)
    for suggestion in Suggestion.objects.for_queue().filter(pk=judged[0].pk, state=SuggestionState.ACCEPTED):
        accepting.take_back(suggestion, by)
    judgements.put_back(judged)
    keys = [one.pk for one in judged]
    log.record(by=by, verb=Verb.UNDONE, on=Suggestion.objects.get(pk=keys[0]), after={"suggestions": keys})
    return keys


def _lock(suggestion):
    """Return the row of `suggestion`, held until the transaction ends: articles first, then these, then claims."""
    Article.objects.lock(suggestion.version.article)
    return Suggestion.objects.select_for_update(of=["self"]).for_queue().get(pk=suggestion.pk)


def _told(suggestion):
    return {"kind": suggestion.kind, "rule": suggestion.rule, "claim": suggestion.claim_id}
