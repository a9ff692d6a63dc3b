"""The links behind a number of a report: whose words they are, and who published them when."""

from dataclasses import dataclass
from datetime import date

from claims.models import Claim, Link
from claims.reports.history import Past
from claims.reports.records_then import RecordsThen
from claims.vocabulary import Noun, SpeakerKind, Stance


@dataclass(frozen=True, slots=True)
class OpenedLink:
    """A link with its words, which `url` opens, as on record at a cut-off; what nobody stated is empty."""

    quote: str
    url: str
    stance: Stance
    claim: Claim
    statement: str
    claim_url: str
    speaker: str
    speaker_kind: str
    origin: str
    outlet: str
    published_on: date | None


def opened_links(ids, scope):
    """Return the links `ids` in that order, as they stood at the record cut-off of `scope`."""
    links = Link.objects.select_related("passage__article", "claim").in_bulk(ids)
    then, statements = RecordsThen(scope.recorded_by), Past(scope.recorded_by).of(Noun.CLAIM)
    return [_opened(links[pk], then, statements, scope.query) for pk in ids]


def _opened(link, then, statements, query):
    passage, claim = link.passage, link.claim
    return OpenedLink(
        quote=passage.exact,
        url=passage.get_absolute_url(),
        stance=Stance(link.stance),
        claim=claim,
        statement=statements.get(claim.pk, {}).get("statement", claim.statement),
        claim_url=f"{claim.get_absolute_url()}{query}",
        speaker=then.speaker(passage),
        speaker_kind=SpeakerKind(then.speaker_kind(passage)).label,
        origin=then.origin(passage),
        outlet=then.outlet(passage.article),
        published_on=then.published_on(passage.article),
    )
