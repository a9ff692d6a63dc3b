"""Undated articles in the queue: a day taken, typed or not to be found, and each of it taken back."""

from datetime import date

import pytest
from django.urls import reverse

from claims.models import Article, Event
from claims.services import articles, dating
from claims.vocabulary import DateBasis, Verb
from tests.factories import make_analyst, make_claim, make_link, make_user, make_version
from tests.queue.judging import HTMX
from tests.queue.waiting import acts_of, body, make_undated, page, undo

pytestmark = pytest.mark.django_db
ADDRESS = "https://example.org/2021/11/10/talks"


def take(client, article, day, **data):
    return client.post(reverse("undated-take", args=[article.pk]), {"day": day} | data, headers=HTMX)


def dismiss(client, article, **data):
    return client.post(reverse("undated-dismiss", args=[article.pk]), data, headers=HTMX)


def test_days_come_from_the_address_before_the_text_and_say_so(client, amina):
    article = make_undated(url=ADDRESS)

    response = page(client, "undated")

    assert response.context["item"] == article
    days = response.context["case"].days
    assert [(one.day.isoformat(), one.label) for one in days] == [
        ("2021-11-10", "In its address"), ("2021-11-09", "Named in its text"),
    ]  # fmt: skip
    assert acts_of(response)["queue.accept"].label == "Take 10 Nov 2021"


def test_the_first_day_is_taken_with_where_it_was_read(client, amina):
    article = make_undated(url=ADDRESS)
    following = make_undated("It rained.")

    response = take(client, article, "2021-11-10", version="1")

    article.refresh_from_db()
    assert (article.published_on, article.published_basis) == (date(2021, 11, 10), DateBasis.PAGE)
    event = Event.objects.get(object_id=article.pk, noun="article", verb=Verb.CHANGED)
    assert (event.actor, event.reason) == (amina, f"In its address: {ADDRESS}")
    assert response.context["item"] == following
    assert "1 dated or set aside today" in body(response)


def test_a_dateline_without_a_year_gets_the_latest_that_the_text_names(client, amina):
    article = make_undated("KABUL, November 9 (Reuters) - They met again in 2021 after talks of 2020. It went on.")

    (day,) = page(client, "undated", article).context["case"].days

    assert (day.day, day.basis) == (date(2021, 11, 9), DateBasis.DATELINE)
    assert day.presumed == "2021 is the latest year that the text names"


def test_a_day_that_was_not_offered_is_not_taken(client, amina):
    article = make_undated()

    response = take(client, article, "2020-01-01")

    assert response.status_code == 409
    assert Article.objects.get().published_on is None


def test_a_day_offered_of_an_older_version_is_not_taken(client, amina):
    article = make_undated()
    make_version(article, "Talks began in Doha on 9 November 2021. They ended.")

    response = take(client, article, "2021-11-09", version="1")

    assert response.status_code == 409
    assert "has a newer version than the one you looked at" in body(response)
    assert Article.objects.get().published_on is None


def test_a_date_is_typed_with_how_one_knows(client, amina):
    article = make_undated()
    url = reverse("undated-date", args=[article.pk])

    assert "Type the date" in body(client.get(url))
    client.post(url, {"published_on": "2021-11-11", "reason": "I asked them.", "version": "1"})

    article.refresh_from_db()
    assert (article.published_on, article.published_basis) == (date(2021, 11, 11), DateBasis.ANALYST)
    assert Event.objects.filter(reason="I asked them.").exists()


def test_a_day_to_come_stays_in_the_form_with_why(client, amina):
    article = make_undated()

    response = client.post(
        reverse("undated-date", args=[article.pk]), {"published_on": "2999-01-01", "version": "1"}, headers=HTMX
    )

    assert response.status_code == 422
    assert "still to come" in body(response)


def test_what_cannot_be_dated_comes_back_with_a_new_version(client, amina):
    article = make_undated()

    dismiss(client, article, version="1")
    gone = page(client, "undated").context["item"]
    make_version(article, "Talks began in Doha on 9 November 2021. They ended.")

    assert gone is None
    assert page(client, "undated").context["item"] == article
    assert Event.objects.filter(verb=Verb.SEARCHED, object_id=article.pk).count() == 1


def test_cannot_be_dated_is_said_once(client, amina):
    article = make_undated()
    dismiss(client, article)

    again = dismiss(client, article)

    assert again.status_code == 409
    assert Event.objects.filter(verb=Verb.SEARCHED).count() == 1


@pytest.mark.parametrize("act", [lambda c, a: take(c, a, "2021-11-09"), dismiss])
def test_undo_lets_it_wait_again(client, amina, act):
    article = make_undated()
    act(client, article)

    undo(client, "undated")

    article.refresh_from_db()
    assert (article.published_on, article.published_basis) == (None, DateBasis.UNKNOWN)
    assert page(client, "undated").context["item"] == article
    assert Event.objects.filter(noun="article", verb=Verb.UNDONE).count() == 1
    assert undo(client, "undated").status_code == 422


def test_undo_after_undo_goes_further_back(client, amina):
    first, second = make_undated(), make_undated()
    for article in (first, second):
        take(client, article, "2021-11-09")

    undo(client, "undated")
    undo(client, "undated")

    assert {article.published_on for article in Article.objects.all()} == {None}


def test_undo_leaves_a_date_that_was_corrected_since(client, amina):
    article = make_undated()
    take(client, article, "2021-11-09")
    articles.set_date(article=article, published_on=date(2021, 11, 8), by=make_analyst())

    response = undo(client, "undated")

    assert response.status_code == 422
    article.refresh_from_db()
    assert article.published_on == date(2021, 11, 8)


def test_what_was_dated_last_is_told_by_how_its_text_begins_where_it_has_no_title(client, amina):
    article = make_undated(url=ADDRESS, title="")

    response = take(client, article, "2021-11-10")

    assert response.context["last"].words == "You set the date 10 November 2021 of"
    assert response.context["last"].label == "“Talks began in Doha on 9 November 2021.”"


def test_what_a_colleague_dated_meanwhile_is_said_and_left(client, amina):
    article = make_undated()
    dating.date(article=article, published_on=date(2021, 11, 8), by=make_analyst("bob"))

    response = take(client, article, "2021-11-09")

    assert response.status_code == 409
    assert "bob set the date of" in body(response)
    article.refresh_from_db()
    assert article.published_on == date(2021, 11, 8)


def test_articles_that_carry_links_come_first_and_can_be_asked_for(client, amina):
    linked = make_undated()
    make_link(make_claim(), article=linked, quote="Talks began in Doha", stance="context")
    make_undated()

    assert page(client, "undated").context["item"] == linked
    assert page(client, "undated", linked="on").context["line"].keys == [linked.pk]


def test_readers_see_it_and_cannot_act(client):
    article = make_undated()
    client.force_login(make_user())

    response = page(client, "undated")

    assert all("Only analysts" in act.refused for act in response.context["acts"])
    assert take(client, article, "2021-11-09").status_code == 403
