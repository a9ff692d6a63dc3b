"""What is suggested for one claim: passages that may bear on it, and claims that may say the same. Reads only."""

from dataclasses import dataclass

from django.db.models import Case, Q, Value, When

from claims.models import Article, AssistantRun, Claim, Suggestion
from claims.reports.folded import copies_of, under_accepted
from claims.reports.offers import Offer
from claims.reports.queue_doubts import lacks_reason
from claims.text.spans import Span
from claims.text.words_around import words_around
from claims.vocabulary import Stance, SuggestionKind

MOST = 12
MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be linked, with the words before and after it, and what says the same in copies."""

    offer: Offer
    before: str
    after: str
    copies: tuple["Candidate", ...] = ()

    @property
    def article(self):
        return self.offer.suggestion.version.article

    @property
    def asks(self):
        """Whether linking it opens the form, because a person has to say why."""
        return lacks_reason(self.offer.suggestion)

    @property
    def copy_keys(self):
        """The keys of the copies, as a form sends them."""
        return ",".join(str(copy.offer.suggestion.pk) for copy in self.copies)


@dataclass(frozen=True, slots=True)
class CandidateGroup:
    """The candidates of one article."""

    article: Article
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class SameClaim:
    """A claim that may say the same, and the suggestion to merge the two."""

    claim: Claim
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Candidates:
    """The first candidates of a claim by article, and of how many; and what may yet come.

    Copies of one report are counted as one; `of_linked` are those that say what was accepted. `origins` suggest that
    links have one origin. `unread` articles wait to be read, and where `is_sought` holds, so does the claim itself;
    `unread` ends at `MOST_COUNTED`.
    """

    groups: tuple[CandidateGroup, ...]
    of_linked: tuple[Candidate, ...]
    shown: int
    count: int
    same: tuple[SameClaim, ...]
    origins: tuple[Suggestion, ...]
    unread: int
    is_sought: bool

    @property
    def more(self):
        return self.count - self.shown


def candidates_of(claim):
    """Return what is suggested for `claim`; the number of queries is fixed."""
    links = Suggestion.objects.pending().filter(claim=claim, kind=SuggestionKind.LINK)
    offered = links.unfolded()
    best = list(_best_first(offered).select_related("version__article__outlet", "claim")[:MOST])
    waiting = AssistantRun.objects.waiting()
    return Candidates(
        groups=tuple(_groups(best)),
        of_linked=tuple(map(_candidate, under_accepted(links))),
        shown=len(best),
        count=offered.count() if len(best) == MOST else len(best),
        same=tuple(_same(claim)),
        origins=tuple(_origins(claim)),
        unread=waiting.filter(version__isnull=False)[:MOST_COUNTED].count(),
        is_sought=_is_sought(claim),
    )


def _is_sought(claim):
    """Whether passages are still to be looked for; `claim` may have been loaded with its run."""
    return hasattr(claim, "assistant_run") and claim.assistant_run.waiting


def _best_first(suggestions):
    """What speaks against the claim first (E10), and mere context last, because there may be much of it."""
    against = When(payload__stance=Stance.REFUTES, then=Value(0))
    context = When(payload__stance=Stance.CONTEXT, then=Value(2))
    return suggestions.order_by(Case(against, context, default=Value(1)), "-score", "pk")


def _groups(suggestions):
    by_article, copies = {}, copies_of(suggestions)
    for suggestion in suggestions:
        candidate = _candidate(suggestion, copies.get(suggestion.fold, ()))
        by_article.setdefault(suggestion.version.article, []).append(candidate)
    for article, candidates in by_article.items():
        yield CandidateGroup(article, tuple(candidates))


def _candidate(suggestion, copies=()):
    before, after = words_around(Span(suggestion.start, suggestion.end), suggestion.version.text)
    return Candidate(Offer(suggestion), before, after, tuple(map(_candidate, copies)))


def _same(claim):
    """Yield the claims with which a merge is suggested, whichever of the two it was suggested for."""
    named = Q(claim=claim) | Q(payload__other=claim.pk)
    merges = list(Suggestion.objects.pending().filter(named, kind=SuggestionKind.MERGE).order_by("-score", "pk"))
    others = {merge.pk: merge.payload["other"] if merge.claim_id == claim.pk else merge.claim_id for merge in merges}
    claims = Claim.objects.select_related("figures").in_bulk(set(others.values()))
    for merge in merges:
        yield SameClaim(claims[others[merge.pk]], merge)


def _origins(claim):
    origins = Suggestion.objects.pending().filter(claim=claim, kind=SuggestionKind.ORIGIN)
    return origins.select_related("version__article__outlet").order_by("-score", "pk")[:MOST]
