"""What differs between two documents, so that each number and each line is held against the same one of the other.

Pure: it reads nothing but the two documents.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest

from claims.reports.charts import twin_of
from claims.reports.document import CUT_OFFS, written

# The columns that tell a row of a table from the others, where its first does not.
KEYS = {"changes": ("number", "what", "at"), "rules": ("kind", "rule"), "pairs": ("one", "other")}
ASKED, STATEMENT = "asked", "statement"
# What a line of evidence is found by is no part of what it says; the digest of a text tells people nothing.
UNSAID = ("claim", "statement", "quote", "address")
UNTOLD = ("outlet", "version", "sha256")


@dataclass(frozen=True, slots=True)
class Change:
    """A number or a line that is not the same in two documents; None where it stands in one alone.

    An empty text is a cell of both in which nothing is stated.
    """

    where: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class _Item:
    """Something that a document says: what it is found by in another, its name, and (label, text) of its cells.

    `said` is what is told of it where it stands in one of the two alone; None is told only where both have it.
    """

    key: tuple
    name: str
    cells: tuple[tuple[str, str], ...]
    said: str | None


def compare(before, after):
    """Return what differs of what was asked, figures, tables, charts, statements and evidence, then rules.

    The cut-offs are left out: two editions differ in them by their nature.
    """
    told_once = _statements(before).keys() & _statements(after).keys()
    old, new = (_by_key(document, told_once) for document in (before, after))
    keys = [*old, *(key for key in new if key not in old)]
    # What was asked explains the rest, so it is told first, whichever of the two was asked it.
    keys.sort(key=lambda key: key[0] != ASKED)
    return tuple(change for key in keys for one in _pairs(old[key], new[key]) for change in _changes(*one))


def _statements(document):
    """Return {number of a claim: its statement} of the claims with evidence in `document`."""
    return {line.claim: line.statement for line in document.lines}


def _by_key(document, told_once):
    found = defaultdict(list)
    for item in _items(document, told_once):
        found[item.key].append(item)
    return found


def _pairs(old, new):
    """Yield what belongs together of the items of one key: those that are equal first, the others as they come."""
    old, new = list(old), list(new)
    for item in tuple(old):
        if item in new:
            old.remove(item)
            new.remove(item)
    return zip_longest(old, new)


def _changes(old, new):
    if old is None or new is None:
        there = old or new
        if there.said is not None:
            yield Change(there.name, old and old.said, new and new.said)
        return
    before, after = dict(old.cells), dict(new.cells)
    for label in {**before, **after}:
        values = before.get(label), after.get(label)
        if values[0] != values[1]:
            yield Change(f"{new.name}, {label}" if label else new.name, *values)


def _items(document, told_once):
    """Yield what a document says; that the statements of the claims `told_once` differ is told of them alone."""
    report = document.report
    for name, value in document.asked:
        if name not in CUT_OFFS:
            yield _word((ASKED, name), f"Asked: {name}", value)
    for figure in report.figures:
        yield _word(("figure", figure.label), figure.label, written(figure.value))
    for table in [*report.tables, *map(twin_of, report.charts)]:
        yield from _rows(table, told_once)
    for claim, statement in _statements(document).items():
        yield _Item(("statement", claim), f"Statement of C-{claim}", (("", statement),), said=None)
    for line in document.lines:
        yield _evidence(line, document.line_names)
    for rule in report.rules:
        yield _word(("counted", rule), "What is counted", rule)


def _word(key, name, text):
    return _Item(key, name, (("", text),), text)


def _rows(table, told_once):
    named = KEYS.get(table.name, (table.columns[0].name,))
    for row in table.rows:
        key = tuple(text for column, text in _texts(table, row) if column.name in named)
        without = {STATEMENT} if _claim_of(table, row) in told_once else set()
        yield _row(("row", table.name, *key), (table.title, *key), table, row, named, without)
    if table.total:
        name = table.title, written(table.total[0])
        yield _row(("total", table.name), name, table, table.total, (table.columns[0].name,))
    if table.note:
        yield _word(("note", table.name), f"{table.title}, note", table.note)


def _claim_of(table, row):
    """Return the number of the claim that a row is of, or None."""
    of_claim = (cell for column, cell in zip(table.columns, row, strict=True) if column.kind == "claim")
    return next(of_claim, None)


def _row(key, names, table, row, named, without=()):
    texts = [(column, text) for column, text in _texts(table, row) if column.name not in named]
    cells = tuple((column.label, text) for column, text in texts if column.name not in without)
    said = " · ".join(f"{column.label} {text}" for column, text in texts if text)
    return _Item(key, ", ".join(names), cells, said)


def _texts(table, row):
    return [(column, written(cell, column.kind)) for column, cell in zip(table.columns, row, strict=True)]


def _evidence(line, names):
    texts = {name: written(getattr(line, name)) for name in names if name not in UNSAID}
    said = (
        text for name, text in texts.items() if text and name not in UNTOLD and (name, text) != ("counted", "yes")
    )
    where = f"Evidence of C-{line.claim}: “{line.quote}”"
    return _Item(
        ("evidence", line.claim, line.address),
        f"{where}, {line.outlet}" if line.outlet else where,
        tuple((name.replace("_", " ").capitalize(), text) for name, text in texts.items()),
        " · ".join(said),
    )
