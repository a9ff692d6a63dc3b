"""A document as plain text for a terminal."""

from claims.reports.document import written

CONTENT_TYPE = "text/plain; charset=utf-8"
WIDEST = 48


def write(document):
    """Return `document` as bytes of UTF-8, cells longer than 48 characters cut; the evidence is left out."""
    lines = [document.title, *(f"{name}: {value}" for name, value in (*document.imprint, *document.asked))]
    lines += [
        f"{figure.label}: {'–' if figure.value is None else figure.value}" for figure in document.report.figures
    ]
    for table in document.report.tables:
        lines += ["", table.title, *(_table(table) if table.rows else [table.empty])]
    return "\n".join(lines).encode() + b"\n"


def _table(table):
    rows = [[column.label for column in table.columns]]
    for row in [*table.rows, *([table.total] if table.total else [])]:
        rows.append([_cut(written(cell, column.kind)) for column, cell in zip(table.columns, row, strict=True)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(_justified, row, widths, table.columns)).rstrip()


def _justified(cell, width, column):
    return cell.rjust(width) if column.kind == "number" else cell.ljust(width)


def _cut(text):
    text = " ".join(text.split())
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
