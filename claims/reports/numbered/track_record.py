"""R6: what came of the claims that each origin and each outlet made."""

from collections import defaultdict
from statistics import median

from claims.reports.history import Past
from claims.reports.links_at_scale import first_outcomes
from claims.reports.numbered.assertions import assertions, sources
from claims.reports.numbered.outcomes import fulfilment
from claims.reports.numbered.parts import Chart, Column, Counted, Figure, Report, Series, Share, Table, count
from claims.reports.numbered.rows import live_rows
from claims.vocabulary import ClaimKind, Noun, Standing, State, Timing

CODE, TITLE = "R6", "Track record"
QUESTION = "Whose forecasts came true, and who took back what they said?"
RULES = (
    "A source made a live claim when words that assert it go back to it (origin) or stand in an article of it "
    "(outlet), published by the cut-off. Withdrawn articles count: they were published.",
    "A claim of two sources counts for both, and once in the last line.",
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
    rows = {row.pk: row for row in live_rows(scope)}
    made = [one for one in assertions(scope) if one.claim in rows]
    desk = _Desk(rows, _came_out(rows.values(), scope), sources(scope))
    origins = _table(desk, "origins", "By origin", ORIGINS, _by(made, "origin"), "All origins")
    outlets = _table(desk, "outlets", "By outlet", OUTLETS, _by(made, "outlet"), "All outlets")
    shown = (Figure("Fulfilment of the forecasts made", _fulfilment(desk, made, "fulfilment")),)
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
    """What the lines of both tables are made of: live claims, days on which forecasts came out, and sources."""

    def __init__(self, rows, came_out, named):
        self.rows, self.came_out, self.named = rows, came_out, named

    def claims(self, made):
        """Return the rows of the claims of some assertions, each once, by number."""
        return sorted({self.rows[one.claim] for one in made}, key=lambda row: row.number)


def _by(made, role):
    """Return {source id: its assertions}; words whose origin or outlet nobody knows are left out."""
    found = defaultdict(list)
    for one in made:
        if getattr(one, role) is not None:
            found[getattr(one, role)].append(one)
    return found


def _table(desk, name, title, columns, found, total):
    lines = []
    for pk, made in found.items():
        source, letter = desk.named[pk]
        lines.append((source, letter, *_cells(desk, made, f"{name}-{pk}", name)))
    lines.sort(key=lambda line: (-line[2].n, line[0].casefold(), line[2].key))
    every = [one for made in found.values() for one in made]
    last = (total, "", *_cells(desk, every, f"{name}-all", name)) if lines else ()
    return Table(name, title, columns, tuple(lines), last, empty="Nobody is known to have made a live claim.")


def _cells(desk, made, key, name):
    claims = desk.claims(made)
    yield count(claims, f"{key}-claims")
    yield count(claims, f"{key}-decided", lambda row: row.state == State.DECIDED)
    yield _fulfilment(desk, made, f"{key}-fulfilment")
    if name == "outlets":
        yield _articles(made, f"{key}-withdrawn", Standing.WITHDRAWN)
        yield _articles(made, f"{key}-corrected", Standing.CORRECTED)
    yield _anonymous(made, f"{key}-anonymous")
    yield _lead_time(desk, made)


def _fulfilment(desk, made, key):
    claims = desk.claims(made)
    decided = [row for row in claims if row.kind == ClaimKind.FORECAST and row.state == State.DECIDED]
    return fulfilment(decided, key)


def _articles(made, key, standing):
    return Counted(key, tuple(sorted({one.article for one in made if one.standing == standing})), of=Noun.ARTICLE)


def _anonymous(made, key):
    whole = tuple(sorted(one.link for one in made))
    part = tuple(sorted(one.link for one in made if one.is_anonymous))
    return Share(part=Counted(key, part, Noun.LINK), whole=Counted(f"{key}-of", whole, Noun.LINK))


def _lead_time(desk, made):
    """Return the median of days, or None where no forecast among these has come out after it was made."""
    first = {}
    for one in made:
        if one.claim in desk.came_out:
            first[one.claim] = min(one.published_on, first.get(one.claim, one.published_on))
    days = [(desk.came_out[claim] - day).days for claim, day in first.items() if day <= desk.came_out[claim]]
    if not days:
        return None
    middle = median(days)
    return int(middle) if middle == int(middle) else middle


def _came_out(rows, scope):
    """Return {claim id: the day of the first report that counts of how a forecast came out}."""
    closed = [row.pk for row in rows if row.timing == Timing.CLOSED]
    return first_outcomes(closed, as_of=scope.as_of, past=Past(scope.recorded_by))
