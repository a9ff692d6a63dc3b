"""What a numbered report is made of: numbers that open their records, shares, tables and charts.

A number is kept as the records that it counts, so that what a page opens behind it can never differ from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import NamedTuple

from claims.vocabulary import Noun

# A percentage of fewer than five says more than the records hold.
FEWEST_FOR_PERCENT = 5


class Counted(NamedTuple):
    """A number of records. `key` names it within its report; `members` are numbers of claims, or else row ids."""

    key: str
    members: tuple[int, ...]
    of: Noun = Noun.CLAIM

    @property
    def n(self):
        return len(self.members)

    def __str__(self):
        return str(self.n)


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, said as n/N; the members of the part are among those of the whole."""

    part: Counted
    whole: Counted

    @property
    def percent(self):
        """The share in whole percent, halves rounded up; None where the whole is nothing or fewer than five."""
        return percent(self.part.n, self.whole.n)

    def __str__(self):
        return fraction(self.part.n, self.whole.n)


def percent(n, total):
    """Return the share `n` of `total` in whole percent, halves rounded up; None where `total` is fewer than five."""
    return None if total < FEWEST_FOR_PERCENT else (200 * n + total) // (2 * total)


def fraction(n, total):
    """Return `n` of `total` as people read it: `3/4`, and from five on `3/7 (43 %)`."""
    return f"{n}/{total}" if percent(n, total) is None else f"{n}/{total} ({percent(n, total)} %)"


Cell = str | int | float | date | datetime | Counted | Share | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `kind` tells how a cell is written: text, word, number, day, moment, claim (a number)."""

    name: str
    label: str
    kind: str = "text"


def _said(column, cell):
    """Return a cell that names its row in words; None of a number."""
    if isinstance(cell, Counted | Share):
        return None
    return f"C-{cell}" if column.kind == "claim" and cell is not None else str(cell or "")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, as many as there are columns; `total` is a last row that adds them up; `empty` says why none."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    empty: str = "There is nothing to show."
    note: str = ""

    def __post_init__(self):
        if any(len(row) != len(self.columns) for row in self.lines):
            raise ValueError(f"A row of the table {self.name} has not one cell for each of its columns.")

    @property
    def lines(self):
        """The rows, and the total where there is one."""
        return (*self.rows, self.total) if self.total else self.rows

    @property
    def is_matrix(self):
        """Whether it is all numbers but for its first column, so that it is read across and down."""
        return len(self.columns) > 2 and all(column.kind == "number" for column in self.columns[1:])

    def row_name(self, row):
        """Return what a row is of: its first cells that are words or a claim, up to its first number."""
        said = (_said(column, cell) for column, cell in zip(self.columns, row, strict=True))
        return ", ".join(filter(None, takewhile(lambda one: one is not None, said)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number said by itself at the head of a report."""

    label: str
    value: Counted | Share | float | str | None


@dataclass(frozen=True, slots=True)
class Series:
    """One line, or the bars of one colour; `tone` names a colour of the style sheet."""

    label: str
    values: tuple[int, ...]
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class Chart:
    """A trend (`kind` line) or shares (`kind` bars): a value of each series for each label; its table is its twin."""

    name: str
    title: str
    kind: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = "claims"


@dataclass(frozen=True, slots=True)
class Report:
    """A numbered report, ready to be written in any format. `rules` say in sentences what is counted, and in what."""

    code: str
    title: str
    rules: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()

    @property
    def begins_with_a_list(self):
        """Whether its first table lists claims, which whoever opens it came for; charts of numbers stand below it."""
        return bool(self.tables) and self.tables[0].columns[0].kind == "claim"

    def counted(self) -> Iterator[Counted]:
        """Yield every number of the report that can be opened."""
        cells = [figure.value for figure in self.figures]
        for table in self.tables:
            cells += [cell for row in (*table.rows, table.total) for cell in row]
        for cell in cells:
            if isinstance(cell, Share):
                yield from (cell.part, cell.whole)
            elif isinstance(cell, Counted):
                yield cell

    def find(self, key):
        """Return the number named `key`, or None."""
        return next((counted for counted in self.counted() if counted.key == key), None)

    def place(self, key):
        """Return in words where the number `key` stands: “Trade, Fulfilment, of all”; nothing where it does not."""
        for where, cell in self._places():
            if isinstance(cell, Share) and key == cell.whole.key:
                return f"{where}, of all"
            if key == (cell.part if isinstance(cell, Share) else cell).key:
                return where
        return ""

    def _places(self):
        """Yield (words, number) of every place of a number."""
        for figure in self.figures:
            if isinstance(figure.value, Counted | Share):
                yield figure.label, figure.value
        for table in self.tables:
            of_table = f"{table.title}: " if len(self.tables) > 1 else ""
            for row in table.lines:
                for column, cell in zip(table.columns, row, strict=True):
                    if isinstance(cell, Counted | Share):
                        yield f"{of_table}{table.row_name(row)}, {column.label}", cell


def count(rows, key, test=None):
    """Return how many of `rows` pass `test` (all by default), as a number that opens them."""
    return Counted(key, tuple(row.number for row in rows if test is None or test(row)))


def share(rows, key, *, of, test):
    """Return which share of those `rows` that pass `of` pass `test` as well."""
    whole = [row for row in rows if of(row)]
    return Share(part=count(whole, key, test), whole=count(whole, f"{key}-of"))
