"""What a claim rests on, a line a link: the words, who published them when, and in which text they stand."""

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import date

from claims.models import Anchor, Claim, Link
from claims.reports import history
from claims.reports.facts import figures_for
from claims.reports.merges import merged_claims
from claims.reports.records_then import RecordsThen
from claims.vocabulary import Basis, Independence, Noun, Stance, Uncounted

BATCH = 2000


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A link that stood at the record cut-off. `counted` is "yes", or why the link does not count.

    `version` and `sha256` name the newest text that held the words then; `address` is the path of the passage, which
    lands on them. Editions keep lines by these names: what is added here needs a default, and nothing goes away.
    """

    claim: int
    statement: str
    stance: str
    basis: str
    independence: str
    counted: str
    quote: str
    speaker: str
    origin: str
    article: str
    outlet: str
    published_on: date | None
    version: int | None
    sha256: str
    address: str

    @property
    def passage(self):
        """The id of the passage, in which its address ends."""
        return int(self.address.strip("/").rpartition("/")[2])


LINE_NAMES = tuple(field.name for field in fields(EvidenceLine))


def evidence_lines(numbers, scope):
    """Return the lines of the claims `numbers`, by number and then in the order in which they were linked.

    What is linked to a claim that was merged into one of these at the record cut-off stands among its lines.
    """
    ids = list(Claim.objects.filter(number__in=numbers).order_by("number").values_list("pk", flat=True))
    batches = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    return [line for batch in batches for line in _lines(batch, scope)]


def _lines(ids, scope):
    claims = {claim.pk: claim for claim in Claim.objects.filter(pk__in=ids)}
    statements = history.earlier_values(Noun.CLAIM, scope.recorded_by) if scope.recorded_by else {}
    merged = merged_claims(ids, scope.recorded_by)
    figures = figures_for(list(claims.values()), as_of=scope.as_of, recorded_by=scope.recorded_by)
    then = RecordsThen(scope.recorded_by)
    of_claim = _links_by_claim([*ids, *merged], merged, scope)
    places = _places([link.passage_id for links in of_claim.values() for link in links], scope)
    for pk in ids:
        statement = statements.get(pk, {}).get("statement", claims[pk].statement)
        for link in of_claim[pk]:
            why_not = figures[pk].uncounted.get(link.pk)
            yield _line(claims[pk].number, statement, link, why_not, then, places.get(link.passage_id))


def _links_by_claim(ids, merged, scope):
    found = defaultdict(list)
    links = Link.objects.live(scope.recorded_by).filter(claim__in=ids)
    for link in links.select_related("passage__article").order_by("pk"):
        found[merged.get(link.claim_id, link.claim_id)].append(link)
    return found


def _places(passages, scope):
    """Return {passage id: the newest of its anchors at the record cut-off}."""
    anchors = Anchor.objects.filter(passage__in=set(passages)).select_related("version").defer("version__text")
    if scope.recorded_by:
        anchors = anchors.filter(created_at__lte=scope.recorded_by)
    return {anchor.passage_id: anchor for anchor in anchors.order_by("version__number")}


def _line(number, statement, link, why_not, then, anchor):
    passage, article = link.passage, link.passage.article
    return EvidenceLine(
        claim=number,
        statement=statement,
        stance=Stance(link.stance).label,
        basis=Basis(link.basis).label if link.basis else "",
        independence=Independence(link.independence).label if link.independence else "",
        counted=Uncounted(why_not).label if why_not else "yes",
        quote=passage.exact,
        speaker=then.speaker(passage),
        origin=then.origin(passage),
        article=then.title(article),
        outlet=then.outlet(article),
        published_on=then.published_on(article),
        version=anchor.version.number if anchor else None,
        sha256=anchor.version.sha256 if anchor else "",
        address=passage.get_absolute_url(),
    )
