"""The numbered reports, by code."""

import gc
from contextlib import contextmanager

from claims.reports.numbered import (
    as_of_edition,
    change_log,
    doubts,
    evidence_health,
    independence,
    outcomes,
    overdue,
    review_due,
    rule_yield,
    status_matrix,
    topics,
    track_record,
    workload,
)

REPORTS = {
    report.CODE: report
    for report in (
        status_matrix,
        overdue,
        review_due,
        doubts,
        outcomes,
        track_record,
        independence,
        workload,
        topics,
        change_log,
        as_of_edition,
        rule_yield,
        evidence_health,
    )
}


def build(code, scope, **asked):
    """Return the report `code`, such as R5, on `scope`; R10 may be `asked` since when, and of which claim alone.

    Raises `KeyError` for a code that there is not.
    """
    report = REPORTS[code]
    with _uncollected():
        return report.build(scope, **asked)


@contextmanager
def _uncollected():
    """Put off the search for unreachable cycles, and leave it switched on or off as it was.

    A report is made of some hundred thousand small objects, none of them in a cycle. While they are made, the
    collector goes through all of them again and again and finds nothing, for up to a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
