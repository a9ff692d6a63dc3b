"""R13: evidence that does not count yet, or not as it might: suspended, undetermined, without origin or date."""

from itertools import compress

import numpy as np

from claims.models import Article, Link, Passage
from claims.reports.at_scale.columns import NOTHING, by_key, looked_up, table_of, whole_numbers
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
    past = Past(scope.recorded_by)
    records = live_records(scope, past)
    desk = _Desk(records, _found_now() if scope.is_now else _found_then(records, scope.as_of, past))
    figures = tuple(Figure(label, desk.share(name)) for name, label in FIGURES.items())
    lines = tuple(desk.lines())
    total = (None, "All links", *desk.totals(), None) if lines else ()
    table = Table("ailing", "Links by claim", COLUMNS, lines, total, empty="All evidence counts as far as it can.")
    return Report(CODE, TITLE, RULES, figures, (table,))


class _Desk:
    """Live claims, and how many links of each ail of what: `found` is {ailment: columns of claims and links}."""

    def __init__(self, records, found):
        self.every = tuple(record.number for record in records)
        place_of = by_key(np.array([record.pk for record in records], dtype=np.int64), np.arange(len(records)))
        placed = {name: _placed(looked_up(place_of, claim), link) for name, (claim, link) in found.items()}
        self.counts = {name: np.bincount(place, minlength=len(records)) for name, (place, _) in placed.items()}
        of_all = sum(self.counts.values())
        self.order = np.argsort(-of_all, kind="stable")[: np.count_nonzero(of_all)]
        self.ailing = [records[place] for place in self.order.tolist()]
        rank = by_key(self.order, np.arange(len(self.order)))
        in_order = {name: link[np.lexsort((link, rank[place]))] for name, (place, link) in placed.items()}
        self.links = {name: tuple(links.tolist()) for name, links in in_order.items()}

    def share(self, name):
        """Return how many claims have links with the ailment `name`, of all."""
        with_it = tuple(compress(self.every, self.counts[name].tolist()))
        return Share(part=Counted(name, with_it), whole=Counted(f"{name}-of", self.every))

    def lines(self):
        """Yield the line of each claim that has any."""
        for record, *cells in zip(self.ailing, *map(self._cells, AILMENTS), strict=True):
            yield record.number, record.statement, *cells, record.owner or "Nobody"

    def _cells(self, name):
        """Yield how many links of each claim have an ailment; nothing is no number to open, and most are nothing."""
        links, end = self.links[name], 0
        for record, n in zip(self.ailing, self.counts[name][self.order].tolist(), strict=True):
            start, end = end, end + n
            yield Counted(f"C-{record.number}-{name}", links[start:end], Noun.LINK) if n else 0

    def totals(self):
        """Yield how many links have each ailment."""
        for name in AILMENTS:
            yield Counted(f"all-{name}", self.links[name], Noun.LINK)


def _placed(place, link):
    """Return the columns of those links whose claim is one of the records."""
    return place[place != NOTHING], link[place != NOTHING]


def _found_now():
    """Return {ailment: (claim, link)}, columns of ids, as it stands, each found by a query.

    Nothing on record was published after today, so all that stands is asked for.
    """
    links = Link.objects.live().filter(stance__in=BEARING)
    undated = Passage.objects.filter(article__in=Article.objects.without_date().values("pk")).values("pk")
    unsourced = Passage.objects.filter(origin=None).values("pk")
    undetermined = links.filter(stance__in=SPEAKING, independence=Independence.UNDETERMINED)
    merged = table_of(every_merge())
    return {
        "suspended": _by_claim(all_suspended_links(), merged),
        "undetermined": _by_claim(undetermined, merged),
        "unsourced": _by_claim(links.filter(passage__in=unsourced), merged),
        "undated": _by_claim(links.filter(passage__in=undated), merged),
    }


def _by_claim(links, merged):
    claim, link = whole_numbers(links, "claim", "pk")
    target = looked_up(merged, claim)
    return np.where(target == NOTHING, claim, target), link


def _found_then(records, as_of, past):
    """Return the same at both cut-offs, computed from the facts of all."""
    return ailing_links([record.pk for record in records], as_of=as_of, past=past)
