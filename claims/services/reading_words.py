"""What is read of words that somebody marks: when it is to happen, who says it. A person looks before it holds."""

from dataclasses import dataclass
from datetime import date

from django.utils.dateparse import parse_date

from claims.models import Suggestion
from claims.reports.queue_sentences import UNSPOKEN
from claims.services.attribution import Attribution
from claims.services.finding import credits_owed, payload_of
from claims.text.claiming.suggest import suggest_claims
from claims.text.marks import paragraphs
from claims.text.spans import Span
from claims.vocabulary import SuggestionKind

# The readers are asked anew while somebody waits.
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class WordsRead:
    """The days of a window and the words that name them, and who speaks; all of it may be unsaid."""

    start: date | None
    end: date | None
    days: str
    attribution: Attribution

    @property
    def said_by(self):
        """Who speaks and through whom, in words, or ""."""
        speaker = self.attribution.speaker if self.attribution.speaker_kind not in UNSPOKEN else ""
        through = ", ".join(self.attribution.through)
        return ", ".join(filter(None, [speaker, through and f"through {through}"]))


def read_words(version, span):
    """Return what is read of the words at `span` of `version`, by the suggestion that shares most of them; or None.

    Where none was ever made there, the readers are asked. A window is only read from days that the words name.
    """
    offered = Suggestion.objects.filter(version=version, kind=SuggestionKind.CLAIM)
    offered = offered.filter(start__lt=span.end, end__gt=span.start)
    found = [(Span(one.start, one.end), one.payload) for one in offered] or _read_anew(version, span)
    best = max(found, key=lambda one: _shared(one[0], span), default=None)
    return _read(best[1], span.of(version.text)) if best else None


def _read_anew(version, span):
    """What the readers find in the paragraphs of the words and the one before; nothing where those are too long."""
    lines = paragraphs(version.text)
    own = [number for number, line in enumerate(lines) if line.overlaps(span)]
    if not own:
        return []
    part = Span(lines[max(own[0] - 1, 0)].start, lines[own[-1]].end)
    if len(part) > LONGEST:
        return []
    words, published_on = part.of(version.text), version.article.published_on
    read = suggest_claims(words, published_on=published_on, credits=credits_owed(version))
    found = [(Span(one.span.start + part.start, one.span.end + part.start), payload_of(one)) for one in read]
    return [one for one in found if one[0].overlaps(span)]


def _shared(one, other):
    return min(one.end, other.end) - max(one.start, other.start)


def _read(payload, words):
    window = payload.get("window") or {}
    days = " ".join((window.get("text") or "").split())
    if days not in " ".join(words.split()):
        window, days = {}, ""
    start, end = (parse_date(window.get(edge) or "") for edge in ("start", "end"))
    said = {name: payload[name] for name in ("speaker", "speaker_kind", "certainty") if name in payload}
    attribution = Attribution(**said, through=tuple(payload.get("through", ())))
    return WordsRead(start, end, days if start or end else "", attribution)
