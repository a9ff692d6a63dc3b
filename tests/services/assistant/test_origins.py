"""One origin behind two links is offered until somebody judged it, and again when the attribution is another."""

from datetime import date

import pytest

from claims.models import Link
from claims.services import assistant, passages, suggestions
from claims.services.attribution import Attribution
from claims.vocabulary import Stance, SuggestionKind
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_link,
)
from tests.services.assistant.reading import pending

pytestmark = pytest.mark.django_db


TRIBUNE = Attribution(speaker="sources", speaker_kind="anonymous", through=("The Express Tribune",))
TOLD = {"basis": "expectation", "independence": "undetermined", "reason": ""}


@pytest.fixture
def claim():
    """A claim that sources told to a paper."""
    return make_claim(attribution=TRIBUNE)


@pytest.fixture
def link(claim):
    """A second report of it, from the same sources, whose independence nobody has determined."""
    copy = make_article(f"{FORETOLD} soon, it said.", published_on=date(2021, 11, 8))
    return make_link(claim, article=copy, quote=FORETOLD, attribution=TRIBUNE, **TOLD)


def test_one_origin_behind_two_reports_is_offered(claim, link):
    assistant.work_off()

    offered = pending(SuggestionKind.ORIGIN).get()
    asserting = Link.objects.get(claim=claim, stance=Stance.ASSERTS)
    assert (offered.payload["link"], offered.payload["other"]) == (link.pk, asserting.pk)
    assert "The Express Tribune" in offered.reasons[0]


def test_accepted_origin_is_not_offered_again(link):
    assistant.work_off()

    suggestions.accept(suggestion=pending(SuggestionKind.ORIGIN).get(), by=make_analyst())
    assistant.work_off()

    assert not pending(SuggestionKind.ORIGIN).exists()


def test_passage_that_is_attributed_anew_is_compared_anew(claim):
    other = make_article("Both capitals prepare for the guest.", published_on=date(2021, 11, 8))
    link = make_link(claim, article=other, quote="Both capitals prepare", **TOLD)
    assistant.work_off()
    assert not pending(SuggestionKind.ORIGIN).exists()

    passages.reattribute(passage=link.passage, attribution=TRIBUNE, reason="It says so.", by=make_analyst())
    assistant.work_off()

    assert pending(SuggestionKind.ORIGIN, claim=claim).exists()
