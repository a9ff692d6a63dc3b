import pytest
from django.core.management import call_command
from django.db import connection

from claims.reports.search import search_articles
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_a_lost_index_is_built_anew(capsys):
    article = make_article("Muttaqi arrived in Islamabad.")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_articlesearch")
    assert search_articles("muttaqi") == []

    call_command("rebuild_search")

    assert [hit.article for hit in search_articles("muttaqi")] == [article.pk]
    assert capsys.readouterr().out == "Indexed 1 article.\n"


def test_an_empty_database_has_nothing_to_index(capsys):
    call_command("rebuild_search")

    assert capsys.readouterr().out == "Indexed 0 articles.\n"
