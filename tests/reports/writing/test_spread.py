"""Spreadsheets: a share is two numbers, a moment is one of the calendar, and nothing is taken for what it is not."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

from claims.reports.document import Document, document
from claims.reports.numbered.parts import Column, Counted, Figure, Report, Share, Table
from claims.reports.numbered.registry import REPORTS
from claims.reports.scope import Scope
from claims.reports.stored_document import from_stored
from claims.reports.writing.formats import FORMATS
from tests.factories import make_claim, make_decision, make_link

KEPT = Path(__file__).parents[1] / "kept"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What a spreadsheet takes for a day.
FRACTION = re.compile(r"\d+/\d+")


def share(part, whole):
    return Share(Counted("part", tuple(range(part))), Counted("whole", tuple(range(whole))))


def make_document(at=datetime(2021, 11, 9, 10, 51, 44, 250_000, tzinfo=UTC)):
    columns = (
        Column("outlet", "Outlet"),
        Column("fulfilment", "Fulfilment", "number"),
        Column("claims", "Claims", "number"),
        Column("day", "Day", "day"),
        Column("at", "When", "moment"),
    )
    rows = (
        ("ANI", share(1, 2), Counted("claims", (1, 2)), date(2021, 11, 9), at),
        ("Tolo", None, Counted("claims", ()), None, None),
    )
    table = Table("outlets", "By outlet", columns, rows, total=("All", share(6, 8), 2, None, None))
    report = Report("R6", "Track record", (), (Figure("Fulfilment", share(6, 8)), Figure("Live claims", 8)), (table,))
    return Document("R6 Track record", (("Published by", "9 November 2021"),), report)


def csv_rows(made):
    return list(csv.reader(io.StringIO(FORMATS["csv"].write(made).decode("utf-8-sig"))))


def sheet(made, number):
    """Return the rows of a sheet of the workbook of `made`: texts as text, numbers as floats, nothing as None."""
    book = zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"].write(made)))
    texts = ["".join(one.itertext()) for one in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]

    def value(cell):
        said = cell.findtext(f"{MAIN}v")
        if said is None:
            return None
        return texts[int(said)] if cell.get("t") == "s" else float(said)

    rows = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}row")
    return [[value(cell) for cell in row.iter(f"{MAIN}c")] for row in rows]


def test_a_share_is_two_columns_of_a_csv():
    rows = csv_rows(make_document())

    table = rows[rows.index(["By outlet"]) + 1 :]
    assert table == [
        ["Outlet", "Fulfilment n", "Fulfilment of", "Claims", "Day", "When"],
        ["ANI", "1", "2", "2", "2021-11-09", "2021-11-09T10:51:44.250000+00:00"],
        ["Tolo", "", "", "0", "", ""],
        ["All", "6", "8", "2", "", ""],
    ]


def test_a_share_is_two_columns_of_numbers_in_a_workbook():
    head, first, *_, total = sheet(make_document(), 2)

    assert head[:4] == ["Outlet", "Fulfilment n", "Fulfilment of", "Claims"]
    assert first[:4] == ["ANI", 1, 2, 2]
    assert total[:4] == ["All", 6, 8, 2]


def test_a_share_at_the_head_is_two_lines():
    lines = [["Fulfilment, n", "6"], ["Fulfilment, of", "8"], ["Live claims", "8"]]

    assert [row for row in csv_rows(make_document()) if row in lines] == lines
    assert [row for row in sheet(make_document(), 1) if row[0] in dict(lines)] == [
        ["Fulfilment, n", 6], ["Fulfilment, of", 8], ["Live claims", 8],
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["table", "html"])
def test_people_read_a_share_as_a_fraction(name):
    written = FORMATS[name].write(make_document()).decode()

    assert "6/8 (75 %)" in written
    assert "Fulfilment of" not in written


def test_a_moment_of_a_workbook_is_one_of_the_calendar_in_utc():
    made = make_document(at=datetime(2021, 11, 9, 15, 51, 44, tzinfo=ZoneInfo("Asia/Karachi")))

    written = zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"].write(made)))

    days, seconds = date(2021, 11, 9) - date(1899, 12, 30), 10 * 3600 + 51 * 60 + 44
    assert sheet(made, 2)[1][-1] == pytest.approx(days.days + seconds / 86_400, abs=1e-8)
    assert "yyyy-mm-dd hh:mm:ss&quot; UTC&quot;" in written.read("xl/styles.xml").decode()


def test_a_column_of_moments_is_wide_enough_to_show_them():
    written = zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"].write(make_document())))

    *_, last = re.findall(r'<col [^>]*width="([0-9.]+)"', written.read("xl/worksheets/sheet2.xml").decode())

    assert float(last) > len("2021-11-09 10:51:44 UTC")


@pytest.mark.parametrize("number", [1, 2])
def test_an_edition_kept_before_is_spread_as_well_and_keeps_its_digest(number):
    edition = json.loads((KEPT / f"format_{number}.json").read_text())

    made = from_stored(edition["content"])

    assert made.digest == edition["sha256"]
    rows = csv_rows(made)
    assert rows[rows.index(["Late, n", "1"]) + 1] == ["Late, of", "5"]


def test_a_table_without_a_share_stays_as_it_is():
    made = make_document()
    table = made.report.tables[0]
    bare = replace(table, rows=(("Tolo", None, 0, None, None),), total=())

    rows = csv_rows(replace(made, report=replace(made.report, tables=(bare,))))

    assert rows[-2:] == [[column.label for column in table.columns], ["Tolo", "", "0", "", ""]]


@pytest.mark.django_db
@pytest.mark.parametrize("code", REPORTS)
def test_no_cell_of_a_report_looks_like_a_day_that_is_none(code):
    claim = make_claim(topic_names=["Diplomacy"])
    make_link(claim)
    make_decision(claim)
    make_claim(topic_names=["Diplomacy"])

    made = document(code, Scope(), with_evidence=True)

    assert not [cell for row in csv_rows(made) for cell in row if FRACTION.fullmatch(cell.split(" ")[0])]
