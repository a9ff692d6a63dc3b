"""How files lie: what comes first, which column has the room, what stays on one line, what a reader is told first."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdf
import pytest

from claims.reports.document import Document
from claims.reports.evidence_lines import EvidenceLine
from claims.reports.numbered.parts import Chart, Column, Counted, Figure, Report, Series, Table
from claims.reports.writing.formats import FORMATS
from claims.reports.writing.pdf_pages import Pages
from claims.reports.writing.pdf_tables import LaidTable

STATEMENT = "Several senior officials will accompany Muttaqi to Islamabad on 14 November 2021"
CLAIM, WORDS = Column("number", "Claim", "claim"), Column("statement", "Statement")
DAY, MOMENT = Column("ended", "Window ends", "day"), Column("at", "When", "moment")
STATES = [Column(f"state{place}", f"State {place}", "word") for place in range(8)]
CHART = Chart("ends", "Windows ending", "bars", ("July", "August"), (Series("Late", (2, 7), "red"),))
LINE = EvidenceLine(
    claim=12, statement=STATEMENT, stance="Supports", basis="", independence="", counted="yes", quote="is to visit",
    speaker="", origin="", article="", outlet="", published_on=None, version=None, sha256="", address="/passages/3/",
)  # fmt: skip


def make_table(columns, *rows, **more):
    return Table("late", "Late claims", tuple(columns), rows, **more)


def make_document(*tables, charts=(), lines=()):
    report = Report("R2", "Overdue", ("A rule.",), (Figure("Late", Counted("late", (12,))),), tables, charts)
    return Document("R2 Overdue", (("Published by", "9 November 2021"),), report, lines)


LIST = make_table((CLAIM, WORDS), (12, STATEMENT))
NUMBERS = make_table((Column("origin", "Origin"), Column("late", "Late", "number")), ("Dawn", 3))


def pages_of(document):
    """Return the words of each page of a PDF of `document`, their lines joined."""
    read = pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].write(document))).pages
    return [page.extract_text() for page in read]


@pytest.mark.parametrize("name", ["pdf", "html"])
@pytest.mark.parametrize(
    ("table", "first", "then"), [(LIST, "Late claims", "Windows ending"), (NUMBERS, "Windows ending", "Late claims")]
)
def test_a_list_of_claims_goes_before_a_chart_and_numbers_after_it(name, table, first, then):
    document = make_document(table, charts=(CHART,))

    said = "\n".join(pages_of(document)) if name == "pdf" else FORMATS[name].write(document).decode()

    assert said.index(first) < said.index(then)


@pytest.mark.parametrize("lines", [(), (LINE,)])
def test_a_list_of_claims_begins_on_the_first_page_of_a_pdf(lines):
    assert "C-12" in pages_of(make_document(LIST, charts=(CHART,), lines=lines))[0]


def test_what_letters_a_pdf_lacks_is_said_on_its_first_page():
    rows = [(number, STATEMENT) for number in range(1, 80)]
    foreign = replace(LINE, speaker="姚敬")

    pages = pages_of(make_document(make_table((CLAIM, WORDS), *rows), lines=(foreign,)))

    assert len(pages) > 2
    assert ["stands for a letter" in page for page in pages] == [True] + [False] * (len(pages) - 1)


def test_a_pdf_that_lacks_no_letter_says_nothing_of_any():
    document = make_document(LIST, lines=(replace(LINE, speaker="Zażółć – “naïve”"),))

    assert not any("stands for a letter" in page for page in pages_of(document))


def laid_widths(columns, *rows):
    pdf = Pages(make_document())
    pdf.add_page(orientation="L")
    widths = LaidTable(pdf, make_table(columns, *rows)).widths(pdf.epw)
    pdf.output()  # closes the files of the fonts
    return widths, pdf.epw


def test_a_table_is_as_wide_as_its_page():
    for columns, row in (((CLAIM, WORDS), (12, "Short")), ((CLAIM, WORDS, *STATES), (12, STATEMENT, *["Open"] * 8))):
        widths, room = laid_widths(columns, row)

        assert sum(widths) == pytest.approx(room)


def test_a_statement_has_the_room_that_short_words_leave():
    widths, room = laid_widths((CLAIM, WORDS, *STATES), (12, STATEMENT, *["Awaiting review"] * 8))

    assert widths[1] > room / 4
    assert widths[1] > 3 * max(widths[2:])


def test_one_very_long_text_leaves_room_for_the_others():
    widths, room = laid_widths((CLAIM, WORDS, Column("act", "What was done")), (12, STATEMENT * 20, STATEMENT))

    assert widths[2] > room / 4


@pytest.mark.parametrize("statement", [STATEMENT, "Muttaqi " * 60])
def test_a_day_keeps_to_one_line_of_a_pdf(statement):
    row = (12, statement, date(2021, 11, 14), *["Reported not to have happened"] * 8)

    [page] = pages_of(make_document(make_table((CLAIM, WORDS, DAY, *STATES), row)))

    assert "14 November 2021" in page


def test_a_moment_breaks_only_between_its_day_and_its_time():
    moment = datetime(2021, 11, 14, 17, 27, 21, tzinfo=UTC)
    row = (12, "Muttaqi " * 60, moment, *["Reported not to have happened"] * 8)

    [page] = pages_of(make_document(make_table((CLAIM, WORDS, MOMENT, *STATES), row)))

    assert "14 November 2021," in page
    assert "17:27:21 UTC" in page


def test_a_total_is_never_alone_on_its_page():
    columns = (Column("origin", "Origin"), Column("late", "Late", "number"))
    for rows in range(30, 45):
        lines = [(f"Origin {number}", number) for number in range(rows)]
        table = make_table(columns, *lines, total=("All of them", 7))
        page = next(page for page in pages_of(make_document(table)) if "All of them" in page)

        assert f"Origin {rows - 1}" in page


def test_cells_of_the_html_say_their_columns_where_they_stand_below_each_other():
    html = FORMATS["html"].write(make_document(make_table((CLAIM, WORDS, DAY), (12, STATEMENT, date(2021, 11, 14)))))

    assert re.findall(r'data-label="([^"]+)"', html.decode()) == ["Claim", "Statement", "Window ends"]
