import pytest

from claims.services import articles
from claims.vocabulary import EvidenceStatus, Standing
from tests.factories import make_analyst, make_article, make_claim, make_link, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(client):
    analyst = make_analyst()
    client.force_login(analyst)
    return analyst


def url(article):
    return f"/articles/{article.pk}/standing/"


def test_the_page_says_what_a_withdrawal_would_suspend(client, analyst):
    claim = make_claim(by=analyst)
    article = make_link(claim).passage.article

    page = client.get(url(article)).content.decode()

    assert "suspends <b>1</b> link:" in page
    assert claim.label in page


def test_an_article_without_links_changes_no_claim(client, analyst):
    assert "no claim changes" in client.get(url(make_article())).content.decode()


def test_withdrawing_an_article_suspends_its_links(client, analyst):
    claim = make_claim(by=analyst)
    article = make_link(claim).passage.article

    response = client.post(
        url(article),
        {"standing": "withdrawn", "reason": "Retracted on its page.", "lock_version": article.lock_version},
    )

    assert response.status_code == 302
    article.refresh_from_db()
    claim.figures.refresh_from_db()
    assert article.standing == Standing.WITHDRAWN
    assert claim.figures.evidence_status == EvidenceStatus.SINGLE_SOURCE


@pytest.mark.parametrize("wrong", [{"reason": " "}, {"standing": "lost"}, {"standing": "usable"}])
def test_a_wrong_standing_is_refused_and_nothing_typed_is_lost(client, analyst, wrong):
    article = make_article()
    sent = {"standing": "withdrawn", "reason": "Typed by me.", "lock_version": article.lock_version}

    response = client.post(url(article), sent | wrong)

    assert response.status_code == 422
    assert "reason" in wrong or "Typed by me." in response.content.decode()
    article.refresh_from_db()
    assert article.standing == Standing.USABLE


def test_a_stale_form_is_refused_and_shows_the_standing_of_now(client, analyst):
    article = make_article()
    sent = {"standing": "withdrawn", "reason": "Typed by me.", "lock_version": article.lock_version}
    articles.set_standing(article=article, standing=Standing.CORRECTED, reason="It says so.", by=make_analyst())

    response = client.post(url(article), sent)

    page = response.content.decode()
    assert response.status_code == 409
    assert "Typed by me." in page
    assert "<ins>Withdrawn</ins>" in page
    assert "<del>Corrected</del>" in page


def test_who_only_reads_is_told_so(client):
    article = make_article()
    client.force_login(make_user())

    assert client.get(url(article)).status_code == 403
    assert client.post(url(article), {"standing": "withdrawn", "reason": "x"}).status_code == 403


def test_the_page_says_what_each_claim_would_become(client, analyst):
    claim = make_claim(by=analyst)
    article = make_link(claim).passage.article

    page = client.get(url(article)).content.decode()

    assert "Outcome reported <span" in page
    assert "<b>Single source</b>" in page


def test_what_rested_on_a_withdrawn_article_stays_on_its_page_with_the_reason(client, analyst):
    claim = make_claim(by=analyst)
    article = make_link(claim).passage.article
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=analyst)

    pages = [client.get(address).content.decode() for address in (article.get_absolute_url(), url(article))]

    for page in pages:
        assert "What rested on it when it was marked withdrawn: 1 claim" in page
        assert "<q>Retracted.</q>" in page
