"""Suggestions judged by people: accepted, rejected, and either taken back. The machine itself judges nothing."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.timesince import timesince

from claims.errors import Refused, Stale
from claims.models import Article, Suggestion
from claims.models.suggestion import OF_ONE_VERSION
from claims.services import accepting, log, offers, reading_list, roles
from claims.vocabulary import SuggestionKind, SuggestionState, Verb

# A key pressed by accident must not take back what was judged on another day.
UNDO_WITHIN = timedelta(hours=8)
NOTHING_TO_UNDO = "There is no judgement of yours to take back from the last hours."
ON_ITS_OWN_PAGE = "Say on the page of the link why it still holds; the words suggested here are marked there."
MOST_AT_ONCE = 5_000


def check_acceptance(*, suggestion, by):
    """Raise `Refused` unless `by` may accept `suggestion` now."""
    roles.must_annotate(by)
    must_be_pending(suggestion)
    if suggestion.kind == SuggestionKind.ANCHOR:
        raise Refused(ON_ITS_OWN_PAGE)
    accepting.check(suggestion, by)


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
    `evidence.link_words`, `links.revise` or `claims.merge`, whose refusals and warnings are raised as they are.
    """
    suggestion = _lock(suggestion)
    check_acceptance(suggestion=suggestion, by=by)
    result, kept = accepting.make(suggestion, edits or {}, acknowledged, by)
    suggestion.kept_start, suggestion.kept_end = (kept.start, kept.end) if kept else (None, None)
    suggestion.result_noun, suggestion.result_id = log.NOUNS[type(result)], result.pk
    _judge([suggestion], SuggestionState.ACCEPTED, by)
    log.record(by=by, verb=Verb.ACCEPTED, on=suggestion, after=_told(suggestion) | {"result": result.pk})
    return suggestion


@transaction.atomic
def reject(*, suggestion, by, reason=""):
    """Put `suggestion` aside for good: it is remembered, and its words are not offered again for the same."""
    suggestion = _lock(suggestion)
    check_rejection(suggestion=suggestion, by=by)
    _judge([suggestion], SuggestionState.REJECTED, by)
    log.record(by=by, verb=Verb.REJECTED, on=suggestion, after=_told(suggestion), reason=reason.strip())
    return suggestion


@transaction.atomic
def reject_all(*, suggestions, by, reason=""):
    """Reject every pending one of the query `suggestions`, in one act that can be taken back; return how many."""
    roles.must_annotate(by)
    ids = list(suggestions.pending().order_by("pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
    if len(ids) > MOST_AT_ONCE:
        raise Refused(f"More than {MOST_AT_ONCE:,} suggestions would be rejected at once. Narrow the filter.")
    rows = offers.hold(Suggestion.objects.filter(pk__in=ids).pending())
    if not rows:
        raise Refused("Nothing that is still pending matches this filter.")
    _judge(rows, SuggestionState.REJECTED, by)
    told = {"suggestions": [row.pk for row in rows]}
    log.record(by=by, verb=Verb.REJECTED, on=rows[0], after=told, reason=reason.strip())
    return len(rows)


def last_judgement(by):
    """Return the query of what `by` judged last, in one act, within the last hours; it may hold nothing."""
    mine = _judged_lately(by)
    last = mine.order_by("-decided_at").values_list("decided_at", flat=True).first()
    return mine.filter(decided_at=last) if last else mine.none()


def _judged_lately(by):
    return Suggestion.objects.judged_by(by, since=timezone.now() - UNDO_WITHIN)


@transaction.atomic
def undo(*, by):
    """Take back the last judgement of `by`: its suggestions are pending again, what was made is taken back.

    Raises `Refused` where others have built on what was made; then nothing changes.
    """
    check_undo(by=by)
    judged = _lock_all(last_judgement(by))
    if not judged:  # the same person, a moment before
        raise Refused(NOTHING_TO_UNDO)
    for suggestion in judged:
        if suggestion.state == SuggestionState.ACCEPTED:
            accepting.take_back(suggestion, by)
    _put_back(judged)
    log.record(by=by, verb=Verb.UNDONE, on=judged[0], after={"suggestions": [one.pk for one in judged]})
    return judged


def _put_back(judged):
    """Offer `judged` again. Where the text is another by now it is stale; what takes its place is looked for."""
    articles = Article.objects.filter(pk__in={one.version.article_id for one in judged})
    newest = set(articles.with_newest_version().values_list("newest_version_id", flat=True))
    pending, stale = [], []
    for one in judged:
        outdated = one.kind in OF_ONE_VERSION and one.version_id not in newest
        (stale if outdated else pending).append(one)
    _judge(pending, SuggestionState.PENDING, None)
    _judge(stale, SuggestionState.STALE, None)
    reading_list.add_suggested(judged)


def _lock(suggestion):
    """Return the row of `suggestion`, held until the transaction ends: articles first, then these, then claims."""
    Article.objects.lock(suggestion.version.article)
    return Suggestion.objects.select_for_update(of=["self"]).for_queue().get(pk=suggestion.pk)


def _lock_all(suggestions):
    """Return the rows of a query, the best first, held until the transaction ends, in the same order of locks."""
    articles = Article.objects.filter(versions__suggestions__in=suggestions.values("pk"))
    Article.objects.lock_all(set(articles.values_list("pk", flat=True)))
    # A text may be long, and as many suggestions have it as it has sentences.
    rows = offers.hold(suggestions.select_related("version__article", "claim").defer("version__text"))
    return sorted(rows, key=lambda row: (-row.score, row.pk))


def _judge(suggestions, state, by):
    """Write `state` to all; one moment for all, by which one act is known."""
    now = timezone.now() if by else None
    for suggestion in suggestions:
        suggestion.state, suggestion.decided_by, suggestion.decided_at = state, by, now
        if by is None:
            suggestion.kept_start = suggestion.kept_end = suggestion.result_id = None
            suggestion.result_noun = ""
    judged = ["state", "decided_by", "decided_at", "kept_start", "kept_end", "result_noun", "result_id"]
    Suggestion.objects.bulk_update(suggestions, judged, batch_size=500)


def _told(suggestion):
    return {"kind": suggestion.kind, "rule": suggestion.rule, "claim": suggestion.claim_id}
