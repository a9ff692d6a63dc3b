"""The claims list of an earlier day or moment, ordered as that of now."""

from django_tables2.data import TableData

from claims.tables.claims import MOST_URGENT_FIRST, ClaimTable
from claims.vocabulary import EvidenceStatus, State, Verdict


def _place(enum):
    places = list(enum)
    return lambda value: None if value is None else places.index(value)


EVIDENCE, TIMING, VERDICT, STATE = map(_place, (EvidenceStatus, MOST_URGENT_FIRST, Verdict, State))
OF_RECORD = {
    "number": lambda row: row.number,
    "statement": lambda row: row.statement,
    "state": lambda row: STATE(row.state),
    "due": lambda row: row.window_end or row.review_on,
    "owner": lambda row: row.owner,
}
OF_FIGURES = {
    "evidence": lambda row: EVIDENCE(row.figures.evidence_status),
    "timing": lambda row: TIMING(row.timing),
    "verdict": lambda row: VERDICT(row.figures.verdict),
    "counted": lambda row: (row.figures.articles, row.figures.origins),
    "supports": lambda row: row.figures.supports,
    "conflicts": lambda row: row.figures.conflicts,
}


class ThenData(TableData):
    """The rows of a `ClaimsThen`; of a part of them, the claims that the table shows."""

    def __len__(self):
        return len(self.data.rows)

    def __iter__(self):
        return iter(self.data.claims(self.data.rows))

    def __getitem__(self, part):
        return self.data.claims(self.data.rows[part])

    def order_by(self, aliases):
        """Order as the columns named say; rows without a value last either way, the newest first among equals."""
        if not aliases:
            return
        if any(alias.bare in OF_FIGURES for alias in aliases):
            self.data.judge_all()
        rows = sorted(self.data.rows, key=OF_RECORD["number"], reverse=True)
        for alias in reversed(aliases):
            rows = _ordered(rows, (OF_RECORD | OF_FIGURES)[alias.bare], alias.is_descending)
        self.data.rows = rows


def _ordered(rows, value, is_descending):
    known = [row for row in rows if value(row) is not None]
    return sorted(known, key=value, reverse=is_descending) + [row for row in rows if value(row) is None]


class ClaimThenTable(ClaimTable):
    """The claims list of an earlier day or moment: each claim leads to its page of the same (`then`, a query)."""

    def __init__(self, data, *, then, **kwargs):
        self.then = then
        self.cut_offs = {"as_of": data.scope.day, "past": data.past}
        super().__init__(ThenData(data), **kwargs)

    class Meta(ClaimTable.Meta):
        pass
