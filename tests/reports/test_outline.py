"""The outline of an article."""

import pytest

from claims.reports.margin import margins
from claims.reports.outline import is_subhead, outline_of, shortened
from claims.reports.reading import read_version
from tests.factories import FORETOLD, make_article, make_claim

pytestmark = pytest.mark.django_db


def outlined(article):
    reading = read_version(article.newest_version())
    return outline_of(reading, margins(reading))


def test_headline_subheads_and_paragraphs_with_claims_are_its_entries():
    article = make_article(
        " date 2021-11-10 Envoy arrives\n\nISLAMABAD: He came.\n\nWhat was said\n\n"
        f"{FORETOLD} soon.\n\nTalks follow.",
        published_on=None,
        title="",
    )
    make_claim(article=article)

    entries = outlined(article)

    assert [(entry.kind, entry.words) for entry in entries] == [
        ("headline", "Envoy arrives"),
        ("subhead", "What was said"),
        ("paragraph", f"{FORETOLD} soon."),
    ]
    assert [count.words for count in entries[2].counts] == ["1 claim"]


def test_an_article_of_which_nothing_was_made_has_none():
    assert outlined(make_article()) == ()


@pytest.mark.parametrize(
    "line", ["BACKGROUND AND RECOGNITION", "What the ministry said", "THE TALKS: A TIMELINE:", "Что сказал министр"]
)
def test_a_short_line_that_ends_like_no_sentence_is_a_subhead(line):
    assert is_subhead(line)


@pytest.mark.parametrize("line", ["He left.", "“We will go”", "- 1 -", "***", "word " * 20 + "word", "وصل اليوم؟"])
def test_a_sentence_or_a_line_without_letters_is_none(line):
    assert not is_subhead(line)


def test_a_long_word_is_cut_where_it_must_be():
    assert shortened("x" * 100) == "x" * 70 + " …"
