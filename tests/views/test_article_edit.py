from datetime import date, timedelta

import pytest
from django.utils import timezone

from claims.models import Event
from claims.services import articles
from claims.vocabulary import DateBasis, EvidenceStatus, Verb
from tests.factories import make_analyst, make_article, make_claim, make_user, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(client):
    analyst = make_analyst()
    client.force_login(analyst)
    return analyst


def url(article):
    return f"/articles/{article.pk}/edit/"


def filled(article, **changes):
    values = {
        "title": article.title or "",
        "outlet_name": article.outlet.name if article.outlet else "",
        "byline": article.byline or "",
        "dateline": article.dateline or "",
        "url": article.url or "",
        "published_on": article.published_on.isoformat() if article.published_on else "",
        "reason": "",
        "lock_version": article.lock_version,
    }
    return values | changes


def test_the_form_shows_what_is_known_and_how(client, analyst):
    article = make_article(" date 2021-11-10 : Muttaqi arrived.", title="Arrival", publisher="Dawn")

    page = client.get(url(article)).content.decode()

    assert "How we know: Collector's header." in page
    assert '<option value="Dawn">' in page
    assert "Header taken out: <q>date 2021-11-10 :</q>" in page


def test_a_date_that_a_person_sets_lets_passages_count(client, analyst):
    article = make_article(published_on=None)
    claim = make_claim(by=analyst, article=article)
    assert claim.figures.evidence_status == EvidenceStatus.NO_EVIDENCE

    response = client.post(url(article), filled(article, published_on="2021-11-07", reason="The page says so."))

    assert response.status_code == 302
    article.refresh_from_db()
    claim.figures.refresh_from_db()
    assert (article.published_on, article.published_basis) == (date(2021, 11, 7), DateBasis.ANALYST)
    assert claim.figures.evidence_status == EvidenceStatus.SINGLE_SOURCE
    event = Event.objects.get(article=article, verb=Verb.CHANGED)
    assert (event.actor, event.reason) == (analyst, "The page says so.")


def test_a_date_that_stays_keeps_its_basis(client, analyst):
    article = make_article(" date 2021-11-10 : Muttaqi arrived.")

    client.post(url(article), filled(article, title="Arrival"))

    article.refresh_from_db()
    assert (article.title, article.published_basis) == ("Arrival", DateBasis.HEADER)


def test_what_is_emptied_is_not_stated(client, analyst):
    article = make_article()

    client.post(url(article), filled(article, title="", outlet_name="", published_on=""))

    article.refresh_from_db()
    assert (article.title, article.outlet, article.published_on) == (None, None, None)
    assert article.published_basis == DateBasis.UNKNOWN


def test_an_outlet_that_is_known_is_taken_and_another_recorded(client, analyst):
    dawn, article = make_article(publisher="Dawn"), make_article()

    client.post(url(article), filled(article, outlet_name="dawn"))

    article.refresh_from_db()
    assert article.outlet == dawn.outlet


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published_on", (timezone.localdate() + timedelta(days=2)).isoformat()),
        ("published_on", "soon"),
        ("url", "javascript:alert(1)"),
        ("url", "not an address"),
        ("url", "https://news.example/" + "a" * 1000),
        ("title", "a" * 501),
        ("outlet_name", "a" * 201),
        ("lock_version", "x"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_typed_is_lost(client, analyst, field, value):
    article = make_article()

    response = client.post(url(article), filled(article, byline="Typed by me", **{field: value}))

    assert response.status_code == 422
    assert "Typed by me" in response.content.decode()
    article.refresh_from_db()
    assert article.byline is None


def test_a_form_that_changes_nothing_is_refused(client, analyst):
    article = make_article()

    response = client.post(url(article), filled(article))

    assert response.status_code == 422
    assert "Nothing was changed." in response.content.decode()


def test_a_stale_form_shows_both_versions_and_keeps_what_was_typed(client, analyst):
    article = make_article(title="First")
    typed = filled(article, title="Mine")
    articles.edit(article=article, title="Theirs", by=make_analyst())

    response = client.post(url(article), typed)

    page = response.content.decode()
    assert response.status_code == 409
    assert "<ins>Mine</ins>" in page
    assert "<del>Theirs</del>" in page
    assert 'value="Mine"' in page
    article.refresh_from_db()
    assert article.title == "Theirs"


def test_a_person_may_save_theirs_over_what_the_page_showed_them(client, analyst):
    article = make_article(title="First")
    typed = filled(article, title="Mine")
    article = articles.edit(article=article, title="Theirs", by=make_analyst())

    response = client.post(url(article), typed | {"over": article.lock_version})

    assert response.status_code == 302
    article.refresh_from_db()
    assert article.title == "Mine"


def test_the_versions_of_the_text_are_listed(client, analyst):
    article = make_article()
    make_version(article, "Muttaqi is not expected any more.")

    page = client.get(url(article)).content.decode()

    assert f"/articles/{article.pk}/?version=2" in page
    assert f"/articles/{article.pk}/?version=1" in page


def test_who_only_reads_is_told_so(client):
    article = make_article()
    client.force_login(make_user())

    for response in (client.get(url(article)), client.post(url(article), filled(article, title="Mine"))):
        assert response.status_code == 403
        assert "Only analysts and reviewers can do this." in response.content.decode()
    article.refresh_from_db()
    assert article.title != "Mine"


def test_an_article_that_is_not_there_is_not_found(client, analyst):
    assert client.get("/articles/999/edit/").status_code == 404
