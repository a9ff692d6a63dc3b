"""What people judged stays judged, and what they take back is offered again."""

import pytest

from claims.services import assistant, suggestions
from claims.vocabulary import SuggestionKind
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_version,
)
from tests.services.assistant.reading import pending

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered():
    """A claim that the assistant offers of an article, before anybody judged it."""
    make_article()
    assistant.work_off()
    return pending(SuggestionKind.CLAIM, payload__kind="forecast").get()


def test_words_of_a_claim_taken_back_stay_suggested(offered):
    analyst = make_analyst()
    suggestions.accept(suggestion=offered, by=analyst)
    assistant.work_off()

    suggestions.undo(by=analyst)
    assistant.work_off()

    assert offered in pending(SuggestionKind.CLAIM)


def test_rejection_undone_after_a_new_version_offers_the_words_of_that(offered):
    analyst = make_analyst()
    suggestions.reject(suggestion=offered, by=analyst)
    version = make_version(offered.version.article, f"A line was added. {FORETOLD} this week. Talks follow.")
    assistant.work_off()

    suggestions.undo(by=analyst)
    assistant.work_off()

    assert pending(SuggestionKind.CLAIM, payload__kind="forecast").get().version == version
