"""Reads numbers out of a report, as a person finds them: by their label, their row and their column."""

from claims.reports.numbered.parts import Counted, Share


def figure(report, label):
    """Return the figure called `label` as it is written."""
    return written(next(one.value for one in report.figures if one.label == label))


def table(report, name):
    return next(one for one in report.tables if one.name == name)


def rows(report, name):
    """Return the rows of the table `name`, each as {column: cell as it is written}."""
    return [_row(table(report, name), row) for row in table(report, name).rows]


def row(report, name, first):
    """Return the row of the table `name` that begins with `first`."""
    return next(one for one in rows(report, name) if next(iter(one.values())) == first)


def total(report, name):
    return _row(table(report, name), table(report, name).total)


def _row(table, cells):
    names = [column.name for column in table.columns]
    return dict(zip(names, map(written, cells), strict=True))


def written(cell):
    """Return a count as a number, a share as people read it, and anything else as it is."""
    if isinstance(cell, Counted):
        return cell.n
    return str(cell) if isinstance(cell, Share) else cell
