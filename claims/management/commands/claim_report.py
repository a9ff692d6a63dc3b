"""`manage.py claim_report`: a row a claim, or a numbered report; now, or as of an earlier day or moment."""

import csv
import io
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.text import Truncator

from claims.forms.reports import contradictions
from claims.management import report_options
from claims.reports.claim_rows import COLUMNS, as_cells, as_object, claim_rows
from claims.reports.document import document
from claims.reports.numbered import as_of_edition, change_log
from claims.reports.numbered.registry import REPORTS
from claims.reports.scope import Scope
from claims.reports.writing.as_csv import harmless
from claims.reports.writing.formats import BINARY, FORMATS, WITH_EVIDENCE

STATEMENT_WIDTH = 48


class Command(BaseCommand):
    help = "Report one row a claim, its state and what its evidence adds up to; or one of the numbered reports."

    def add_arguments(self, parser):
        listed = ", ".join(f"{code} {report.TITLE.lower()}" for code, report in REPORTS.items())
        parser.add_argument("--report", metavar="CODE", help=f"a numbered report: {listed}")
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
            "otherwise; a day alone means its end, and today alone means now",
        )
        parser.add_argument(
            "--since",
            metavar="DATETIME",
            help="the first moment of R10, read as --recorded-by is; by default the beginning of the day that lies "
            "seven days before that",
        )
        parser.add_argument("--claim", metavar="NUMBER", help="R10 of this claim alone, such as C-12")
        parser.add_argument("--topic", metavar="TOPIC", help="only claims of this topic, by name or slug")
        parser.add_argument("--owner", metavar="USERNAME", help="only claims of this person")
        parser.add_argument("--outlet", metavar="NAME", help="only claims linked to an article of this outlet")
        parser.add_argument(
            "--published-from", metavar="DATE", help="only claims made in an article published on this day or later"
        )
        parser.add_argument(
            "--published-to", metavar="DATE", help="only claims made in an article published on this day or earlier"
        )
        parser.add_argument("--format", choices=sorted(FORMATS), default="table")
        parser.add_argument("--out", metavar="FILE", help="write to this file; needed for xlsx and pdf on a terminal")

    def handle(self, *, report, out, **options):
        if out is not None and not out.strip():
            raise CommandError("--out: this names no file.")
        scope, code = _scope(options), _code(report)
        written = _written(code, scope, options["format"], **_period(code, scope, options))
        if out:
            _save(written, Path(out))
        else:
            self._show(written, options["format"])

    def _show(self, written, name):
        if name not in BINARY:
            self.stdout.write(written.decode("utf-8-sig"), ending="")
        elif self.stdout.isatty():
            raise CommandError(f"--format {name} is no text. Name a file with --out.")
        else:
            self.stdout.buffer.write(written)


def _scope(options):
    scope = Scope(
        topic=report_options.topic(options["topic"]),
        owner=report_options.owner(options["owner"]),
        outlet=report_options.outlet(options["outlet"]),
        published_from=report_options.calendar_day(options["published_from"], "--published-from"),
        published_to=report_options.calendar_day(options["published_to"], "--published-to"),
        as_of=report_options.day(options["as_of"]),
        recorded_by=report_options.moment(options["recorded_by"]),
    )
    for name, sentence in contradictions(scope):
        raise CommandError(f"--{name.replace('_', '-')}: {sentence}")
    return scope


def _code(report):
    if report is None or report.upper() in REPORTS:
        return report and report.upper()
    raise CommandError(f"--report: there is no report “{report}”. Choose from {', '.join(REPORTS)}.")


def _period(code, scope, options):
    """Return what R10 alone is asked besides the scope: since when, and of which claim alone."""
    if code != change_log.CODE:
        names = " and ".join(f"--{name}" for name in ("since", "claim") if options[name] is not None)
        if names:
            raise CommandError(f"{names}: only {change_log.CODE} can be asked this. Add --report {change_log.CODE}.")
        return {}
    claim = report_options.claim(options["claim"])
    return {"since": _since(options["since"], scope)} | ({"claim": claim} if claim else {})


def _since(said, scope):
    if said is None:
        return change_log.first_moment(scope)
    until = scope.recorded_by or timezone.now()
    # Today alone is now, which begins no period.
    since = report_options.moment(said, "--since") or until
    if since >= until:
        raise CommandError("--since: the period ends before it begins. Give a moment before that of --recorded-by.")
    return since


def _written(code, scope, name, **asked):
    """Return the bytes of what was asked for; without a code the rows, where the format can hold nothing but rows."""
    if code is None and name in ROWS:
        return ROWS[name](claim_rows(scope.claims(), as_of=scope.as_of, recorded_by=scope.recorded_by)).encode()
    written = document(code or as_of_edition.CODE, scope, with_evidence=name in WITH_EVIDENCE, **asked)
    return FORMATS[name].write(written)


def _save(written, path):
    try:
        path.write_bytes(written)
    except OSError as error:
        raise CommandError(f"--out: {path} cannot be written: {error.strerror}.") from None


def _as_json(rows):
    return json.dumps([as_object(row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def _as_csv(rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(harmless, as_cells(row)) for row in rows)
    return out.getvalue()


def _as_table(rows):
    lines = [[_shortened(name, cell) for name, cell in zip(COLUMNS, as_cells(row), strict=True)] for row in rows]
    lines.insert(0, COLUMNS)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    written = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in lines]
    return "\n".join([*written, f"{len(rows)} claim{'' if len(rows) == 1 else 's'}", ""])


def _shortened(name, cell):
    if name == "statement":
        return Truncator(cell).chars(STATEMENT_WIDTH)
    return cell or "–"


ROWS = {"table": _as_table, "json": _as_json, "csv": _as_csv}
