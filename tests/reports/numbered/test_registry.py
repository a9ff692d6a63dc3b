import gc

import pytest

from claims.reports.numbered.registry import REPORTS, build
from claims.reports.scope import Scope


@pytest.fixture
def collector_as_it_was():
    was_on = gc.isenabled()
    yield
    gc.enable() if was_on else gc.disable()


@pytest.mark.django_db
@pytest.mark.parametrize("is_on", [True, False])
def test_a_report_leaves_the_collector_of_garbage_as_it_was(is_on, collector_as_it_was):
    gc.enable() if is_on else gc.disable()

    build("R11", Scope())

    assert gc.isenabled() == is_on


def test_a_report_that_fails_leaves_it_switched_on_too(collector_as_it_was, monkeypatch):
    def fail(scope):
        raise ZeroDivisionError

    monkeypatch.setattr(REPORTS["R11"], "build", fail)
    gc.enable()

    with pytest.raises(ZeroDivisionError):
        build("R11", Scope())

    assert gc.isenabled()
