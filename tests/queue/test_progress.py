"""How far a person is today: "12 of 40" of what the filters leave, for each kind of work."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Suggestion
from claims.reports.waiting_done import done_by
from claims.services import assessments, dating, links, suggestions
from claims.vocabulary import DateBasis, Stance, Verb
from tests.factories import make_article, make_claim, make_decision, make_proposal, make_reviewer
from tests.queue.suggesting import suggest_claim, suggest_link
from tests.queue.waiting import make_proposed, make_retracted_link, make_stale_link, make_undated

pytestmark = pytest.mark.django_db


@pytest.fixture
def rita(client):
    person = make_reviewer("rita")
    client.force_login(person)
    return person


def told(client, address, **query):
    """Return what stands above the work: the place, and what was done."""
    body = client.get(address, query_params=query).content.decode()
    return " ".join(re.sub("<[^>]+>", "", re.search(r'class="queue-place".*?<p>(.*?)</p>', body, re.S)[1]).split())


def reject(suggestion, by):
    suggestions.reject(suggestion=suggestion, by=by)


def withdraw(link, by):
    links.withdraw(link=link, reason="The number is another.", by=by)


def dismiss(article, by):
    dating.dismiss(article=article, by=by)


def send_back(claim, by):
    assessments.send_back(claim=claim, reason="Say more.", by=by)


WORK = {
    "queue": (suggest_claim, reject, "judged"),
    "queue-proposals": (make_proposed, send_back, "settled"),
    "queue-stale": (make_stale_link, withdraw, "judged"),
    "queue-undated": (make_undated, dismiss, "dated or set aside"),
}


def test_who_proposes_after_sending_back_still_settled_that_one(rita):
    claim = make_proposed()
    send_back(claim, rita)
    make_proposal(claim, by=rita)

    done = done_by(rita, "proposals", since=timezone.now() - timedelta(hours=1))

    assert [(event.verb, event.object_id) for event in done] == [(Verb.SENT_BACK, claim.pk)]


@pytest.mark.parametrize("name", WORK)
def test_what_was_done_today_counts_before_what_is_left(client, rita, name):
    make, settle, done = WORK[name]
    for _ in range(3):
        make()

    assert told(client, reverse(name)) == "1 of 3"
    for times in (1, 2):
        settle(client.get(reverse(name)).context.get("suggestion") or client.get(reverse(name)).context["item"], rita)
        assert told(client, reverse(name)) == f"{times + 1} of 3 · {times} {done} today"


@pytest.mark.parametrize("name", WORK)
def test_what_others_did_is_no_progress_of_mine(client, rita, name):
    make, settle, _ = WORK[name]
    other, _ = make(), make()
    settle(other, make_reviewer())

    assert told(client, reverse(name)) == "1 of 1"


def test_suggestions_judged_before_today_are_not_counted(client, rita):
    old, _ = suggest_claim(), suggest_claim()
    reject(old, rita)
    Suggestion.objects.filter(pk=old.pk).update(decided_at=old.created_at.replace(year=2021))

    assert told(client, reverse("queue")) == "1 of 1"


def test_only_what_the_filters_leave_is_progress_of_suggestions(client, rita):
    reject(suggest_claim(), rita)
    reject(suggest_link(stance=Stance.REFUTES), rita)
    suggest_claim()
    suggest_link()

    assert told(client, reverse("queue")) == "3 of 4 · 2 judged today"
    assert told(client, reverse("queue"), kind="claim") == "2 of 2 · 1 judged today"
    assert told(client, reverse("queue"), stance="supports") == "1 of 1"


def test_copies_that_are_offered_as_one_are_judged_as_one(client, rita):
    copies = [suggest_claim(score=score) for score in (0.9, 0.8)]
    suggest_claim(score=0.1)
    Suggestion.objects.filter(pk__in=[copy.pk for copy in copies]).update(fold=copies[0].pk)
    best = Suggestion.objects.get(pk=copies[0].pk)

    assert told(client, reverse("queue")) == "1 of 2"
    suggestions.reject(suggestion=best, copies=[copies[1].pk], by=rita)

    assert told(client, reverse("queue")) == "2 of 2 · 1 judged today"
    assert told(client, reverse("queue"), copies="each") == "3 of 3 · 2 judged today"


def test_a_suggestion_that_a_colleague_judged_has_no_place(client, rita):
    judged, _ = suggest_claim(), suggest_claim()
    reject(judged, make_reviewer())

    assert told(client, judged.get_absolute_url()) == "1 left"


def test_only_what_the_filters_leave_is_progress_of_proposals(client, rita):
    decided = make_proposed(verdict="partly_confirmed")
    make_decision(decided, by=rita, verdict="partly_confirmed")
    make_proposed(verdict="partly_confirmed")
    make_proposed()

    address = reverse("queue-proposals")
    assert told(client, address) == "2 of 3 · 1 settled today"
    assert told(client, address, verdict="partly_confirmed") == "2 of 2 · 1 settled today"
    assert told(client, address, verdict="confirmed") == "1 of 1"


def test_only_what_the_filters_leave_is_progress_of_stale_passages(client, rita):
    claim = make_claim(topic_names=["Diplomacy"])
    withdraw(make_stale_link(claim=claim), rita)
    make_stale_link(claim=claim)
    make_retracted_link()

    address = reverse("queue-stale")
    assert told(client, address) == "2 of 3 · 1 judged today"
    assert told(client, address, topic="diplomacy") == "2 of 2 · 1 judged today"
    assert told(client, address, why="withdrawn") == "1 of 1"


def test_only_what_the_filters_leave_is_progress_of_undated_articles(client, rita):
    dated, left = make_undated(), make_undated()
    dating.date(article=dated, published_on=make_article().published_on, basis=DateBasis.ANALYST, by=rita)

    address = reverse("queue-undated")
    assert told(client, address) == "2 of 2 · 1 dated or set aside today"
    assert told(client, address, outlet=left.outlet_id) == "1 of 1"
