"""The numbered reports, by code."""

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
    return REPORTS[code].build(scope, **asked)
