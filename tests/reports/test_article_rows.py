"""What people tell articles by."""

import pytest

from claims.models import Article
from claims.reports.article_rows import MOST_OF_OPENING, label_of, with_openings
from tests.factories import make_article, make_version

pytestmark = pytest.mark.django_db


def label(article):
    return label_of(with_openings(Article.objects.filter(pk=article.pk)).get())


def test_an_article_is_told_by_its_title_and_without_one_by_how_its_newest_text_begins():
    titled, untitled = make_article(title="Talks in Doha"), make_article("It rained. It snowed.", title="")
    make_version(untitled, "It rained on Monday. It rained. It snowed.")

    assert label(titled) == "Talks in Doha"
    assert label(untitled) == "“It rained on Monday.”"


def test_a_long_beginning_is_cut_also_where_its_script_has_no_spaces():
    article = make_article("港口将重新开放" * 20, title="")

    assert label(article) == f"“{('港口将重新开放' * 20)[:MOST_OF_OPENING]}…”"
