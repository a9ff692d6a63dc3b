"""Full-text search over articles."""

import pytest

from claims.reports.search import LONG, search_articles
from claims.services import importing, search_index
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def matches(hit):
    return [words for words, is_match in hit.snippet if is_match]


def test_words_are_found_in_any_form_and_marked():
    article = make_article("The envoy visits Kabul. Talks follow.")

    (hit,) = search_articles("visit envoy")

    assert (hit.article, matches(hit)) == (article.pk, ["envoy", "visits"])


def test_a_long_article_is_excerpted_around_the_first_word_found():
    text = "Officials said nothing new. " * 1000 + "The envoy visits Kabul. " + "Officials left again. " * 1000
    assert len(text) > LONG
    article = make_article(text)

    (hit,) = search_articles("visit envoy")

    assert (hit.article, matches(hit)) == (article.pk, ["envoy", "visits"])
    assert len("".join(words for words, _ in hit.snippet)) < 250


def test_a_text_with_more_words_than_an_index_holds_is_imported_and_says_so():
    raw = " ".join(f"word{number}x" for number in range(200_000)).encode()

    outcome = importing.import_file(name="long.txt", raw=raw)

    assert outcome.status == importing.IMPORTED
    assert outcome.reason == f"It is long: the search knows its first {search_index.MOST_INDEXED:,} characters."
    assert [hit.article for hit in search_articles("word1x word99x")] == [outcome.article.pk]
