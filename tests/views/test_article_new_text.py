"""Words marked in a text of which a newer version was recorded meanwhile."""

from datetime import date

import pytest

from claims.models import Link
from claims.vocabulary import Stance
from tests.factories import make_analyst, make_article, make_claim, make_version

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
OLD = "Yes. He came.\n\nYes. He left. Talks follow."
NEW = "Yes. He did not come.\n\nYes. He came.\n\nYes. He left."
REPEATED = OLD.rindex("Yes.")


@pytest.fixture
def analyst(client):
    person = make_analyst()
    client.force_login(person)
    return person


@pytest.fixture
def article():
    """An article of which a newer text was recorded since it was opened."""
    article = make_article(OLD, published_on=date(2021, 11, 10))
    make_version(article, NEW)
    return article


def ask(client, article, **query):
    return client.get(f"/articles/{article.pk}/evidence/", {"version": "1"} | query, headers=HTMX)


def send(client, article, claim, **fields):
    said = {"claim": claim.number, "stance": Stance.CONTEXT, "speaker_kind": "unattributed", "reason": "As typed."}
    sent = said | {"certainty": "uncommitted"} | fields
    return client.post(f"/articles/{article.pk}/evidence/", sent, headers=HTMX)


def read(client, article, **query):
    return client.get(article.get_absolute_url(), query)


def test_repeated_words_are_found_again_by_what_stood_around_them(client, analyst, article):
    response = ask(client, article, quote="Yes.", near=REPEATED)

    assert response.context["near"] == NEW.rindex("Yes.")
    assert "Version 2 of this article was recorded" in response.content.decode()


def test_words_of_the_newest_text_are_not_said_to_be_old(client, analyst, article):
    response = ask(client, article, quote="Yes.", near=0, version="2")

    assert response.context["near"] == 0
    assert "was recorded" not in response.content.decode()


def test_form_that_was_overtaken_saves_nothing_until_the_person_was_told_and_keeps_what_was_typed(
    client, analyst, article
):
    claim = make_claim()
    count = Link.objects.count()

    told = send(client, article, claim, quote="Yes.", near=REPEATED, version="1")

    page = told.content.decode()
    assert told.status_code == 409
    assert Link.objects.count() == count
    assert "Nothing is saved yet, and what you typed is still here" in page
    assert "As typed." in page
    assert '<input type="hidden" name="version" value="2">' in page
    assert f'<input type="hidden" name="near" value="{NEW.rindex("Yes.")}">' in page


def test_form_that_was_overtaken_is_saved_when_it_is_sent_again_as_shown(client, analyst, article):
    claim = make_claim()
    told = send(client, article, claim, quote="Yes.", near=REPEATED, version="1").context

    answer = send(client, article, claim, quote=told["quote"], near=told["near"], version=told["marked_in"])

    anchor = claim.links.latest("pk").passage.anchors.get()
    assert "HX-Redirect" in answer.headers
    assert (anchor.version.number, anchor.start) == (2, NEW.rindex("Yes."))


def test_words_that_are_gone_are_said_to_be_gone_and_what_was_typed_stays(client, analyst, article):
    claim = make_claim()
    count = Link.objects.count()

    answer = send(client, article, claim, quote="Talks follow", near=OLD.index("Talks"), version="1")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert Link.objects.count() == count
    assert "was recorded after you opened it, and these words no longer stand in it: “Talks follow”" in page
    assert "As typed." in page


def test_typed_work_is_kept_under_the_same_words_of_the_newer_text(client, analyst):
    article = make_article(OLD)
    before = ask(client, article, quote="Yes.", near=REPEATED).context
    make_version(article, "It is said. " + OLD)

    after = ask(client, article, quote="Yes.", near=REPEATED).context

    assert after["kept_as"] == before["kept_as"]
    assert after["kept_as"] != ask(client, article, quote="Yes.", near=0).context["kept_as"]
    assert (before["marked_in"], after["marked_in"]) == (1, 2)


def test_words_that_an_address_names_of_the_older_text_are_marked_where_they_stand_now(client, analyst, article):
    page = read(client, article, words=f"{REPEATED}-{REPEATED + 4}v1").content.decode()

    start = NEW.rindex("Yes.")
    assert f'data-words="{start}-{start + 4}"' in page


def test_words_of_the_newer_text_are_marked_in_the_older_one(client, analyst, article):
    start = NEW.rindex("Yes.")

    page = read(client, article, version="1", words=f"{start}-{start + 4}v2").content.decode()

    assert f'data-words="{REPEATED}-{REPEATED + 4}"' in page


def test_words_that_an_address_names_and_that_are_gone_are_said_to_be_gone(client, analyst, article):
    start = OLD.index("Talks")

    page = read(client, article, words=f"{start}-{start + 12}v1").content.decode()

    assert "do not stand in this version of the text: “Talks follow”" in page
    assert "data-words" not in page


@pytest.mark.parametrize("words", ["0-4v9", "0-4v", "4-0v1", "0-99999v1", "0-4v²"])
def test_words_that_no_version_has_mark_nothing(client, analyst, article, words):
    page = read(client, article, words=words).content.decode()

    assert "data-words" not in page
    assert "do not stand" not in page
