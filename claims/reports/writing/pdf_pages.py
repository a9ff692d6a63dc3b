"""The pages of a PDF file: their fonts and letters, the running title above, number and digest below."""

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

FONTS = Path(__file__).parents[2] / "static/vendor/dejavu-fonts-ttf-2.37.3"
FONT = "DejaVu"
# A file says when it was made; the same report must give the same bytes whenever it is written.
MADE = datetime(2000, 1, 1, tzinfo=UTC)
SMALL, TEXT, HEADING, TITLE = 7.5, 9, 12, 17
LINE = 1.45
# Millimetres in a point.
POINT = 25.4 / 72
GREY, RULE, LINKED = (90, 90, 90), (190, 190, 190), (26, 79, 139)
# Stands for letters that the font lacks, as those of Chinese; nothing is left out without a trace.
UNKNOWN = "□"
# The first letter that is ever drawn otherwise beside another one: marks, and what is written from the right.
FIRST_SHAPED = "\u0300"


def needs_shaping(text):
    """Return whether letters of `text` are drawn by their neighbours, as marks and those of Arabic are.

    >>> needs_shaping("Zażółć – “naïve”"), needs_shaping("طالبان")
    (False, True)
    """
    if text.isascii():
        return False
    letters = {letter for letter in text if letter >= FIRST_SHAPED}
    return any(
        unicodedata.category(letter).startswith("M") or unicodedata.bidirectional(letter) in ("R", "AL")
        for letter in letters
    )


class Pages(FPDF):
    """Pages of A4; the first is added by whoever knows how it has to lie."""

    def __init__(self, document):
        super().__init__(format="A4")
        self.title_above, self.digest = document.title, document.digest
        self._known_widths = {}
        self.c_margin = 0
        self.add_font(FONT, fname=FONTS / "DejaVuSans.ttf")
        self.add_font(FONT, style="B", fname=FONTS / "DejaVuSans-Bold.ttf")
        self.set_creation_date(MADE)
        self.set_title(document.title)
        self.set_creator(document.software)
        self.set_producer(document.software)
        self.set_lang("en-GB")
        self.set_margins(16, 16)
        self.set_auto_page_break(True, margin=18)
        self.set_draw_color(*RULE)
        self.upright_width = self.epw

    def header(self):
        if self.page_no() > 1:
            self.set_font(FONT, size=SMALL)
            self._say_small(self.shortened(self.known(self.title_above), self.epw), "L")
            self.ln(3)

    def footer(self):
        self.set_y(-13)
        self._say_small(f"SHA-256 {self.digest[:16]}…   ·   page {self.page_no()} of {{nb}}", "R")

    def lacking(self, text):
        """Return the letters of `text` that the font lacks."""
        letters = self.fonts[FONT.lower()].cmap
        return {letter for letter in set(text) if ord(letter) not in letters and not letter.isspace()}

    def known(self, text):
        """Return `text` with a sign in place of every letter that the font lacks."""
        lacking = self.lacking(text)
        return text.translate({ord(letter): UNKNOWN for letter in lacking}) if lacking else text

    def width_of(self, text):
        """Return how wide `text` is in the font that is set, in millimetres; words come again and again."""
        key = (text, self.font_style, self.font_size_pt, bool(self.text_shaping))
        if key not in self._known_widths:
            self._known_widths[key] = self.get_string_width(text)
        return self._known_widths[key]

    def shortened(self, text, width):
        """Return `text`, cut with an ellipsis where it is wider than `width` millimetres in the font that is set."""
        while self.width_of(text) > width:
            text = f"{text[:-2].rstrip()}…"
        return text

    def lines_of(self, text, width):
        """Return `text` as lines of at most `width` millimetres in the font that is set; longer words are cut."""
        return [line for part in text.splitlines() or [""] for line in self._lines(part, width)]

    def _lines(self, part, width):
        line, used, space = "", 0, self.width_of(" ")
        for word in part.replace("\t", " ").split(" "):
            wide = self.width_of(word)
            if line and used + space + wide > width:
                yield line
                line, used = "", 0
            while wide > width and len(word) > 1:
                fits = self._fitting(word, width)
                yield word[:fits]
                word = word[fits:]
                wide = self.width_of(word)
            line, used = (f"{line} {word}", used + space + wide) if line else (word, wide)
        yield line

    def _fitting(self, word, width):
        """Return how many letters of `word` fit into `width` millimetres, at least one."""
        return next((end for end in range(len(word), 1, -1) if self.get_string_width(word[:end]) <= width), 1)

    def keep_together(self, height):
        """Go on to a page that lies as this one does where `height` millimetres do not fit on this one."""
        if self.will_page_break(height):
            self.add_page(same=True)

    def say(self, text, size=TEXT, style="", link="", indent=0):
        """Write a paragraph over the whole width, or from `indent` millimetres on."""
        self.set_font(FONT, style=style, size=size)
        self.set_text_shaping(needs_shaping(text))
        for line in self.lines_of(self.known(text), self.epw - indent):
            self.set_x(self.l_margin + indent)
            self.cell(0, size * LINE * POINT, line, link=link, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def say_where(self, address, document):
        """Write the address of a place of the desk, to be followed where the desk is known."""
        link = document.link(address)
        self.set_text_color(*(LINKED if link else GREY))
        self.say(link or address, SMALL, link=link or "")
        self.set_text_color(0)

    def _say_small(self, text, align):
        self.set_font(FONT, size=SMALL)
        self.set_text_color(*GREY)
        # A page may end within a paragraph, which goes on as it began.
        within = self.text_shaping
        self.set_text_shaping(needs_shaping(text))
        self.cell(0, 5, self.known(text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.text_shaping = within
        self.set_text_color(0)
