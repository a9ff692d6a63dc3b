"""R6: what came of the claims that each origin and each outlet made."""

import numpy as np

from claims.models import Source
from claims.reports.at_scale.assertions import STANDINGS, assertions
from claims.reports.at_scale.columns import NOTHING, by_key, looked_up
from claims.reports.at_scale.each import NEVER
from claims.reports.history import Past
from claims.reports.numbered.came_out import came_out
from claims.reports.numbered.parts import Chart, Column, Counted, Figure, Report, Series, Share, Table
from claims.reports.numbered.rows import RULE
from claims.vocabulary import Noun, Standing

CODE, TITLE = "R6", "Track record"
QUESTION = "Whose forecasts came true, and who took back what they said?"
RULES = (
    "A source made a live claim when words that assert it go back to it (origin) or stand in an article of it "
    "(outlet), published by the cut-off. Withdrawn articles count: they were published.",
    "A claim of two sources counts for both, and once in the last line. One made only in articles without a "
    "publication day counts for none, neither in the tables nor in the figure above them.",
    RULE,
    "Fulfilment is confirmed / (confirmed + partly confirmed + refuted), of decided forecasts. A percentage is given "
    "from five on.",
    "Retractions are articles among these that the outlet withdrew or corrected. Anonymous is the share of asserting "
    "words that an unnamed person said.",
    "Lead time is the median of the days from the first article in which the source made a forecast to the first "
    "report that counts of how it came out, where that came on the same day or later.",
    "The letter is the grade that analysts gave the source. It is not computed from these figures and does not enter "
    "them.",
)
CHART, MOST_DRAWN = "Fulfilment by origin", 10
LETTER = Column("letter", "Graded", "word")
MADE = (
    Column("claims", "Claims made", "number"),
    Column("decided", "Decided", "number"),
    Column("fulfilment", "Fulfilment", "number"),
)
RETRACTED = (Column("withdrawn", "Articles withdrawn", "number"), Column("corrected", "Articles corrected", "number"))
SAID = (Column("anonymous", "Anonymous", "number"), Column("lead", "Lead time, days", "number"))
ORIGINS = (Column("origin", "Origin"), LETTER, *MADE, *SAID)
OUTLETS = (Column("outlet", "Outlet"), LETTER, *MADE, *RETRACTED, *SAID)


def build(scope):
    """Return the track record of every origin and every outlet of the claims of `scope`, those with most first."""
    past = Past(scope.recorded_by)
    desk, named = _Desk(came_out(scope, past), assertions(scope.day, past)), _sources(past)
    origins = _table(desk, named, "origins", "By origin", ORIGINS, "origin", "All origins")
    outlets = _table(desk, named, "outlets", "By outlet", OUTLETS, "outlet", "All outlets")
    every = desk.claims(slice(None))
    shown = (Figure("Fulfilment of the forecasts made", desk.fulfilment(every, "fulfilment")),)
    return Report(CODE, TITLE, RULES, shown, (origins, outlets), _chart(origins))


def _chart(origins):
    """Return the chart (one or none) of how the forecasts of origins came out, of those with most of them."""
    told = [(line[0], line[4]) for line in origins.rows if line[4].whole.n]
    told = sorted(told, key=lambda one: (-one[1].whole.n, one[0].casefold()))[:MOST_DRAWN]
    if not told:
        return ()
    came_true = Series("Confirmed", tuple(share.part.n for _, share in told), "green")
    did_not = Series("Refuted or in part", tuple(share.whole.n - share.part.n for _, share in told), "amber")
    names = tuple(name for name, _ in told)
    return (Chart("origins", CHART, "bars", names, (came_true, did_not), "decided forecasts"),)


class _Desk:
    """What the lines of both tables are made of: how live claims came out, by number, and who `made` them."""

    def __init__(self, live, made):
        self.live = live
        place_of = by_key(live.pk, np.arange(len(live.pk)))
        self.made = made.only(looked_up(place_of, made.claim) != NOTHING)
        self.place = looked_up(place_of, self.made.claim)

    def claims(self, chosen):
        """Return the places among the rows of the claims of the `chosen` assertions, each once, by number."""
        return np.unique(self.place[chosen])

    def count(self, claims, key):
        """Return how many `claims` these are, as a number that opens them."""
        return Counted(key, tuple(self.live.number[claims].tolist()))

    def fulfilment(self, claims, key):
        """Return the share of the decided forecasts among the `claims` that came true."""
        told, came_true = claims[self.live.is_told[claims]], claims[self.live.came_true[claims]]
        return Share(part=self.count(came_true, key), whole=self.count(told, f"{key}-of"))

    def by(self, role):
        """Return {source id: its assertions}; words whose origin or outlet nobody knows are left out."""
        source = getattr(self.made, role)
        in_order = np.argsort(source, kind="stable")
        known, first = np.unique(source[in_order], return_index=True)
        parts = np.split(in_order, first)[1:]
        return {pk: chosen for pk, chosen in zip(known.tolist(), parts, strict=True) if pk != NOTHING}


def _table(desk, named, name, title, columns, role, total):
    lines, found = [], desk.by(role)
    for pk, chosen in found.items():
        source, letter = named[pk]
        lines.append((source, letter, *_cells(desk, chosen, f"{name}-{pk}", name)))
    lines.sort(key=lambda line: (-line[2].n, line[0].casefold(), line[2].key))
    every = np.sort(np.concatenate(list(found.values()))) if found else ()
    last = (total, "", *_cells(desk, every, f"{name}-all", name)) if lines else ()
    return Table(name, title, columns, tuple(lines), last, empty="Nobody is known to have made a live claim.")


def _cells(desk, chosen, key, name):
    """Yield the numbers of a line, of the `chosen` assertions: their places, in order."""
    claims = desk.claims(chosen)
    yield desk.count(claims, f"{key}-claims")
    yield desk.count(claims[desk.live.is_decided[claims]], f"{key}-decided")
    yield desk.fulfilment(claims, f"{key}-fulfilment")
    if name == "outlets":
        yield _articles(desk, chosen, f"{key}-withdrawn", Standing.WITHDRAWN)
        yield _articles(desk, chosen, f"{key}-corrected", Standing.CORRECTED)
    yield _anonymous(desk, chosen, f"{key}-anonymous")
    yield _lead_time(desk, chosen)


def _articles(desk, chosen, key, standing):
    of_standing = desk.made.standing[chosen] == STANDINGS.index(standing)
    return Counted(key, tuple(np.unique(desk.made.article[chosen][of_standing]).tolist()), of=Noun.ARTICLE)


def _anonymous(desk, chosen, key):
    whole = desk.made.link[chosen]
    part = whole[desk.made.is_anonymous[chosen]]
    part, whole = (tuple(links.tolist()) for links in (part, whole))
    return Share(part=Counted(key, part, Noun.LINK), whole=Counted(f"{key}-of", whole, Noun.LINK))


def _lead_time(desk, chosen):
    """Return the median of days, or None where no forecast among these has come out after it was made."""
    places, of_claim = np.unique(desk.place[chosen], return_inverse=True)
    first, came_out = np.full(len(places), NEVER), desk.live.day[places]
    np.minimum.at(first, of_claim, desk.made.published_on[chosen])
    days = (came_out - first)[(came_out != NOTHING) & (first <= came_out)]
    if not len(days):
        return None
    middle = float(np.median(days))
    return int(middle) if middle.is_integer() else middle


def _sources(past):
    """Return {id: (name, letter)} of every source, with the grade that it had then."""
    earlier = past.of(Noun.SOURCE)
    return {
        pk: (name, earlier.get(pk, {}).get("reliability", letter))
        for pk, name, letter in Source.objects.values_list("pk", "name", "reliability")
    }
