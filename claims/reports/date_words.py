"""Whether the words that state a new date still carry it, as it was on record. Reads only."""

from collections import defaultdict

from django.db.models import F

from claims.models import Link
from claims.reports.link_facts import OWN_FIELDS, fact_of, link_rows, with_loss
from claims.vocabulary import Noun, Standing

UNLINKED = "Its words are linked no more."
WITHDRAWN = "Its article was withdrawn."
LOST = "Its article no longer has these words."


def doubts_of(records, past):
    """Return {key: sentence} of those of the Reschedules `records` whose words carry the new date no more.

    Words carry it while one of their links to the later claim stands and is not suspended (E8). What was recorded
    without words is in no doubt. `records` are loaded with their later claim and the article of their words, that one
    as it was on record.
    """
    worded = [record for record in records if record.passage_id is not None]
    links = _links({record.passage_id for record in worded}, past) if worded else {}
    doubts = {record.pk: _doubt(record, links.get(record.passage_id, ())) for record in worded}
    return {pk: doubt for pk, doubt in doubts.items() if doubt}


def _doubt(record, links):
    own = {record.later_id, record.later.merged_into_id} - {None}
    standing = [fact for claims, fact in links if own & claims and fact.withdrawn_at is None]
    if not standing:
        return UNLINKED
    if any(fact.suspended_since is None for fact in standing):
        return ""
    return WITHDRAWN if record.passage.article.standing == Standing.WITHDRAWN else LOST


def _links(passages, past):
    """Return {passage: (claims that its link may count for, LinkFacts) of each of its links} as it was on record."""
    links = Link.objects.filter(passage__in=passages)
    if past.at is not None:
        links = links.filter(created_at__lte=past.at)
    rows = link_rows(with_loss(links.annotate(target=F("claim__merged_into")), past.at), "target", *OWN_FIELDS)
    articles, changed, claims = (past.of(noun) for noun in (Noun.ARTICLE, Noun.PASSAGE, Noun.CLAIM))
    found = defaultdict(list)
    for row in rows:
        then = claims.get(row["claim"], {}).get("merged_into")
        fact = fact_of(row, articles.get(row["article"], {}), changed.get(row["passage"], {}), past.at)
        found[row["passage"]].append(({row["claim"], row["target"], then}, fact))
    return found
