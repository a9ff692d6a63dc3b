"""A document as PDF: A4, headed tables that go on over pages, page numbers, and addresses that can be followed."""

from functools import partial

from claims.models import Claim
from claims.reports.document import as_data, written
from claims.reports.writing.pdf_charts import write_chart
from claims.reports.writing.pdf_pages import FONT, GREY, HEADING, LINE, POINT, SMALL, TEXT, TITLE, UNKNOWN, Pages
from claims.reports.writing.pdf_tables import LaidTable, write_table

CONTENT_TYPE = "application/pdf"
LACKING = f"{UNKNOWN} stands for a letter that the font of this file lacks. The HTML file has all of them."
# A line of evidence that is kept together at the foot of a page, in millimetres.
ENTRY = 32
# Between the name of a fact and its value, in millimetres.
GAP = 4


def write(document):
    """Return `document` as the bytes of a PDF file."""
    pdf = Pages(document)
    report = document.report
    tables = [LaidTable(pdf, table) for table in report.tables]
    tables_first = bool(tables) and (report.begins_with_a_list or not report.charts)
    # A wide table lies across; with nothing but words before it, these lie so too, and it begins below them.
    pdf.add_page(orientation=tables[0].orientation if tables_first else "P")
    _write_front(pdf, document)
    parts = [partial(_write_charts, pdf, report.charts), partial(_write_tables, pdf, tables, document)]
    for write_part in reversed(parts) if tables_first else parts:
        write_part()
    if document.lines:
        _write_evidence(pdf, document)
    return bytes(pdf.output())


def _write_charts(pdf, charts):
    for chart in charts:
        pdf.ln(5)
        write_chart(pdf, chart, lambda title: pdf.say(title, HEADING, "B"))


def _write_tables(pdf, tables, document):
    for laid in tables:
        write_table(pdf, laid, document)


def _write_front(pdf, document):
    pdf.say(document.title, TITLE, "B")
    pdf.ln(2)
    pdf.set_font(FONT, size=TEXT)
    facts = document.facts
    width = max(pdf.get_string_width(name) for name, _ in facts) + GAP
    for name, value in facts:
        _write_fact(pdf, name, value, width)
    if any(map(pdf.lacking, _texts(as_data(document)))):
        pdf.ln(1)
        pdf.say(LACKING)
    pdf.ln(3)
    for figure in document.report.figures:
        pdf.say(f"{figure.label}: {written(figure.value) or '–'}", HEADING, "B")
    pdf.ln(2)
    pdf.set_text_color(*GREY)
    for rule in document.report.rules:
        pdf.say(rule)
        pdf.ln(0.8)
    pdf.set_text_color(0)


def _texts(data):
    """Yield every text in `data`, which is what JSON can hold."""
    if isinstance(data, str):
        yield data
    for part in (*data, *data.values()) if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _texts(part)


def _write_fact(pdf, name, value, width):
    pdf.set_text_color(*GREY)
    pdf.set_font(FONT, size=TEXT)
    pdf.cell(width, TEXT * LINE * POINT, name)
    pdf.set_text_color(0)
    pdf.say(value, indent=width)


def _write_evidence(pdf, document):
    pdf.add_page(orientation="P")
    pdf.say("Evidence", HEADING, "B")
    claim = None
    for line in document.lines:
        if line.claim != claim:
            claim = line.claim
            pdf.keep_together(2 * ENTRY)
            pdf.ln(3)
            link = document.link(Claim(number=claim).get_absolute_url()) or ""
            pdf.say(f"C-{claim}  {line.statement}", TEXT, "B", link=link)
        _write_line(pdf, line, document)


def _write_line(pdf, line, document):
    said = [line.stance, line.basis, line.independence]
    pdf.keep_together(ENTRY)
    pdf.ln(1.5)
    pdf.say(" · ".join(part for part in said if part), SMALL, "B")
    pdf.say(f"“{line.quote}”", TEXT)
    pdf.set_text_color(*GREY)
    for part in _about(line):
        pdf.say(part, SMALL)
    pdf.say_where(line.address, document)


def _about(line):
    """Yield in lines where the words of a link come from."""
    names = (("Said by", line.speaker), ("Origin:", line.origin))
    if any(name for _, name in names):
        yield " · ".join(f"{label} {name}" for label, name in names if name)
    where = (line.outlet, line.article, written(line.published_on) or "publication day not stated")
    yield ", ".join(part for part in where if part)
    if line.counted != "yes":
        yield f"Not counted: {line.counted[0].lower()}{line.counted[1:]}."
    if line.version:
        yield f"Version {line.version}, SHA-256 {line.sha256}"
