"""Whether an event that a passage tells of is called off, called false or denied there: that event, and no other."""

from claims.text.evidence import cues
from claims.text.evidence.calling_false import calls_false
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.denying import denials_in
from claims.text.evidence.events import events_in
from claims.text.evidence.governing import governed
from claims.text.evidence.irregular import same_in
from claims.text.evidence.objects import done_to
from claims.text.evidence.occurrence import Occurrence
from claims.text.evidence.reading import Reading
from claims.text.spans import Span

_NEAR, _FAR = 80, 240
# How far back a "not" is looked for.
_BACK = 120
# How far behind a verb its day stands.
_DAY_BEHIND = 30
# Who meets somebody at a conference attends it, but who met nobody may have attended all the same.
_MEETING = frozenset("meet meets met meeting meetings see saw talks briefed".split())


def called_off(claim: AskedClaim, passage: Reading, at: Occurrence) -> str:
    """Return the words by which the event itself is called off, and not some other, or one of long ago."""
    for found in cues.CALLED_OFF.finditer(passage.text, *_around(at)):
        words = Span(*found.span())
        negated = cues.NEGATED.search(passage.text, max(words.start - _BACK, 0), words.start)
        if not negated and not _was_before(claim, passage, words.end) and _is_bound(passage.text, words, at):
            return _words(found[0])
    return ""


def called_false_there(passage: Reading, at: Occurrence) -> str:
    """Return the words by which the event is called false: "reports that he went are false"."""
    for found in cues.TOLD_FALSE.finditer(passage.text, *_around(at)):
        words = Span(*found.span())
        if _holds(governed(passage.text, words), at) and calls_false(passage.text, words):
            return _words(found[0])
    return ""


def denied_there(passage: Reading, at: Occurrence, *, standing: bool) -> str:
    """Return the words by which somebody denies the event; with `standing` only if nothing takes that back."""
    said = (one for one in denials_in(passage.text, *_around(at)) if _holds(one.of, at) and one.standing != "past")
    return next((one.words for one in said if one.standing == "stands" or not standing), "")


def is_something_else(claim: AskedClaim, passage: Reading, at: Occurrence) -> bool:
    """Whether what did not happen is another deed, is done to something else, or is only not so many or not for that.

    "Did not meet her", of who attended; "released no statement"; "not 40 but 11"; "not only because of that".
    """
    end = at.event.span.end
    if any(cue.match(passage.text, end) for cue in (cues.INSTEAD, cues.NOT_FOR_THAT)):
        return True
    asked = next((one for one in claim.reading.events if one.family == at.event.family), None)
    if asked and (asked.word.casefold() in _MEETING) != (at.event.word.casefold() in _MEETING):
        return True
    following = passage.text[end : at.clause.end]
    first = next((one.span.start for one in events_in(following)), len(following))
    words = done_to(following[:first])
    return bool(words) and not any(same_in(one, frozenset(claim.reading.terms)) for one in words)


def _around(at: Occurrence) -> tuple[int, int]:
    """From where and to where words can be said of the event."""
    return max(at.event.span.start - _FAR, 0), at.event.span.end + _FAR


def _was_before(claim: AskedClaim, passage: Reading, end: int) -> bool:
    """Whether it is told with a day from before the claim: "was postponed last year"."""
    behind = Span(end, end + _DAY_BEHIND)
    made = claim.reading.published_on
    return any(one.days.ends_before(made) for one in passage.days if one.span.overlaps(behind))


def _is_bound(text: str, found: Span, at: Occurrence) -> bool:
    """Whether words stand close to the event, with nothing else between."""
    first, last = sorted([found, at.event.span])
    between = text[first.end : last.start]
    if len(between) > _NEAR or not at.clause.contains(first) or cues.OTHERWISE.search(between):
        return False
    # "After cancelling a trip to Prague, he will fly": what is called off stands behind, in the same breath.
    return first != found or "," not in between


def _holds(words: Span | None, at: Occurrence) -> bool:
    return words is not None and words.overlaps(at.event.span)


def _words(found: str) -> str:
    return " ".join(found.split())
