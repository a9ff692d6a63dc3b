"""What is sent twice is made once; what differs in anything is dealt with as said."""

from datetime import date

import pytest

from claims.errors import Refused
from claims.models import Claim
from claims.services import claims, evidence
from claims.vocabulary import Basis, ClaimKind, Independence, Stance, State, WindowBasis
from tests.factories import FORETOLD, make_analyst, make_article, make_claim

pytestmark = pytest.mark.django_db

LINK = {"stance": Stance.SUPPORTS, "basis": Basis.EXPECTATION, "acknowledged": True}


@pytest.fixture
def link():
    """Return a function that links the same words to the same claim, by the same person, as its keywords say."""
    claim, by = make_claim(), make_analyst()
    report = make_article(f"{FORETOLD}, said X. More.", published_on=date(2021, 11, 9))
    return lambda **said: evidence.link_words(claim=claim, article=report, quote=FORETOLD, by=by, **LINK | said)


@pytest.fixture
def make():
    """Return a function that makes a claim of the same words by the same person, as its keywords say."""
    article, by = make_article(), make_analyst()
    said = {"statement": "Muttaqi will visit Islamabad", "kind": ClaimKind.FORECAST}
    return lambda **more: claims.make(article=article, quote=FORETOLD, by=by, **said | more)


def test_the_same_link_sent_twice_is_made_once(link):
    said = {"independence": Independence.INDEPENDENT, "reason": " Own reporting. ", "credibility": 2}

    assert link(**said) == link(**said)


@pytest.mark.parametrize(
    "other",
    [
        {"independence": Independence.INDEPENDENT},
        {"credibility": 2},
        {"reason": "Own reporting."},
        {"basis": Basis.OUTCOME, "occurred_on": date(2021, 11, 8)},
    ],
)
def test_another_link_sent_at_once_is_refused_and_not_taken_for_the_first(link, other):
    made = link()

    with pytest.raises(Refused, match="linked to C-1 already"):
        link(**other)

    assert list(made.passage.links.all()) == [made]


@pytest.mark.parametrize("said", [{}, {"opened": False}, {"topic_names": ["Visits"], "criteria": "Seen there."}])
def test_the_same_claim_sent_twice_is_made_once(make, said):
    assert make(**said) == make(**said)


@pytest.mark.parametrize(
    "other",
    [
        {"review_on": date(2022, 1, 1)},
        {"window_end": date(2021, 11, 20), "window_basis": WindowBasis.STATED},
        {"criteria": "Seen there."},
        {"owner": None},
        {"kind": ClaimKind.EVENT},
        {"topic_names": ["Visits"]},
        {"opened": False},
    ],
)
def test_another_claim_sent_at_once_is_a_second_one(make, other):
    first, second = make(), make(**other)

    assert first != second
    assert Claim.objects.count() == 2


def test_a_draft_is_not_taken_for_the_claim_that_is_opened_after_it(make):
    make(opened=False)

    assert make().state == State.OPEN
