"""The numbered reports, by code."""

from claims.reports.numbered import (
    as_of_edition,
    independence,
    outcomes,
    overdue,
    review_due,
    rule_yield,
    status_matrix,
    topics,
)

REPORTS = {
    report.CODE: report
    for report in (status_matrix, overdue, review_due, outcomes, independence, topics, as_of_edition, rule_yield)
}


def build(code, scope):
    """Return the report `code`, such as R5, on `scope`. Raises `KeyError` for a code that there is not."""
    return REPORTS[code].build(scope)
