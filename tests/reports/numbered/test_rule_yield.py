import pytest
from django.utils import timezone

from claims.models import Suggestion
from claims.reports.numbered.rule_yield import build
from claims.reports.scope import Scope
from claims.services import offers, suggestions
from tests.factories import make_analyst, make_article, make_suggestion
from tests.reports.numbered.reading import figure, rows, total

pytestmark = pytest.mark.django_db

SAYS = {"statement": "Muttaqi will visit Islamabad", "kind": "event"}


@pytest.fixture
def by():
    return make_analyst()


def test_yield_is_accepted_of_what_was_judged(by):
    suggestions.accept(suggestion=make_suggestion("claim", rule="forward-1", says=SAYS), by=by)
    suggestions.reject(suggestion=make_suggestion("claim", rule="forward-1", says=SAYS), by=by)
    make_suggestion("claim", rule="forward-1", says=SAYS)
    suggestions.reject(suggestion=make_suggestion("claim", rule="modal-1", says=SAYS), by=by)

    report = build(Scope())

    found = {one["rule"]: (one["offered"], one["unjudged"], one["accepted"]) for one in rows(report, "rules")}
    assert found == {"forward-1": (3, 1, "1/2"), "modal-1": (1, 0, "0/1")}
    assert figure(report, "Accepted of all that was judged") == total(report, "rules")["accepted"] == "1/3"


def test_suggestions_count_as_they_were_judged_at_the_record_cut_off(by):
    start = timezone.now()
    suggestion = make_suggestion("claim", says=SAYS)
    offered = timezone.now()
    suggestions.reject(suggestion=suggestion, by=by)
    judged = timezone.now()
    suggestions.undo(by=by)

    def found(moment):
        return [(one["unjudged"], one["accepted"]) for one in rows(build(Scope(recorded_by=moment)), "rules")]

    assert [found(moment) for moment in (start, offered, judged, timezone.now())] == [
        [],
        [(1, "0/0")],
        [(0, "0/1")],
        [(1, "0/0")],
    ]


def test_a_report_of_then_says_the_same_whatever_became_of_what_waited():
    article, fading = make_article(), make_article()
    again = make_suggestion("claim", article=article, rule="forward-1", says=SAYS)
    make_suggestion("claim", article=fading, rule="modal-1", says=SAYS)
    then = timezone.now()
    asked = build(Scope(recorded_by=then))

    offers.call_stale(Suggestion.objects.all())
    assert build(Scope(recorded_by=then)) == asked
    again.pk, again.created_at = None, timezone.now()
    offers.renew([again], among=Suggestion.objects.filter(version=again.version))

    assert [row.state for row in Suggestion.objects.order_by("pk")] == ["pending", "stale"]
    assert build(Scope(recorded_by=then)) == asked == build(Scope())
