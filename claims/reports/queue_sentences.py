"""What accepting a suggestion would do, in a sentence."""

from datetime import date

from django.utils.formats import date_format

from claims.models import Link
from claims.vocabulary import Certainty, ClaimKind, Polarity, SpeakerKind, Stance, SuggestionKind

UNSPOKEN = (SpeakerKind.OUTLET, SpeakerKind.UNATTRIBUTED)
UNSURE = (Certainty.PROBABLE, Certainty.POSSIBLE)
DOES = {Stance.SUPPORTS: "in support of", Stance.REFUTES: "as a conflict with", Stance.CONTEXT: "as context to"}


def what_it_makes(suggestion, other=None):
    """Return the sentence; `other` is the claim that a merge would go into."""
    return SENTENCES[suggestion.kind](suggestion, other)


def days_in_words(start, end):
    """Return a window as people write it: “8–11 Nov 2021”. Either edge may be None, and both: then nothing."""
    if not (start and end):
        return f"from {_day(start)}" if start else f"until {_day(end)}" if end else ""
    if start == end:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    return f"{_day(start, 'j M' if start.year == end.year else 'j M Y')} – {_day(end)}"


def _day(day, form="j M Y"):
    return date_format(day, form)


def _claim(suggestion, _):
    said = suggestion.payload
    kind = f"Makes an open claim: {ClaimKind(said['kind']).label.lower()}"
    return _sentence(kind, _window(said.get("window")), *_spoken(said))


def _window(window):
    if not window:
        return ""
    days = days_in_words(*(date.fromisoformat(window[edge]) if window[edge] else None for edge in ("start", "end")))
    return f"window {days} (from “{window['text']}”)" if days else f"window left to you (“{window['text']}”)"


def _link(suggestion, _):
    said = suggestion.payload
    link = Link(stance=said["stance"], basis=said.get("basis") or "")
    does = f"Links these words {DOES.get(link.stance, 'to')} {suggestion.claim.label}"
    never = " (never counted)" if link.stance == Stance.CONTEXT else ""
    return _sentence(does + never, link.basis_label.lower(), *_spoken(said))


def _spoken(said):
    """Yield who speaks, through whom, and how sure the words sound, as far as anything is said of it."""
    if said.get("speaker") and said.get("speaker_kind") not in UNSPOKEN:
        yield f"said by {said['speaker']}"
    if said.get("through"):
        yield f"through {' → '.join(reversed(said['through']))}"
    if said.get("polarity") == Polarity.NEGATIVE:
        yield "denied"
    if said.get("certainty") in UNSURE:
        yield f"{Certainty(said['certainty']).label.lower()} only"


def _origin(suggestion, _):
    return f"Says that both passages have the same origin, so that for {suggestion.claim.label} they count as one."


def _merge(suggestion, other):
    return (
        f"Merges {suggestion.claim.label} into {other.label}, where its evidence then counts. The links stay where "
        "they are, and the merge can be taken apart."
    )


def _anchor(suggestion, _):
    return "Says that these words now stand for a passage whose own words are gone from the text."


def _sentence(*parts):
    return f"{', '.join(filter(None, parts))}."


SENTENCES = {
    SuggestionKind.CLAIM: _claim,
    SuggestionKind.LINK: _link,
    SuggestionKind.ORIGIN: _origin,
    SuggestionKind.MERGE: _merge,
    SuggestionKind.ANCHOR: _anchor,
}
