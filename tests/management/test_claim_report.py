import csv
import io
import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims.reports.claim_rows import COLUMNS
from tests.factories import make_claim, make_link

pytestmark = pytest.mark.django_db


def report(*args, **options):
    out = io.StringIO()
    call_command("claim_report", *args, stdout=out, **options)
    return out.getvalue()


def report_json(*args, **options):
    return json.loads(report("--format", "json", *args, **options))


def test_json_is_a_list_of_objects():
    claim = make_claim()

    [row] = report_json()

    assert tuple(row) == COLUMNS
    assert (row["number"], row["flags"], row["verdict"]) == (claim.number, [], None)
    assert row["window_end"] == "2021-11-14"


def test_csv_has_the_same_names_in_its_header():
    make_claim()

    header, row = csv.reader(io.StringIO(report("--format", "csv")))

    assert tuple(header) == COLUMNS
    assert row[:4] == ["1", "Muttaqi will visit Islamabad", "forecast", "open"]


def test_csv_starts_no_formula():
    make_claim(statement='=HYPERLINK("x")')

    [_, row] = csv.reader(io.StringIO(report("--format", "csv")))

    assert row[1] == '\'=HYPERLINK("x")'


def test_the_table_has_a_line_for_each_claim_and_shortens_long_statements():
    make_claim(statement="Muttaqi will visit Islamabad " + "and further cities " * 5)
    make_claim()

    header, first, second, total = report().splitlines()

    assert header.split() == list(COLUMNS)
    assert "Muttaqi will visit Islamabad and further" in first
    assert "…" in first
    assert header.index(" state ") + 1 == second.index("open")
    assert total == "2 claims"


def test_as_of_counts_only_what_was_published_by_then():
    make_link(make_claim())

    told = [report_json("--as-of", day)[0]["evidence_status"] for day in ("2021-11-09", "2021-11-10")]

    assert told == ["single_source", "outcome_reported"]


def test_a_naive_moment_is_one_of_the_time_zone(settings):
    settings.TIME_ZONE = "Asia/Karachi"
    make_claim()
    now = timezone.localtime()

    known = report_json("--recorded-by", now.replace(tzinfo=None).isoformat())
    earlier = report_json("--recorded-by", (now.replace(tzinfo=None, hour=0, minute=0, second=0)).isoformat())

    assert (len(known), len(earlier)) == (1, 0)


def test_a_moment_may_state_its_own_time_zone():
    make_claim()

    assert report_json("--recorded-by", timezone.now().isoformat())
    assert report_json("--recorded-by", "2021-11-09T18:00+05:00") == []


def test_a_day_alone_means_its_end(time_machine):
    make_claim()
    day = timezone.localdate().isoformat()

    time_machine.move_to(timezone.now() + timedelta(days=1))

    assert report_json("--recorded-by", day)


def test_today_alone_means_now():
    make_claim()
    today = timezone.localdate().isoformat()

    said = report("--report", "R1", "--format", "json", "--recorded-by", today)

    assert json.loads(said)["asked"]["On record by"] == "now"
    assert report_json("--recorded-by", today)


def test_a_moment_of_today_still_to_come_is_refused(time_machine):
    time_machine.move_to(datetime(2021, 11, 9, 18, tzinfo=UTC))

    assert report("--recorded-by", "2021-11-09T17:59")
    with pytest.raises(CommandError, match="--recorded-by: “2021-11-09T18:01” is still to come"):
        report("--recorded-by", "2021-11-09T18:01")


def test_values_that_python_callers_give_are_taken_as_they_are():
    make_link(make_claim())

    [row] = report_json(as_of=date(2021, 11, 9), recorded_by=datetime.now())

    assert row["evidence_status"] == "single_source"


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--as-of", "9 Nov", "“9 Nov” is no date"),
        ("--as-of", "2021-02-30", "“2021-02-30” is no date"),
        ("--recorded-by", "yesterday", "“yesterday” is no moment"),
        ("--recorded-by", "2021-11-09T25:00", "is no moment"),
        ("--recorded-by", "0001-01-01T00:00+10:00", "is no moment"),
        ("--recorded-by", "1899-12-31", "Write a year from 1900 on"),
        ("--recorded-by", "9999-12-30T00:00", "is still to come"),
        ("--as-of", "0001-01-01", "Write a year from 1900 on"),
        ("--as-of", "9999-12-31", "is still to come"),
        ("--as-of", "2021-W45", "“2021-W45” is no date"),
        ("--recorded-by", "2021-W45", "“2021-W45” is no moment"),
        ("--recorded-by", "2021-W45-2T18:00", "is no moment"),
    ],
)
def test_a_bad_date_is_refused_with_a_sentence(option, value, sentence):
    with pytest.raises(CommandError, match=sentence):
        report(option, value)


def test_an_empty_database_gives_an_empty_report():
    assert report_json() == []
    assert report("--format", "csv").splitlines() == [",".join(COLUMNS)]
    assert report().splitlines()[-1] == "0 claims"
