"""Whatever people did: each report, asked as of a moment, says what it said at that moment."""

from datetime import date

import pytest
from django.utils import timezone
from hypothesis import given, settings

from claims.reports.numbered.registry import REPORTS, build
from claims.reports.scope import Scope
from tests.reports.histories import ACTS, a_desk, refusals_ignored, steps

pytestmark = pytest.mark.django_db


@given(steps)
@settings(max_examples=12)
def test_every_report_as_of_a_moment_says_what_it_said_then(sequence):
    with a_desk() as desk:
        past, since = [], timezone.now()
        narrowed = {
            "owner": desk["claims"][0].owner,
            "outlet": desk["articles"][0].outlet,
            "as_of": date(2021, 11, 9),
        }
        for name, *arguments in sequence:
            past.append((timezone.now(), told(since), told_narrowed(narrowed)))
            with refusals_ignored():
                ACTS[name](desk, *arguments)

        for moment, then, then_narrowed in past:
            assert told(since, recorded_by=moment) == then
            assert told_narrowed(narrowed, recorded_by=moment) == then_narrowed


def told(since, **cutoffs):
    """Return every report; the change log is that of what happened after `since`."""
    scope = Scope(**cutoffs)
    return {code: build(code, scope, **({"since": since} if code == "R10" else {})) for code in REPORTS}


def told_narrowed(narrowed, **cutoffs):
    """Return the reports that narrow more than claims, by each of the filters and the day `narrowed`."""
    scopes = [Scope(**{name: value}, **cutoffs) for name, value in narrowed.items()]
    return [build(code, scope) for code in ("R8", "R12") for scope in scopes]


@given(steps)
@settings(max_examples=8)
def test_change_log_leads_from_what_was_to_what_is(sequence):
    """Of each claim and word the lines follow on each other, and the last says what stands now."""
    with a_desk() as desk:
        since = timezone.now()
        for name, *arguments in sequence:
            with refusals_ignored():
                ACTS[name](desk, *arguments)

        lines = [row for row in reversed(build("R10", Scope(), since=since).tables[0].rows) if row[2] in WORDS]
        matrix = {
            row[0]: dict(zip(WORDS, (row[4], row[5] or "", row[6] or "", row[7]), strict=True)) for row in live()
        }
        last = {(row[0], row[2]): row[4] for row in lines}
        assert all(matrix[number][what] == after for (number, what), after in last.items() if number in matrix)
        assert all(before[4] == after[3] for before, after in successive(lines))


WORDS = ("Evidence", "Timing", "Verdict", "Flags")


def live():
    return build("R11", Scope()).tables[0].rows


def successive(lines):
    """Yield (line, the next line of the same claim and word)."""
    seen = {}
    for line in lines:
        key = (line[0], line[2])
        if key in seen:
            yield seen[key], line
        seen[key] = line
