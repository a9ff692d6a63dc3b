"""Claims that say the same as another, or nearly: what each differs in keeps them apart."""

from dataclasses import dataclass

from claims.models import Claim
from claims.reports.claim_index import DECIDED, LIVE, claims_sharing_words
from claims.reports.known_aliases import known_aliases
from claims.reports.known_claims import known_claims
from claims.reports.meaning import similarities
from claims.reports.rarities import rarities
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.score import score_pair
from claims.text.sameness.compare import compare_claims

# Claims that share the rarest words; so many are compared.
MOST_COMPARED = 40
# A word or two say nothing yet, and what is longer than a statement may be is no statement.
FEWEST_WORDS, LONGEST = 3, Claim._meta.get_field("statement").max_length


@dataclass(frozen=True, slots=True)
class Twin:
    """Another claim that has the same truth condition (relation "same"), or is of the same matter ("related").

    `reasons` say what both say, or what keeps them apart.
    """

    claim: Claim
    score: float
    relation: str
    reasons: tuple[str, ...]

    @property
    def is_same(self):
        return self.relation == "same"


def twins_of(claim, *, limit=10):
    """Return the unfinished claims that say the same as `claim`, then related ones, the nearest first."""
    aliases = known_aliases()
    asked = known_claims([claim.pk], aliases)[claim.pk].asked
    return _twins(asked, aliases, (LIVE,), limit, without=claim.pk)


def near_claims(statement, *, published_on=None, forecast=None, limit=3):
    """Return claims that say the same as `statement`, then related ones: also decided ones, none that was put aside.

    `published_on` is the day of the article that says so, from which days in words are counted; `forecast` whether it
    is to be a forecast, which is read from the statement where it is not said.
    """
    if len(statement.split()) < FEWEST_WORDS:
        return []
    aliases = known_aliases()
    asked = AskedClaim.of(statement[:LONGEST], published_on, forecast=forecast, known=aliases)
    return _twins(asked, aliases, (LIVE, DECIDED), limit)


def _twins(asked, aliases, groups, limit, without=None):
    [found] = claims_sharing_words([asked.reading.text], most=MOST_COMPARED + 1, groups=groups)
    known = known_claims([key for key, _ in found if key != without], aliases)
    compared = {key: compare_claims(asked, one.asked) for key, one in known.items()}
    near = [(known[key], comparison) for key, comparison in compared.items() if comparison]
    twins = [
        _twin(one, comparison, score) for (one, comparison), score in zip(near, _scores(asked, near), strict=True)
    ]
    return sorted(twins, key=lambda twin: (not twin.is_same, -twin.score, twin.claim.pk))[:limit]


def _scores(asked, near):
    """Yield how near each is to what is asked, the same from both sides: the words of both are weighed."""
    statement = asked.reading.text
    others = [known.claim.statement for known, _ in near]
    both = [f"{statement}\n{other}" for other in others]
    rarity = rarities(both)
    for (known, _), pair, similarity in zip(near, both, similarities(statement, others), strict=True):
        yield score_pair(asked.reading, known.asked.reading, rarity[pair], similarity).value


def _twin(known, comparison, score):
    return Twin(known.claim, score, comparison.relation, comparison.reasons)
