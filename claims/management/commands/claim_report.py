"""`manage.py claim_report`: one row a claim, now or as of an earlier day or moment."""

import csv
import json
from datetime import UTC, date, datetime, time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.text import Truncator

from claims.reports.claim_rows import COLUMNS, as_cells, as_object, claim_rows

STATEMENT_WIDTH = 48


class Command(BaseCommand):
    help = "Report one row a claim: its state, and what its evidence adds up to."

    def add_arguments(self, parser):
        parser.add_argument(
            "--as-of",
            metavar="DATE",
            help="count only what was published by this day, such as 2021-11-09; today unless --recorded-by says an "
            "earlier one",
        )
        parser.add_argument(
            "--recorded-by",
            metavar="DATETIME",
            help="report what was on record by this moment, such as 2021-11-09T18:00; in TIME_ZONE unless it says "
            "otherwise, and a day alone means its end",
        )
        parser.add_argument("--format", choices=sorted(WRITERS), default="table")

    def handle(self, *, as_of, recorded_by, **options):
        rows = claim_rows(as_of=_day(as_of), recorded_by=_moment(recorded_by))
        WRITERS[options["format"]](rows, self.stdout)


def _day(text):
    if text is None or isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--as-of: “{text}” is no date. Write it as 2021-11-09.") from None


def _moment(value):
    if value is None:
        return None
    try:
        moment = value if isinstance(value, datetime) else _read_moment(value)
        moment = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
        timezone.localdate(moment)  # the first and the last moments have no day in every time zone
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise CommandError(f"--recorded-by: “{value}” is no moment. Write it as 2021-11-09T18:00.") from None


def _read_moment(text):
    try:
        return datetime.combine(date.fromisoformat(text), time.max)
    except ValueError:
        return datetime.fromisoformat(text)


def _write_json(rows, out):
    out.write(json.dumps([as_object(row) for row in rows], ensure_ascii=False, indent=2))


def _write_csv(rows, out):
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(as_cells(row) for row in rows)


def _write_table(rows, out):
    lines = [[_shortened(name, cell) for name, cell in zip(COLUMNS, as_cells(row), strict=True)] for row in rows]
    lines.insert(0, COLUMNS)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        out.write("  ".join(map(str.ljust, line, widths)).rstrip())
    out.write(f"{len(rows)} claim{'' if len(rows) == 1 else 's'}")


def _shortened(name, cell):
    if name == "statement":
        return Truncator(cell).chars(STATEMENT_WIDTH)
    return cell or "–"


WRITERS = {"table": _write_table, "json": _write_json, "csv": _write_csv}
