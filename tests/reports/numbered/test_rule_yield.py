from datetime import date

import pytest
from django.utils import timezone

from claims.models import Suggestion
from claims.reports.numbered.rule_yield import build
from claims.reports.scope import Scope
from claims.services import articles, merging, offers, suggestions
from tests.factories import make_analyst, make_article, make_claim, make_reviewer, make_suggestion
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


def offered(**scope):
    return total(build(Scope(**scope)), "rules")["offered"]


def test_an_outlet_a_period_and_a_day_narrow_to_suggestions_in_their_articles(by):
    early, late, undated = (make_article(published_on=day) for day in (date(2021, 11, 7), date(2021, 11, 12), None))
    for article in (early, late, undated):
        make_suggestion("claim", article=article, says=SAYS)

    assert (offered(), offered(outlet=early.outlet)) == (3, 1)
    assert offered(published_from=date(2021, 11, 8)) == 1
    # What has no day is known at any cut-off.
    assert offered(as_of=date(2021, 11, 9)) == 2
    assert offered(as_of=date(2021, 11, 9), outlet=late.outlet) == 0


def test_articles_have_the_outlet_and_the_day_of_the_record_cut_off(by):
    article = make_article(published_on=date(2021, 11, 7))
    make_suggestion("claim", article=article, says=SAYS)
    outlet, before = article.outlet, timezone.now()
    articles.edit(article=article, outlet_name="Another outlet", published_on=date(2021, 11, 12), by=by)

    narrowed = {"outlet": outlet, "as_of": date(2021, 11, 9)}
    assert (offered(**narrowed, recorded_by=before), offered(**narrowed)) == (1, 0)


def test_a_topic_narrows_to_suggestions_of_its_claims_and_else_to_articles_linked_to_one(by):
    claim = make_claim(topic_names=["Diplomacy"])
    other = make_claim(topic_names=["Trade"])
    diplomacy, trade = claim.topics.get(), other.topics.get()
    article = claim.links.get().passage.article
    make_suggestion("link", claim=other, article=article)
    accepted = make_suggestion("claim", article=article, says=SAYS)
    make_suggestion("claim", says=SAYS)
    before = timezone.now()
    suggestions.accept(suggestion=accepted, acknowledged=True, by=by)

    for moment in (before, timezone.now()):
        assert [offered(topic=topic, recorded_by=moment) for topic in (diplomacy, trade)] == [1, 1]
        assert offered(owner=claim.owner, recorded_by=moment) == 1
    report = build(Scope(topic=diplomacy))
    assert figure(report, "Accepted of all that was judged") == "1/1"


def test_a_merged_claim_has_the_suggestions_in_the_topic_of_its_target(by):
    target = make_claim(topic_names=["Diplomacy"])
    twin = make_claim(statement="Muttaqi will travel to Islamabad", topic_names=["Trade"])
    trade, diplomacy = twin.topics.get(), target.topics.get()
    make_suggestion("link", claim=twin)
    make_suggestion("claim", article=twin.links.get().passage.article, says=SAYS)
    before = timezone.now()
    merging.merge(claim=twin, into=target, reason="The same visit.", by=make_reviewer())

    assert (offered(topic=trade, recorded_by=before), offered(topic=diplomacy, recorded_by=before)) == (2, 0)
    assert (offered(topic=trade), offered(topic=diplomacy)) == (0, 2)
