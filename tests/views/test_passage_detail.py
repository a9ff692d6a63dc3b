"""The address of a passage."""

import pytest

from tests.factories import make_article, make_claim, make_user, make_version

pytestmark = pytest.mark.django_db


def follow(client, passage):
    client.force_login(make_user())
    return client.get(f"/passages/{passage.pk}/").url


def test_passage_leads_to_its_place(client):
    passage = make_claim().links.get().passage

    assert follow(client, passage) == f"/articles/{passage.article_id}/#passage-{passage.pk}"


def test_passage_that_left_leads_to_the_version_that_held_it(client):
    article = make_article()
    passage = make_claim(article=article).links.get().passage
    make_version(article, "Nothing of it is left.")

    assert follow(client, passage) == f"/articles/{article.pk}/?version=1#passage-{passage.pk}"
