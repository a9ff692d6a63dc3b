"""Counts in the margin of an article."""

import pytest

from claims.reports.margin import margins
from claims.reports.offers import suggested_in
from claims.reports.reading import read_version
from claims.vocabulary import Stance
from tests.factories import FORETOLD, make_article, make_claim, make_link, make_suggestion

pytestmark = pytest.mark.django_db
TEXT = f"{FORETOLD} this week.\nTalks follow. He may meet Qureshi.\nNobody knows."


def counted(article, **options):
    version = article.newest_version()
    suggested = suggested_in(version).words
    reading = read_version(version, suggested, **options)
    found = margins(reading, suggested)
    return [[(count.glyph, count.number) for count in found.get(block.start, ())] for block in reading.blocks]


def test_each_kind_is_counted_by_paragraph():
    article = make_article(TEXT)
    make_claim(article=article)
    make_link(make_claim(), article=article, quote=FORETOLD, basis="expectation")
    make_link(make_claim(), article=article, quote="Talks follow", stance=Stance.REFUTES, basis="expectation")
    make_link(make_claim(), article=article, quote="Talks", stance=Stance.CONTEXT)
    make_suggestion("claim", article=article, quote="He may meet Qureshi", says={"statement": "They meet"})

    assert counted(article) == [[("●", 1), ("▲", 1)], [("▼", 1), ("◌", 1)], []]


def test_words_that_run_over_two_paragraphs_count_in_both():
    article = make_article(TEXT)
    make_claim(article=article, quote="this week.\nTalks follow")

    assert counted(article) == [[("●", 1)], [("●", 1)], []]


def test_marks_that_are_hidden_count_all_the_same():
    article = make_article(TEXT)
    make_claim(article=article)

    assert counted(article, hidden=lambda card: True) == [[("●", 1)], [], []]


def test_counts_are_said_in_words():
    article = make_article(TEXT)
    make_claim(article=article)
    make_claim(article=article, quote="visit Islamabad", statement="A visit")
    reading = read_version(article.newest_version())

    (count,) = margins(reading)[0]

    assert (count.words, count.panel) == ("2 claims", "marks-0-asserts")
