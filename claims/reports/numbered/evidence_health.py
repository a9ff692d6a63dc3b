"""R13: evidence that does not count yet, or not as it might: suspended, undetermined, without origin or date."""

from collections import defaultdict

from claims.models import Article, Link, Passage
from claims.reports.at_scale.links import ailing_links
from claims.reports.history import Past
from claims.reports.merges import every_merge
from claims.reports.numbered.parts import Column, Counted, Figure, Report, Share, Table
from claims.reports.numbered.records import live_records
from claims.reports.suspension import all_suspended_links
from claims.vocabulary import BEARING, SPEAKING, Independence, Noun

CODE, TITLE = "R13", "Evidence health"
QUESTION = "Which evidence does not count yet, and what is it waiting for?"
RULES = (
    "Counted are links of live claims that make, support or contradict them, to what was published by the cut-off or "
    "has no publication day. The links of a merged claim count in the one it was merged into.",
    "Suspended: the article was withdrawn, or its newest version lacks the words, and nobody re-affirmed the link.",
    "Undetermined: nobody has said whether support or conflict has an origin of its own.",
    "Without origin: nobody knows who said the words first. Undated: nobody knows when the article was published.",
    "A link can be in several columns. The shares are of all live claims.",
)
AILMENTS = {
    "suspended": "Suspended",
    "undetermined": "Undetermined",
    "unsourced": "Without origin",
    "undated": "Undated",
}
FIGURES = {
    "suspended": "Claims with suspended links",
    "undetermined": "Claims with undetermined independence",
    "unsourced": "Claims with words without origin",
    "undated": "Claims with undated articles",
}
COLUMNS = (
    Column("number", "Claim", "claim"),
    Column("statement", "Statement"),
    *(Column(name, label, "number") for name, label in AILMENTS.items()),
    Column("owner", "Owner"),
)


def build(scope):
    """Return how many links of each live claim of `scope` ail, and of what; the claims with most of them first."""
    records = live_records(scope)
    found = _found_now() if scope.is_now else _found_then(records, scope)
    figures = tuple(Figure(label, _share(records, found[name], name)) for name, label in FIGURES.items())
    with_any = set().union(*found.values())
    ailing = sorted(
        (record for record in records if record.pk in with_any),
        key=lambda record: (-sum(len(of_name.get(record.pk, ())) for of_name in found.values()), record.number),
    )
    lines = tuple(
        (record.number, record.statement, *_counts(record, found), record.owner or "Nobody") for record in ailing
    )
    total = (None, "All links", *_totals(ailing, found), None) if lines else ()
    table = Table("ailing", "Links by claim", COLUMNS, lines, total, empty="All evidence counts as far as it can.")
    return Report(CODE, TITLE, RULES, figures, (table,))


def _share(records, found, name):
    with_it = tuple(record.number for record in records if record.pk in found)
    whole = tuple(record.number for record in records)
    return Share(part=Counted(name, with_it), whole=Counted(f"{name}-of", whole))


def _counts(record, found):
    """Yield how many links of a claim have each ailment; nothing is no number to open, and most are nothing."""
    for name, links_of in found.items():
        links = links_of.get(record.pk)
        yield Counted(f"C-{record.number}-{name}", tuple(links), Noun.LINK) if links else 0


def _totals(records, found):
    for name, links_of in found.items():
        links = tuple(link for record in records for link in links_of.get(record.pk, ()))
        yield Counted(f"all-{name}", links, Noun.LINK)


def _found_now():
    """Return {ailment: {claim id: ids of its links}} as it stands, each found by a query.

    Nothing on record was published after today, so all that stands is asked for.
    """
    links = Link.objects.live().filter(stance__in=BEARING)
    undated = Passage.objects.filter(article__in=Article.objects.without_date().values("pk")).values("pk")
    unsourced = Passage.objects.filter(origin=None).values("pk")
    undetermined = links.filter(stance__in=SPEAKING, independence=Independence.UNDETERMINED)
    merged = every_merge()
    return {
        "suspended": _by_claim(all_suspended_links(), merged),
        "undetermined": _by_claim(undetermined, merged),
        "unsourced": _by_claim(links.filter(passage__in=unsourced), merged),
        "undated": _by_claim(links.filter(passage__in=undated), merged),
    }


def _by_claim(links, merged):
    found = defaultdict(list)
    for claim, link in links.order_by("pk").values_list("claim", "pk"):
        found[merged.get(claim, claim)].append(link)
    return found


def _found_then(records, scope):
    """Return the same at the cut-offs of `scope`, computed from the facts of each claim."""
    ids = [record.pk for record in records]
    return ailing_links(ids, as_of=scope.as_of, past=Past(scope.recorded_by))
