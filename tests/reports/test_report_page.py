"""What a page shows of a numbered report: which cells are nothing, and how long tables are paged."""

import pytest

from claims.reports import report_page as module
from claims.reports.numbered.parts import Column, Counted, Report, Share, Table
from claims.reports.report_page import report_page

COLUMNS = (Column("number", "Claim", "claim"), Column("days", "Days", "number"))


def page_of(*rows, typed=None, columns=COLUMNS, total=()):
    table = Table("late", "Late", columns, rows, total)
    return report_page(Report("R2", "Overdue", (), (), (table,)), lambda key: f"/{key}/", typed=typed)


def numbers(shown):
    return [row[0].text for row in shown.rows]


@pytest.mark.parametrize(
    ("cell", "is_none"),
    [
        (Counted("late", ()), True),
        (Counted("late", (12,)), False),
        (0, False),
        (None, False),
        (Share(Counted("part", ()), Counted("whole", ())), False),
    ],
)
def test_a_count_of_nothing_is_none_and_a_value_of_nought_is_not(cell, is_none):
    [shown] = page_of((12, cell)).tables

    assert shown.rows[0][1].is_none == is_none


def test_a_long_table_is_read_page_by_page_in_its_order(monkeypatch):
    monkeypatch.setattr(module, "PER_PAGE", 2)
    rows = [(number, 1) for number in (5, 3, 4, 1, 2)]

    pages = [page_of(*rows, typed={"late-page": str(nth)}).tables[0] for nth in (1, 2, 3)]

    assert [numbers(shown) for shown in pages] == [["C-5", "C-3"], ["C-4", "C-1"], ["C-2"]]
    assert {shown.page.paginator.count for shown in pages} == {5}


@pytest.mark.parametrize(("typed", "first"), [("x", "C-1"), ("-1", "C-3"), ("99", "C-3"), ("", "C-1")])
def test_a_page_that_there_is_not_is_the_nearest(monkeypatch, typed, first):
    monkeypatch.setattr(module, "PER_PAGE", 2)

    [shown] = page_of((1, 1), (2, 1), (3, 1), typed={"late-page": typed}).tables

    assert numbers(shown)[0] == first


def test_each_page_ends_in_the_total_of_all(monkeypatch):
    monkeypatch.setattr(module, "PER_PAGE", 1)

    [shown] = page_of((1, 2), (2, 3), typed={"late-page": "2"}, total=(None, 5)).tables

    assert [cell.text for cell in shown.total] == ["–", "5"]
