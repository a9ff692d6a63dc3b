"""Words of an article for which something is suggested: pending suggestions, gathered by the words they are about."""

from dataclasses import dataclass

from claims.models import Link, Suggestion
from claims.text.spans import Span
from claims.vocabulary import Stance, SuggestionKind

# An origin or a merge is a matter of two records; the place of a passage is found where its link is re-affirmed.
IN_THE_TEXT = (SuggestionKind.CLAIM, SuggestionKind.LINK)
BEST = 5
# Nearly every sentence of a news text makes a claim of some kind. Marked are those most worth a check, so that the
# text stays a text; the queue holds all.
WORTH_A_MARK = 0.6
LOOK = "Check these two"


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion in words: a claim to be made, or what words may do to a claim."""

    suggestion: Suggestion

    @property
    def link(self):
        """The link that it would make, unsaved, for its labels; None where it would make a claim."""
        said = self.suggestion.payload
        is_link = self.suggestion.kind == SuggestionKind.LINK
        return Link(stance=said["stance"], basis=said.get("basis") or "") if is_link else None

    @property
    def is_worth_a_mark(self):
        """Whether it is marked in the text unless somebody asks for everything; evidence for a claim always is."""
        return self.suggestion.claim_id is not None or self.suggestion.score >= WORTH_A_MARK

    @property
    def bearing(self):
        """What the words may do to the claim; of context nothing is held but that it is worth a look."""
        link = self.link
        return LOOK if link.stance == Stance.CONTEXT else link.get_stance_display()

    @property
    def sentence(self):
        said, claim = self.suggestion.payload, self.suggestion.claim
        if self.link is None:
            return f"Suggested claim: {said['statement']}"
        return f"Suggested for {claim.label} ({self.bearing.lower()}): {claim.statement}"


@dataclass(frozen=True, slots=True)
class SuggestedWords:
    """A span of a version, and what is suggested for it, the best first."""

    span: Span
    offers: tuple[Offer, ...]

    @property
    def suggestions(self):
        """The keys of the suggestions."""
        return [offer.suggestion.pk for offer in self.offers]

    @property
    def label(self):
        """What is suggested, in a sentence."""
        others = len(self.offers) - 1
        return self.offers[0].sentence + (f" (and {others} more)" if others else "")


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested in the text of a version: the `words` to be marked, in text order; the `best`; the `count`.

    `unmarked` counts the suggestions whose words are not marked, because others are more worth a check.
    """

    words: tuple[SuggestedWords, ...] = ()
    best: tuple[Offer, ...] = ()
    count: int = 0
    unmarked: int = 0

    @property
    def more(self):
        """How many there are beside the best."""
        return self.count - len(self.best)


def suggested_in(version, *, everything=False):
    """Return what is suggested in the text of `version`, in one query: marked by its worth, or `everything`."""
    offers = list(map(Offer, _pending(version)))
    marked = [offer for offer in offers if everything or offer.is_worth_a_mark]
    by_span = {}
    for offer in marked:
        by_span.setdefault(Span(offer.suggestion.start, offer.suggestion.end), []).append(offer)
    words = tuple(SuggestedWords(span, tuple(by_span[span])) for span in sorted(by_span))
    return Suggested(words, tuple(offers[:BEST]), len(offers), len(offers) - len(marked))


def suggested_at(version, span):
    """Return what is suggested for the words at `span`, or for some of them, the best first."""
    return list(map(Offer, _pending(version).filter(start__gte=span.start, end__lte=span.end)))


def _pending(version):
    found = Suggestion.objects.pending().filter(version=version, kind__in=IN_THE_TEXT)
    return found.select_related("claim__figures").order_by("-score", "pk")
