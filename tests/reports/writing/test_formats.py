import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pypdf
import pytest

from claims.reports.document import Document, written
from claims.reports.evidence_lines import EvidenceLine
from claims.reports.numbered.parts import Chart, Column, Counted, Figure, Report, Series, Share, Table
from claims.reports.writing.as_csv import harmless
from claims.reports.writing.formats import FORMATS, WITH_EVIDENCE
from claims.reports.writing.pdf_pages import UNKNOWN, needs_shaping

FORMULA = '=HYPERLINK("http://example.org";"click")'
DESK = "https://desk.example"
LINE = EvidenceLine(
    claim=12,
    statement="Muttaqi will visit Islamabad",
    stance="Supports",
    basis="Still foretold",
    independence="Undetermined",
    counted="yes",
    quote="is likely to visit",
    speaker="Asim Iftikhar",
    origin="The Express Tribune",
    article="Muttaqi likely to visit",
    outlet="ANI",
    published_on=date(2021, 11, 7),
    version=1,
    sha256="ab" * 32,
    address="/passages/3/",
)


def make_document(statement="Muttaqi will visit Islamabad", lines=(LINE,), rows=1):
    columns = (
        Column("number", "Claim", "claim"),
        Column("statement", "Statement"),
        Column("ended", "Ended", "day"),
        Column("days", "Days", "number"),
    )
    share = Share(Counted("late", (12,)), Counted("late-of", (12, 13, 14, 15, 16)))
    table = Table(
        "late", "Late: [all]", columns, ((12, statement, date(2021, 11, 9), Counted("days", (12,))),) * rows,
        total=("", "All", None, 3),
    )  # fmt: skip
    report = Report("R2", "Overdue", ("A rule.",), (Figure("Late", share),), (table,))
    return Document("R2 Overdue", (("Published by", "9 November 2021"),), report, lines)


def make_edition(**more):
    """Return a document as an edition hands it on, from a desk that says where it is."""
    imprint = (("Edition", "4"), ("Frozen by", "rita"), ("Frozen on", "9 November 2021, 10:51:44 UTC"))
    return replace(make_document(), imprint=imprint, **{"desk": DESK} | more)


def make_charted(kind, late=7):
    series = (Series("Late", (2, late), "red"), Series("In time", (1, 3)))
    chart = Chart("ends", "Windows ending", kind, ("July", "August"), series)
    document = make_document()
    return replace(document, report=replace(document.report, charts=(chart,)))


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_is_written_the_same_at_any_time(name, time_machine):
    time_machine.move_to(datetime(2021, 11, 9, tzinfo=UTC))
    early = FORMATS[name].write(make_document())

    time_machine.move_to(datetime(2030, 1, 1, tzinfo=UTC))

    assert FORMATS[name].write(make_document()) == early


def test_json_holds_counts_shares_and_days():
    data = json.loads(FORMATS["json"].write(make_document()))

    assert data["figures"] == [{"label": "Late", "value": {"n": 1, "of": 5, "percent": 20}}]
    assert data["tables"][0]["rows"][0] == {
        "number": 12, "statement": "Muttaqi will visit Islamabad", "ended": "2021-11-09", "days": 1,
    }  # fmt: skip
    assert data["tables"][0]["total"]["days"] == 3
    assert data["evidence"][0]["published_on"] == "2021-11-07"


def test_the_digest_follows_the_content_and_not_the_title():
    document = make_document()

    assert replace(document, title="For the editor").digest == document.digest
    assert make_document(statement="Another").digest != document.digest
    assert make_document(lines=()).digest != document.digest


@pytest.mark.parametrize("kind", ["line", "bars"])
def test_a_chart_is_drawn_in_the_html_and_in_the_pdf(kind, pdf_text):
    document = make_charted(kind)

    html, pdf = (FORMATS[name].write(document) for name in ("html", "pdf"))

    assert html.decode().count("<svg") >= 2
    assert ("Claims, July to August" if kind == "line" else "July: 2 late and 1 in time") in html.decode()
    said = pdf_text(pdf)[0]
    assert all(word in said for word in ("Windows ending", "July", "August", "In time"))
    assert pdf != FORMATS["pdf"].write(make_charted(kind, late=5))


@pytest.mark.parametrize("name", ["csv", "json", "xlsx"])
def test_files_without_drawings_hold_the_numbers_of_a_chart(name):
    few, many = (FORMATS[name].write(make_charted("line", late)) for late in (7, 7_654))

    if name == "xlsx":
        book = zipfile.ZipFile(io.BytesIO(many))
        assert "<v>7654</v>" in book.read("xl/worksheets/sheet3.xml").decode()
    else:
        assert b"7654" in many
    assert few != many


def test_moments_are_told_in_utc_whatever_zone_they_come_in():
    moment = datetime(2021, 11, 9, 15, 51, 44, tzinfo=ZoneInfo("Asia/Karachi"))

    assert written(moment) == "9 November 2021, 10:51:44 UTC"


def test_the_digest_follows_the_charts():
    assert make_charted("line", late=5).digest != make_charted("line", late=7).digest


@pytest.mark.parametrize("cell", [FORMULA, "+1 said", "-sum(A1)", "@cmd", "\tx", "\rx", "\nx"])
def test_what_begins_like_a_formula_is_defused(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Muttaqi", "12", "-12", "3/7", "a=b"])
def test_what_is_no_formula_stays_as_it_is(cell):
    assert harmless(cell) == cell


def test_csv_holds_the_table_its_total_and_the_evidence():
    written = FORMATS["csv"].write(make_document(statement=FORMULA)).decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(written)))

    assert ["12", f"'{FORMULA}", "2021-11-09", "1"] in rows
    assert ["", "All", "", "3"] in rows
    assert rows[-1][:2] == ["12", "Muttaqi will visit Islamabad"]


def test_a_workbook_holds_no_formula_and_one_row_a_link():
    lines = (replace(LINE, quote=FORMULA), replace(LINE, quote="https://example.org"))
    book = zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"].write(make_document(statement=FORMULA, lines=lines))))
    sheets = {name: book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")}

    assert len(sheets) == 3  # the front, the table, the evidence
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets.values())
    assert sheets["xl/worksheets/sheet3.xml"].count("<row ") == 1 + len(lines)
    assert FORMULA.replace('"', "&quot;") in book.read("xl/sharedStrings.xml").decode().replace('"', "&quot;")


def test_sheets_of_like_names_are_told_apart():
    document = make_document()
    table = document.report.tables[0]
    report = replace(document.report, tables=(table, table, replace(table, title="x" * 60)))

    book = zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"].write(replace(document, report=report))))

    names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert names == ["Report", "Late all", "Late all 2", "x" * 27, "Evidence"]


def test_the_html_needs_nothing_else_and_escapes_what_sources_wrote():
    written = FORMATS["html"].write(make_document(statement="<script>alert(1)</script>")).decode()

    assert "<script" not in written
    assert "&lt;script&gt;" in written
    assert not re.search(r"\ssrc\s*=|<link|url\(|@import", written)


@pytest.mark.parametrize("name", FORMATS)
def test_every_file_of_an_edition_says_its_number_who_froze_it_and_when(name, words_of):
    said = words_of(name, make_edition())

    assert all(word in said for word in ("Edition", "rita", "9 November 2021, 10:51:44 UTC"))


def test_what_hands_a_document_on_is_no_part_of_its_digest():
    assert make_edition().digest == make_document().digest


@pytest.mark.parametrize("name", WITH_EVIDENCE)
def test_files_say_who_spoke_from_where_it_came_and_the_whole_digest_of_the_text(name, words_of):
    said = words_of(name, make_document())

    assert all(word in said for word in ("Asim Iftikhar", "The Express Tribune", "ab" * 32))


@pytest.mark.parametrize("name", ["csv", "xlsx", "pdf", "html"])
def test_files_of_a_known_desk_give_addresses_in_full(name, words_of):
    assert f"{DESK}/passages/3/" in words_of(name, make_edition())
    assert "/passages/3/" in words_of(name, make_edition(desk=""))
    assert DESK not in words_of(name, make_edition(desk=""))


def test_the_html_leads_to_its_claims_and_passages():
    followed = re.findall(r'<a href="([^"]+)"', FORMATS["html"].write(make_edition()).decode())

    assert followed == [f"{DESK}/claims/12/", f"{DESK}/claims/12/", f"{DESK}/passages/3/"]


def test_the_pdf_leads_to_its_claims_and_passages():
    assert set(links_of(make_edition())) == {f"{DESK}/claims/12/", f"{DESK}/passages/3/"}
    assert links_of(make_edition(desk="")) == []


def test_the_pdf_says_foreign_words_as_they_are(pdf_text):
    foreign = "__init__ **and** --more-- [a](https://example.org)"
    document = replace(make_document(), title=foreign, asked=(("Topic", foreign),))

    said = pdf_text(FORMATS["pdf"].write(document))[0]

    assert said.count(foreign) == 2
    assert links_of(document) == []


def test_a_long_title_keeps_to_one_line_above_the_pages_of_a_pdf(pdf_text):
    document = replace(make_document(rows=120), title="Muttaqi will visit Islamabad " * 7)

    second = pdf_text(FORMATS["pdf"].write(document))[1].splitlines()

    assert second[0].startswith("Muttaqi will visit Islamabad")
    assert second[0].endswith("…")


def test_a_wide_table_begins_on_the_first_page_of_a_pdf_and_all_lie_across():
    document = make_document(rows=40)
    table = document.report.tables[0]
    columns = (*table.columns, *(Column(f"wide{place}", f"Wide {place}") for place in range(6)))
    rows = tuple((*row, *["likely to visit Islamabad soon"] * 6) for row in table.rows)
    report = replace(document.report, tables=(replace(table, columns=columns, rows=rows, total=()),))

    written = FORMATS["pdf"].write(replace(document, report=report, lines=()))

    pages = pypdf.PdfReader(io.BytesIO(written)).pages
    assert pages[0].extract_text().count("C-12") >= 4
    assert len(pages) > 1
    assert all(page.mediabox.width > page.mediabox.height for page in pages)


def test_a_row_higher_than_a_page_goes_on_over_the_next(pdf_text):
    words = [f"word{number}" for number in range(2000)]
    document = make_document(statement=" ".join(words), lines=())

    said = pdf_text(FORMATS["pdf"].write(document))

    assert len(said) > 2
    assert re.findall(r"word\d+", " ".join(said)) == words


def test_a_word_wider_than_its_line_is_cut_and_not_lost(pdf_text):
    document = make_document(lines=(replace(LINE, quote="x" * 500),))

    assert "".join(pdf_text(FORMATS["pdf"].write(document))).count("x") >= 500


@pytest.mark.parametrize(
    ("text", "shaped"),
    [("Muttaqi", False), ("Zażółć – “naïve” □", False), ("طالبان", True), ("e\u0301", True), ("काबुल", True)],
)
def test_letters_are_shaped_where_their_neighbours_change_them(text, shaped):
    assert needs_shaping(text) == shaped


def test_arabic_letters_are_joined_in_the_pdf():
    document = make_document(statement="طالبان", lines=())
    joined = FORMATS["pdf"].write(document)

    with patch("claims.reports.writing.pdf_tables.needs_shaping", return_value=False):
        apart = FORMATS["pdf"].write(document)

    assert joined != apart


def test_the_pdf_has_headed_pages_with_numbers(pdf_text):
    pages = pdf_text(FORMATS["pdf"].write(make_document(rows=120)))

    assert len(pages) > 2
    assert all("page" in page for page in pages)
    assert all("Statement" in page for page in pages[:-1])
    assert "SHA-256 of the content" in pages[0]


def test_letters_that_the_font_lacks_leave_a_trace_in_the_pdf(pdf_text):
    said = " ".join(pdf_text(FORMATS["pdf"].write(make_document(statement="Yao Jing 姚敬 – Zażółć"))))

    assert f"Yao Jing {UNKNOWN}{UNKNOWN}" in said
    assert "Zażółć" in said
    assert "stands for a letter" in said


def test_a_terminal_gets_aligned_columns():
    lines = FORMATS["table"].write(make_document()).decode().splitlines()

    assert "Late: 1/5 (20 %)" in lines
    assert lines[-3].startswith("Claim  Statement")
    assert lines[-2].endswith("9 November 2021     1")


def test_an_empty_table_says_why():
    document = make_document()
    table = replace(document.report.tables[0], rows=(), total=(), empty="Nothing is late.")
    empty = replace(document, report=replace(document.report, tables=(table,)))

    for name in ("table", "html"):
        assert "Nothing is late." in FORMATS[name].write(empty).decode()


def links_of(document):
    """Return the addresses that the pages of the PDF of `document` lead to."""
    pages = pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].write(document))).pages
    return [note.get_object()["/A"]["/URI"] for page in pages for note in page.get("/Annots", ())]


@pytest.fixture
def words_of(pdf_text):
    """Return a function that gives all words of a document as a format has written it."""

    def words(name, document):
        written = FORMATS[name].write(document)
        if name == "pdf":
            return "\n".join(pdf_text(written))
        if name == "xlsx":
            return zipfile.ZipFile(io.BytesIO(written)).read("xl/sharedStrings.xml").decode()
        return written.decode()

    return words


@pytest.fixture
def pdf_text():
    """Return a function that gives the text of each page of a PDF."""
    return lambda written: [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(written)).pages]
