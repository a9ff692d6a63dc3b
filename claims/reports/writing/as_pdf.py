"""A document as PDF: A4, headed tables that go on over pages, page numbers, and addresses that can be followed."""

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF, FontFace
from fpdf.enums import TableBordersLayout, XPos, YPos

from claims.reports.document import written
from claims.reports.writing.pdf_charts import write_chart

CONTENT_TYPE = "application/pdf"
FONTS = Path(__file__).parents[2] / "static/vendor/dejavu-fonts-ttf-2.37.3"
FONT = "DejaVu"
# A file says when it was made; the same report must give the same bytes whenever it is written.
MADE = datetime(2000, 1, 1, tzinfo=UTC)
SMALL, TEXT, HEADING, TITLE = 7.5, 9, 12, 17
LINE = 1.45
# Millimetres in a point.
POINT = 25.4 / 72
GREY, RULE, SHADE = (90, 90, 90), (190, 190, 190), (242, 242, 242)
# Stands for letters that the font lacks, as those of Chinese; nothing is left out without a trace.
UNKNOWN = "□"
LACKING = f"{UNKNOWN} stands for a letter that the font of this file lacks. The edition as HTML has all of them."
# What is kept together at the foot of a page, in millimetres.
ENTRY, HEAD_OF_TABLE, ROW_OF_TABLE = 24, 34, 6
LONGEST_KEPT_TOGETHER = 12
# A column of text wants this many millimetres; any other as many as its longest word.
TEXT_WIDTH = 38
PADDING = 1


def write(document):
    """Return `document` as the bytes of a PDF file."""
    pdf = _Pages(document)
    _write_front(pdf, document)
    for chart in document.report.charts:
        pdf.ln(5)
        write_chart(pdf, chart, lambda title: pdf.say(title, HEADING, "B"))
    for table in document.report.tables:
        _write_table(pdf, table)
    if document.lines:
        _write_evidence(pdf, document.lines)
    if pdf.lacks_letters:
        pdf.ln(4)
        pdf.say(LACKING, SMALL)
    return bytes(pdf.output())


class _Pages(FPDF):
    """Pages with a running title above, and their number and the digest below."""

    def __init__(self, document):
        super().__init__(format="A4")
        self.document = document
        self.lacks_letters = False
        self.add_font(FONT, fname=FONTS / "DejaVuSans.ttf")
        self.add_font(FONT, style="B", fname=FONTS / "DejaVuSans-Bold.ttf")
        self.set_text_shaping(True)
        self.set_creation_date(MADE)
        self.set_title(document.title)
        self.set_creator(document.software)
        self.set_producer(document.software)
        self.set_lang("en-GB")
        self.set_margins(16, 16)
        self.set_auto_page_break(True, margin=18)
        self.set_draw_color(*RULE)
        self.add_page()
        self.upright_width = self.epw

    def header(self):
        if self.page_no() > 1:
            self._say_small(self.document.title, "L")
            self.ln(3)

    def footer(self):
        self.set_y(-13)
        self._say_small(f"SHA-256 {self.document.digest[:16]}…   ·   page {self.page_no()} of {{nb}}", "R")

    def known(self, text):
        """Return `text` with a sign in place of every letter that the font lacks."""
        letters = self.fonts[FONT.lower()].cmap
        known = "".join(letter if ord(letter) in letters or letter.isspace() else UNKNOWN for letter in text)
        self.lacks_letters |= known != text
        return known

    def keep_together(self, height):
        """Go on to a new page where `height` millimetres do not fit on this one."""
        if self.will_page_break(height):
            self.add_page()

    def _say_small(self, text, align):
        self.set_font(FONT, size=SMALL)
        self.set_text_color(*GREY)
        self.cell(0, 5, self.known(text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_text_color(0)

    def say(self, text, size=TEXT, style="", **more):
        """Write a paragraph over the whole width."""
        self.set_font(FONT, style=style, size=size)
        height = size * LINE * POINT
        self.multi_cell(0, height, self.known(text), new_x=XPos.LMARGIN, new_y=YPos.NEXT, **more)


def _write_front(pdf, document):
    pdf.say(document.title, TITLE, "B", align="L")
    pdf.ln(2)
    facts = [*document.asked, ("SHA-256 of the content", document.digest), ("Made with", document.software)]
    for name, value in facts:
        pdf.say(f"**{name}:** {value}", markdown=True)
    pdf.ln(3)
    for figure in document.report.figures:
        pdf.say(f"{figure.label}: {written(figure.value) or '–'}", HEADING, "B")
    pdf.ln(2)
    for rule in document.report.rules:
        pdf.set_text_color(*GREY)
        pdf.say(rule, TEXT, align="L")
    pdf.set_text_color(0)


def _write_table(pdf, table):
    rows = [_cells(pdf, table, row) for row in [*table.rows, *([table.total] if table.total else [])]]
    widths = _widths(pdf, table.columns, rows)
    _turn(pdf, sum(widths) > pdf.upright_width)
    pdf.ln(5)
    pdf.keep_together(HEAD_OF_TABLE + ROW_OF_TABLE * min(len(rows), LONGEST_KEPT_TOGETHER))
    pdf.say(table.title, HEADING, "B")
    pdf.ln(1)
    if not table.rows:
        pdf.say(table.empty)
        return
    _rule_off(pdf, table, rows, widths)
    if table.note:
        pdf.say(table.note, SMALL)


def _cells(pdf, table, row):
    return [pdf.known(written(cell, column.kind)) for column, cell in zip(table.columns, row, strict=True)]


def _widths(pdf, columns, rows):
    """Return how wide each column wants to be, in millimetres."""
    pdf.set_font(FONT, style="B", size=SMALL)
    widths = []
    for place, column in enumerate(columns):
        words = [*column.label.split(), *(word for row in rows for word in row[place].split())]
        longest = max(map(pdf.get_string_width, words), default=0) + 2 * PADDING + 1
        widths.append(max(TEXT_WIDTH, min(longest, 2 * TEXT_WIDTH)) if column.kind == "text" else longest)
    return widths


def _turn(pdf, wide):
    """Go on to a new page where this one does not lie as the table needs it."""
    if wide != (pdf.w > pdf.h):
        pdf.add_page(orientation="L" if wide else "P")


def _rule_off(pdf, table, rows, widths):
    pdf.set_font(FONT, size=SMALL)
    with pdf.table(
        col_widths=tuple(widths),
        text_align=tuple("RIGHT" if column.kind == "number" else "LEFT" for column in table.columns),
        headings_style=FontFace(emphasis="BOLD", fill_color=SHADE),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        line_height=SMALL * LINE * POINT,
        padding=PADDING,
    ) as drawn:
        drawn.row([column.label for column in table.columns])
        for place, row in enumerate(rows):
            is_total = table.total and place == len(rows) - 1
            drawn.row(row, style=FontFace(emphasis="BOLD") if is_total else None)


def _write_evidence(pdf, lines):
    pdf.add_page(orientation="P")
    pdf.say("Evidence", HEADING, "B")
    claim = None
    for line in lines:
        if line.claim != claim:
            claim = line.claim
            pdf.keep_together(2 * ENTRY)
            pdf.ln(3)
            pdf.say(f"C-{line.claim}  {line.statement}", TEXT, "B", align="L")
        _write_line(pdf, line)


def _write_line(pdf, line):
    said = [line.stance, line.basis, line.independence]
    pdf.keep_together(ENTRY)
    pdf.ln(1.5)
    pdf.say(" · ".join(part for part in said if part), SMALL, "B")
    pdf.say(f"“{line.quote}”", TEXT, align="L")
    where = [line.outlet, line.article, written(line.published_on) or "publication day not stated"]
    pdf.set_text_color(*GREY)
    pdf.say(", ".join(part for part in where if part), SMALL, align="L")
    if line.counted != "yes":
        pdf.say(f"Not counted: {line.counted[0].lower()}{line.counted[1:]}.", SMALL, align="L")
    if line.version:
        pdf.say(f"Version {line.version}, SHA-256 {line.sha256[:16]}…, {line.address}", SMALL, align="L")
    pdf.set_text_color(0)
