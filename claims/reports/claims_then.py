"""The list of claims as of a publication day and a record moment. Reads only.

What was on record of the claims themselves is one query and the log since. Figures of the past are computed claim by
claim, so only for those that a page shows; a filter or an order that asks for the figures of all has them computed
for `MOST_JUDGED` claims at most, and beyond that the list says that it must be narrowed first.
"""

from dataclasses import dataclass
from datetime import date

from claims.models import Claim, ClaimFigures, User
from claims.reports import history
from claims.reports.evidence import Figures
from claims.reports.facts import figures_for
from claims.reports.people import user_names
from claims.reports.recorded import as_recorded
from claims.text.similarity import rank_statements
from claims.vocabulary import PUT_ASIDE, Flag, Noun

MOST_JUDGED, BATCH, MOST_FOUND = 5000, 2000, 500
FIELDS = ("pk", "number", "statement", "kind", "state", "window_end", "review_on", "owner")
COUNTS = ("articles", "origins", "supports", "conflicts")
# What a list can be narrowed to besides what narrows the scope, and whether figures decide on it.
OF_FIGURES = ("evidence", "timing", "flag")


class TooMany(Exception):
    """More claims are left than figures are computed for; `count` says how many."""

    def __init__(self, count):
        super().__init__(count)
        self.count = count


@dataclass(slots=True)
class ClaimThen:
    """What was on record of a claim itself; its `figures` once they were asked for. `owner` is a user name."""

    pk: int
    number: int
    statement: str
    kind: str
    state: str
    window_end: date | None
    review_on: date | None
    owner: str | None
    figures: Figures | None = None

    @property
    def timing(self):
        """Whether it was due, where that still mattered."""
        return None if self.state in PUT_ASIDE else self.figures.timing


class ClaimsThen:
    """The claims that the `wanted` values of the list's filters leave in `scope`, the best match or the newest first.

    Raises `TooMany` where the figures of more are asked for than are computed.
    """

    def __init__(self, scope, wanted):
        self.scope = scope
        self.past = history.Past(scope.recorded_by)
        self.rows = _found(wanted.get("q"), list(self._on_record(wanted)))
        if any(wanted.get(name) for name in OF_FIGURES):
            self.judge_all()
            self.rows = [row for row in self.rows if _has_figures(row, wanted)]

    def _on_record(self, wanted):
        names, earlier = user_names(self.past), self.past.of(Noun.CLAIM)
        for values in self.scope.claims().order_by("-number").values(*FIELDS):
            then = values | _typed(earlier.get(values["pk"], {}))
            if _is_wanted(then, "state", wanted) and _is_wanted(then, "kind", wanted):
                yield ClaimThen(**then | {"owner": names.get(then["owner"])})

    def judge_all(self):
        """Compute the figures of all rows."""
        if len(self.rows) > MOST_JUDGED:
            raise TooMany(len(self.rows))
        self.judge(self.rows)

    def judge(self, rows):
        """Compute the figures of `rows`, where they were not yet."""
        new = [row for row in rows if row.figures is None]
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            claims = Claim.objects.filter(pk__in=[row.pk for row in batch])
            found = figures_for(claims, as_of=self.scope.as_of, recorded_by=self.scope.recorded_by)
            for row in batch:
                row.figures = found[row.pk]

    def claims(self, rows):
        """Return the claims of `rows` as a list shows them: as recorded then, with figures, timing and topics."""
        self.judge(rows)
        stored = Claim.objects.select_related("owner").prefetch_related("topics").in_bulk([row.pk for row in rows])
        earlier = self.past.of(Noun.CLAIM)
        owners = User.objects.in_bulk({key for row in rows if (key := earlier.get(row.pk, {}).get("owner"))})
        return [_shown(stored[row.pk], row, earlier.get(row.pk, {}), owners) for row in rows]


def _typed(earlier):
    """Return the fields of a row that have changed since, days as days."""
    known = {name: earlier[name] for name in FIELDS if name in earlier}
    return known | {name: date.fromisoformat(known[name]) for name in ("window_end", "review_on") if known.get(name)}


def _is_wanted(values, name, wanted):
    return not wanted.get(name) or values[name] in wanted[name]


def _has_figures(row, wanted):
    return (
        (not wanted.get("evidence") or row.figures.evidence_status in wanted["evidence"])
        and (not wanted.get("timing") or row.timing in wanted["timing"])
        and (not wanted.get("flag") or not set(wanted["flag"]).isdisjoint(row.figures.flags))
    )


def _found(query, rows):
    """Return those of `rows` whose statement or number `query` finds, best first; all where nothing is looked for."""
    if not query:
        return rows
    by_number = {row.number: row for row in rows}
    ranked = rank_statements(query, [(row.number, row.statement) for row in rows], limit=MOST_FOUND)
    return [by_number[number] for number, _ in ranked]


def _shown(claim, row, earlier, owners):
    past, figures = as_recorded(claim, earlier, owner=owners), row.figures
    past.figures = ClaimFigures(
        evidence_status=figures.evidence_status,
        verdict=figures.verdict or "",
        **{name: getattr(figures, name) for name in COUNTS},
        **{flag: flag in figures.flags for flag in Flag.values},
    )
    past.timing = row.timing
    past.topic_names = tuple(earlier.get("topics", (topic.name for topic in claim.topics.all())))
    return past
