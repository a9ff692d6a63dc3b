import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.reports.numbered.registry import build
from claims.reports.scope import Scope
from claims.reports.today import leading_figures
from claims.vocabulary import Basis, Independence, Stance, Verdict
from tests.factories import make_claim, make_decision, make_link, make_proposal

pytestmark = pytest.mark.django_db


def fill():
    make_claim(statement="Overdue since 2021")
    conflicting = make_claim()
    make_link(conflicting)
    make_link(conflicting, stance=Stance.REFUTES, reason="A denial")
    repeated = make_claim()
    for _ in range(2):
        make_link(repeated, basis=Basis.EXPECTATION, independence=Independence.UNDETERMINED)
    make_link(repeated, stance=Stance.REFUTES)
    corroborated = make_claim()
    make_link(corroborated)
    make_link(corroborated, independence=Independence.UNDETERMINED)
    make_proposal(make_claim(), verdict=Verdict.MOOT)
    decided = make_claim()
    make_link(decided)
    make_decision(decided)
    make_link(decided)


def value_in(report, key):
    """Return the value of a report that opens its records by `key`, as people read it."""
    values = [figure.value for figure in report.figures]
    values += [cell for table in report.tables for row in (*table.rows, table.total) for cell in row]
    [value] = {
        str(one)
        for one in values
        if key in (getattr(one, "key", None), getattr(getattr(one, "part", None), "key", None))
    }
    return value


def test_each_leading_figure_is_that_of_its_report():
    fill()

    shown = leading_figures()

    for figure in shown:
        assert figure.value == value_in(build(figure.code, Scope()), figure.key)
    assert not {"0", "0/0"} & {figure.value for figure in shown}


def test_all_are_found_by_one_query_however_many_claims_there_are():
    fill()

    with CaptureQueriesContext(connection) as queries:
        leading_figures()

    assert len(queries) == 1
