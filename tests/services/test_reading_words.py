"""What is read of words that somebody marks."""

from datetime import date

import pytest

from claims.services import assistant
from claims.services.reading_words import read_words
from claims.text.spans import Span
from tests.factories import make_article

pytestmark = pytest.mark.django_db
TOLD = "Transport minister Ingrid Soll said on Tuesday that the port of Halvik will reopen by 20 November."
WORDS = "the port of Halvik will reopen by 20 November"


def place(article, words):
    version = article.newest_version()
    start = version.text.index(words)
    return version, Span(start, start + len(words))


@pytest.fixture
def article():
    return make_article(f"{TOLD} Families applauded.", publisher="Nordwire", published_on=date(2021, 11, 9))


@pytest.mark.parametrize("is_read_before", [True, False])
def test_days_and_speaker_are_read_whether_or_not_the_assistant_has_been_there(article, is_read_before):
    version, span = place(article, WORDS)
    if is_read_before:
        assistant.read_now(versions=[version], seconds=30)

    read = read_words(version, span)

    assert version.suggestions.exists() == is_read_before
    assert (read.end, read.days) == (date(2021, 11, 20), "20 November")
    assert (read.attribution.speaker, read.attribution.speaker_kind) == ("Ingrid Soll", "named_person")
    assert "Ingrid Soll" in read.said_by


def test_days_that_the_marked_words_do_not_name_are_not_read(article):
    read = read_words(*place(article, "the port of Halvik will reopen"))

    assert (read.start, read.end, read.days) == (None, None, "")
    assert read.attribution.speaker == "Ingrid Soll"


def test_words_of_which_nothing_is_read_have_no_reading():
    article = make_article("It rained.\n\n* * *\n\nIt snowed.")

    assert read_words(*place(article, "* * *")) is None


def test_words_in_a_paragraph_that_takes_long_to_read_are_left_to_the_person():
    article = make_article(f"{TOLD} " + "Families applauded. " * 300)

    assert read_words(*place(article, WORDS)) is None
