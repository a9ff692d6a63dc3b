"""What copies of one report say alike stands under the best of it in the queue, and can be judged by itself."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Suggestion
from claims.services import copies, folds, suggestions
from tests.factories import make_analyst, make_article
from tests.queue.judging import post, state_of
from tests.queue.suggesting import suggest_claim

pytestmark = pytest.mark.django_db
WORDS = "Muttaqi is expected to visit Islamabad this week with a delegation"
REPORT = f"{WORDS}. " + "Both sides will talk about trade, transit and the return of refugees. " * 3


@pytest.fixture
def folded(db):
    """The same words suggested in three copies of one report, the best one first."""
    articles = [
        make_article(f"{REPORT}Report {number} ends.", published_on=date(2021, 11, 7), publisher=f"Paper {number}")
        for number in range(3)
    ]
    found = [suggest_claim(article=one, quote=WORDS, score=0.9 - number / 10) for number, one in enumerate(articles)]
    fold_all(articles)
    return found


def fold_all(articles):
    for article in articles:
        copies.record(article.newest_version())
    folds.fold(Suggestion.objects.all())


def page(client, **query):
    return client.get(reverse("queue", query=query))


def test_one_of_them_is_offered_with_the_others_under_it(client, amina, folded):
    best, *others = folded

    response = page(client)

    assert response.context["suggestion"] == best
    assert response.context["place"].total == 1
    body = response.content.decode()
    assert "Also in 2 copies: Paper 1, 7 Nov 2021; Paper 2, 7 Nov 2021" in body
    for copy in others:
        assert f'<a href="{copy.get_absolute_url()}?"' in body


def test_menu_and_desk_count_them_as_one(client, amina, folded):
    body = client.get("/").content.decode()

    assert '<span class="count" title="1 suggestion">1<' in body
    assert 'Suggestions to judge <span class="count">1<' in body


def test_each_is_offered_by_itself_on_request(client, amina, folded):
    assert page(client, copies="each").context["place"].total == 3
    article = folded[2].version.article_id
    assert page(client, article=article).context["suggestion"] == folded[2]


def test_how_copies_are_shown_is_no_filter_to_reject_by(client, amina, folded):
    response = post(client, "queue-reject", query={"copies": "each"}, newest=10_000)

    assert response.status_code == 422
    assert Suggestion.objects.pending().count() == 3


def test_rejecting_by_a_filter_takes_the_copies_too(client, amina, folded):
    assert "Reject 3 suggestions" in client.get("/queue/reject/?kind=claim").content.decode()


def test_the_copies_of_an_accepted_one_wait_under_it(client, amina, folded):
    best, copy, _ = folded
    post(client, "suggestion-accept", best)

    body = page(client).content.decode()

    assert "What is left here says in 2 copies of a report what was accepted already." in body
    assert state_of(copy) == "pending"
    assert (
        "These words were accepted in a copy of this report" in client.get(copy.get_absolute_url()).content.decode()
    )
    assert page(client, copies="each").context["suggestion"] == copy


def test_rejecting_one_offers_the_next_best_copy(client, amina, folded):
    best, copy, _ = folded

    post(client, "suggestion-reject", best)

    assert page(client).context["suggestion"] == copy


def test_the_copies_are_rejected_as_well_where_that_is_asked_for(client, amina, folded):
    best, *others = folded
    assert "Reject with its 2 copies" in page(client).content.decode()

    post(client, "suggestion-reject", best, copies=",".join(str(copy.pk) for copy in others))

    assert [state_of(one) for one in folded] == ["rejected"] * 3
    assert "You rejected 3 suggestions at once" in page(client).content.decode()
    post(client, "suggestion-undo", of=best.pk)
    assert [state_of(one) for one in folded] == ["pending"] * 3


def test_only_copies_are_rejected_as_well(client, amina, folded):
    stranger = suggest_claim(score=0.1)

    post(client, "suggestion-reject", folded[0], copies=f"{stranger.pk},{folded[1].pk},x,-1,{'9' * 30}")

    assert state_of(stranger) == "pending"
    assert state_of(folded[1]) == "rejected"


def test_what_a_colleague_judged_is_not_rejected_with_the_others(client, amina, folded):
    best, copy, other = folded
    bob = make_analyst("bob")
    suggestions.accept(suggestion=copy, by=bob)

    post(client, "suggestion-reject", best, copies=f"{copy.pk},{other.pk}")

    assert [state_of(one) for one in folded] == ["rejected", "accepted", "rejected"]


def test_more_copies_need_no_more_queries(client, amina, folded, django_assert_max_num_queries):
    page(client)
    with CaptureQueriesContext(connection) as three_of_them:
        page(client)
    fourth = make_article(f"{REPORT}It rained.", published_on=date(2021, 11, 8))
    suggest_claim(article=fourth, quote=WORDS, score=0.2)
    fold_all([fourth])

    with django_assert_max_num_queries(len(three_of_them)):
        assert len(page(client).context["case"].copies) == 3
