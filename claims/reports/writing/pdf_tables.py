"""Tables of a report in a PDF file: under a heading that every page repeats, with claims that lead to the desk."""

from claims.models import Claim
from claims.reports.document import written
from claims.reports.writing.pdf_pages import FONT, HEADING, LINE, LINKED, POINT, SMALL, needs_shaping

SHADE = 242
# The title of a table, in millimetres; it stays with a short table, or with the first rows of a long one.
TITLE_OF_TABLE = 8
LONGEST_KEPT_TOGETHER, FIRST_ROWS = 12, 2
# A column of text wants this many millimetres at most, unless a word is longer; one of numbers room for its longest,
# any other for its longest word. A line that is longer than the second is no easier to read.
TEXT_WIDTH, LONGEST_LINE = 38, 110
# How much of its whole width a text of a few words takes on two lines.
OF_TWO_LINES = 0.6
# Keeps the words of a day on one line.
UNBROKEN = "\N{NO-BREAK SPACE}"
# Between the words of a cell and its edges: above and below, and at the sides.
PADDING, INSET, ROUNDING = 1, 1.6, 0.4
HEIGHT = SMALL * LINE * POINT


class LaidTable:
    """A table as it will lie: its cells in words, what each column wants, and which way the page lies."""

    def __init__(self, pdf, table):
        self.table = table
        self.rows = [_words(pdf, table, row) for row in table.rows]
        self.total = _words(pdf, table, table.total) if table.total else []
        self.is_shaped = any(needs_shaping(text) for row in self.rows for text in row)
        self.wants = list(_wants(pdf, table.columns, [*self.rows, *([self.total] if self.total else [])]))
        self.orientation = "L" if sum(width for width, _ in self.wants) > pdf.upright_width else "P"

    def widths(self, room):
        """Return the widths of the columns over `room` millimetres; what is to spare goes to those that want more.

        Each gets of it by how much more it wants; what is left then widens all alike.
        """
        spare = max(0, room - sum(width for width, _ in self.wants))
        short = sum(whole - width for width, whole in self.wants)
        given = min(1, spare / short) if short else 0
        widths = [width + given * (whole - width) for width, whole in self.wants]
        return [width * room / sum(widths) for width in widths]


def _words(pdf, table, row):
    return [pdf.known(_unbroken(cell, column.kind)) for column, cell in zip(table.columns, row, strict=True)]


def _unbroken(cell, kind):
    """Return a cell in words; a day stays on one line, and so does the time of a moment."""
    words = written(cell, kind)
    if kind not in ("day", "moment"):
        return words
    return ", ".join(part.replace(" ", UNBROKEN) for part in words.split(", "))


def _wants(pdf, columns, rows):
    """Yield how many millimetres each column wants, and how many would do for one line of text, or two of words."""
    pdf.set_font(FONT, style="B", size=SMALL)
    for place, column in enumerate(columns):
        texts = [row[place] for row in rows]
        known = {*texts, *column.label.split()}
        words = {word for text in known for line in text.splitlines() for word in line.split(" ")}
        whole, longest = _width_for_most(pdf, texts), _widest(pdf, known if column.kind == "number" else words)
        if column.kind == "text":
            wanted = max(min(whole, TEXT_WIDTH), min(longest, 2 * TEXT_WIDTH))
            yield wanted, max(wanted, min(whole, LONGEST_LINE))
        else:
            yield longest, max(longest, whole * OF_TWO_LINES)


def _widest(pdf, texts):
    return max(map(pdf.width_of, texts), default=0) + 2 * INSET + ROUNDING


def _width_for_most(pdf, texts):
    """Return how many millimetres nine in ten of `texts` need: a column is not as wide as its rarest words."""
    widths = sorted(map(pdf.width_of, texts)) or [0]
    return widths[min(len(widths) - 1, 9 * len(widths) // 10)] + 2 * INSET + ROUNDING


def write_table(pdf, laid, document):
    """Write a table below what stands on the page, or on a new one where it lies otherwise or does not fit."""
    if laid.orientation != ("L" if pdf.w > pdf.h else "P"):
        pdf.add_page(orientation=laid.orientation)
    pdf.ln(5)
    drawing = _Drawing(pdf, laid)
    pdf.keep_together(TITLE_OF_TABLE + drawing.height_kept_together())
    pdf.say(laid.table.title, HEADING, "B")
    pdf.ln(1)
    if not laid.rows:
        pdf.say(laid.table.empty)
        return
    drawing.draw(document)
    if laid.table.note:
        pdf.ln(1)
        pdf.say(laid.table.note, SMALL)


class _Drawing:
    """A table being drawn, over the whole width of the page and over as many pages as it takes."""

    def __init__(self, pdf, laid):
        self.pdf, self.laid = pdf, laid
        self.labels = [column.label for column in laid.table.columns]
        self.widths = laid.widths(pdf.epw)
        self.aligns = ["R" if column.kind == "number" else "L" for column in laid.table.columns]

    def height_kept_together(self):
        """Return how many millimetres stay on one page: all of a short table, the first rows of a long one."""
        rows = [self.labels, *self.laid.rows, *([self.laid.total] if self.laid.total else [])]
        kept = rows if len(rows) <= LONGEST_KEPT_TOGETHER else rows[: FIRST_ROWS + 1]
        return sum(_height(self.wrapped(texts, "B")) for texts in kept)

    def draw(self, document):
        self.draw_heading()
        last, of_total = len(self.laid.rows) - 1, self.height_of_total()
        for place, (texts, row) in enumerate(zip(self.laid.rows, self.laid.table.rows, strict=True)):
            links = _links(document, self.laid.table.columns, row)
            self.draw_row(texts, links=links, below=of_total if place == last else 0)
        if self.laid.total:
            self.draw_row(self.laid.total, "B")

    def height_of_total(self):
        """Return how many millimetres the total takes, which never stands on a page alone."""
        return _height(self.wrapped(self.laid.total, "B")) if self.laid.total else 0

    def draw_heading(self):
        cells = self.wrapped(self.labels, "B")
        self.pdf.set_fill_color(SHADE)
        self.pdf.rect(self.pdf.l_margin, self.pdf.get_y(), self.pdf.epw, _height(cells), style="F")
        self.draw_lines(cells, {})

    def draw_row(self, texts, style="", links=None, below=0):
        """Draw a row on one page with `below` millimetres after it; one higher than a page goes on over the next."""
        cells = self.wrapped(texts, style)
        if self.pdf.will_page_break(_height(cells) + below):
            self.go_on(style)
        while any(cells):
            room = self.pdf.page_break_trigger - self.pdf.get_y() - 2 * PADDING
            fit = max(1, int(room / HEIGHT))
            self.draw_lines([lines[:fit] for lines in cells], links or {})
            cells = [lines[fit:] for lines in cells]
            if any(cells):
                self.go_on(style)

    def go_on(self, style):
        self.pdf.add_page(same=True)
        self.draw_heading()
        self.pdf.set_font(FONT, style=style, size=SMALL)

    def wrapped(self, texts, style):
        """Return the lines of each cell, in the font that is then set."""
        self.pdf.set_font(FONT, style=style, size=SMALL)
        self.pdf.set_text_shaping(self.laid.is_shaped)
        wraps = zip(texts, self.widths, strict=True)
        return [self.pdf.lines_of(text, width - 2 * INSET) for text, width in wraps]

    def draw_lines(self, cells, links):
        pdf, top, left = self.pdf, self.pdf.get_y(), self.pdf.l_margin
        for place, (lines, width) in enumerate(zip(cells, self.widths, strict=True)):
            link = links.get(place, "")
            pdf.set_text_color(*(LINKED if link else (0, 0, 0)))
            for number, line in enumerate(lines):
                pdf.set_xy(left + INSET, top + PADDING + number * HEIGHT)
                pdf.cell(width - 2 * INSET, HEIGHT, line.replace(UNBROKEN, " "), align=self.aligns[place], link=link)
            left += width
        pdf.set_text_color(0)
        bottom = top + _height(cells)
        pdf.line(pdf.l_margin, bottom, left, bottom)
        pdf.set_xy(pdf.l_margin, bottom)


def _height(cells):
    return max(map(len, cells)) * HEIGHT + 2 * PADDING


def _links(document, columns, row):
    """Return {place of a cell: where it leads} for the claims of a row, where the desk is known."""
    claims = {place: row[place] for place, column in enumerate(columns) if column.kind == "claim" and row[place]}
    found = {place: document.link(Claim(number=number).get_absolute_url()) for place, number in claims.items()}
    return {place: link for place, link in found.items() if link}
