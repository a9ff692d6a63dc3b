"""Two documents held against each other: what is told is what differs, each thing beside its own."""

from dataclasses import replace
from datetime import UTC, date, datetime

from claims.reports.comparison import compare
from claims.reports.document import CUT_OFFS
from claims.reports.numbered.parts import Column, Counted, Figure, Table
from tests.reports.writing.test_formats import LINE, make_charted, make_document

CHANGES = ("number", "Claim", "claim"), ("what", "What", "word"), ("after", "After", "text"), ("at", "When", "moment")


def with_table(name, columns, *rows, **more):
    document = make_document(lines=())
    table = Table(name, "Table", tuple(Column(*column) for column in columns), rows, **more)
    return replace(document, report=replace(document.report, tables=(table,), figures=()))


def told(before, after):
    return [(change.where, change.before, change.after) for change in compare(before, after)]


def changed_at(hour):
    return datetime(2021, 11, 9, hour, tzinfo=UTC)


def test_new_lines_of_the_change_log_are_told_and_the_old_one_stays():
    created = (1, "Claim", "Muttaqi will come", changed_at(8))
    edits = [(1, "Statement", f"Wording {hour}", changed_at(hour)) for hour in (9, 10)]

    found = told(with_table("changes", CHANGES, created), with_table("changes", CHANGES, *edits[::-1], created))

    assert found == [
        ("Table, C-1, Statement, 9 November 2021, 10:00:00 UTC", None, "After Wording 10"),
        ("Table, C-1, Statement, 9 November 2021, 09:00:00 UTC", None, "After Wording 9"),
    ]


def test_rules_of_one_kind_are_told_apart():
    columns = ("kind", "Kind"), ("rule", "Rule"), ("offered", "Offered", "number")
    same = ("Statement", "speech", Counted("b", (3,)))

    found = told(
        with_table("rules", columns, ("Statement", "forward", Counted("a", (1,))), same),
        with_table("rules", columns, ("Statement", "forward", Counted("a", (1, 2))), same),
    )

    assert found == [("Table, Statement, forward, Offered", "1", "2")]


def test_each_cell_is_told_with_the_name_of_its_column():
    columns = ("number", "Claim", "claim"), ("state", "State", "word"), ("articles", "Articles", "number")

    found = told(with_table("t", columns, (1, "Open", 5)), with_table("t", columns, (1, "Decided", 3)))

    assert found == [("Table, C-1, State", "Open", "Decided"), ("Table, C-1, Articles", "5", "3")]


def test_a_row_that_is_gone_is_told_with_the_names_of_its_columns():
    columns = ("number", "Claim", "claim"), ("state", "State", "word"), ("articles", "Articles", "number")

    assert told(with_table("t", columns, (1, "Open", 5)), with_table("t", columns)) == [
        ("Table, C-1", "State Open · Articles 5", None)
    ]


def test_the_total_is_told_as_one_thing():
    columns = ("state", "State"), ("all", "All", "number")
    before, after = (with_table("t", columns, total=("All states", number)) for number in (1, 2))

    assert told(before, after) == [("Table, All states, All", "1", "2")]


def test_the_same_words_in_another_article_are_another_line():
    quoted_again = replace(LINE, stance="Context", outlet="Dawn", address="/passages/9/")

    found = told(make_document(lines=(LINE,)), make_document(lines=(LINE, quoted_again)))

    [(where, before, after)] = found
    assert (where, before) == ("Evidence of C-12: “is likely to visit”, Dawn", None)
    assert after.startswith("Context · Still foretold · ")


def test_a_line_that_is_gone_does_not_become_one_of_the_same_words_in_another_article():
    quoted_again = replace(LINE, stance="Context", outlet="Dawn", address="/passages/9/")

    found = told(make_document(lines=(LINE,)), make_document(lines=(quoted_again,)))

    assert [(where, bool(before), bool(after)) for where, before, after in found] == [
        ("Evidence of C-12: “is likely to visit”, ANI", True, False),
        ("Evidence of C-12: “is likely to visit”, Dawn", False, True),
    ]


def test_the_first_of_two_alike_that_is_gone_is_told():
    alike = replace(LINE, stance="Context")

    [change] = told(make_document(lines=(LINE, alike)), make_document(lines=(alike,)))

    assert change[1].startswith("Supports · Still foretold · ")
    assert change[2] is None


def test_all_lines_of_a_new_claim_are_told_and_its_statement_is_not_told_besides():
    found = told(make_document(lines=()), make_document(lines=(LINE,)))

    assert [where for where, _, _ in found] == ["Evidence of C-12: “is likely to visit”, ANI"]


def test_a_statement_worded_anew_is_told_once_for_all_its_lines():
    lines = (LINE, replace(LINE, address="/passages/9/"))
    worded = tuple(replace(line, statement="Muttaqi will come") for line in lines)

    found = told(make_document(lines=lines), make_document(lines=worded))

    assert found == [("Statement of C-12", "Muttaqi will visit Islamabad", "Muttaqi will come")]


def test_what_a_line_says_otherwise_is_told_by_its_name():
    found = told(make_document(), make_document(lines=(replace(LINE, counted="withdrawn"),)))

    assert found == [("Evidence of C-12: “is likely to visit”, ANI, Counted", "yes", "withdrawn")]


def test_figures_charts_notes_rules_and_filters_are_compared():
    before = make_charted("line", late=7)
    report = replace(
        make_charted("line", late=8).report,
        figures=(Figure("Late", None),),
        rules=("Another rule.",),
        tables=(replace(before.report.tables[0], note="Only the newest."),),
    )
    after = replace(before, report=report, asked=(*before.asked, ("Topic", "Troika")))

    assert told(before, after) == [
        ("Asked: Topic", None, "Troika"),
        ("Late", "1/5 (20 %)", ""),
        ("Windows ending, August, Late", "7", "8"),
        ("What is counted", "A rule.", None),
        ("Late: [all], note", None, "Only the newest."),
        ("What is counted", None, "Another rule."),
    ]


def test_a_cell_in_which_nothing_is_stated_any_more_is_there():
    columns = ("number", "Claim", "claim"), ("end", "Window ends", "day")
    before, after = (with_table("t", columns, (1, day)) for day in (date(2021, 11, 14), None))

    assert told(before, after) == [("Table, C-1, Window ends", "14 November 2021", "")]


def test_a_statement_worded_anew_that_tables_show_as_well_is_told_once():
    columns = ("number", "Claim", "claim"), ("statement", "Statement", "text")
    before, after = (
        replace(
            with_table("t", columns, (12, statement), (13, statement)),
            lines=(replace(LINE, claim=12, statement=statement),),
        )
        for statement in ("He will come", "He will go")
    )

    # C-13 has no evidence, so nothing but the table tells its statement.
    assert told(before, after) == [
        ("Table, C-13, Statement", "He will come", "He will go"),
        ("Statement of C-12", "He will come", "He will go"),
    ]


def test_titles_and_cut_offs_are_no_differences():
    before, after = (
        replace(make_document(), title=word, asked=tuple((name, word) for name in CUT_OFFS)) for word in "ab"
    )

    assert told(before, after) == []
