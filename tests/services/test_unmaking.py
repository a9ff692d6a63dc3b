"""A claim just made is taken back, with the link to its words."""

from datetime import timedelta

import pytest

from claims.errors import Refused
from claims.models import Claim, Event
from claims.services import links, unmaking
from claims.vocabulary import State, Verb
from tests.factories import make_analyst, make_claim, make_link

pytestmark = pytest.mark.django_db


def test_the_claim_is_put_aside_and_its_words_are_free_again():
    alice = make_analyst()
    claim = make_claim(by=alice)

    unmaking.undo(claim=claim, by=alice)

    claim.refresh_from_db()
    assert (claim.state, claim.links.live().count()) == (State.REJECTED, 0)
    assert Event.objects.filter(claim=claim, verb=Verb.REJECTED).get().reason == links.UNDONE


def test_a_claim_with_work_on_it_stays():
    alice = make_analyst()
    claim = make_claim(by=alice)
    make_link(claim, by=make_analyst())

    with pytest.raises(Refused, match="worked on since"):
        unmaking.undo(claim=claim, by=alice)

    assert (Claim.objects.get(pk=claim.pk).state, claim.links.live().count()) == (State.OPEN, 2)


def test_a_claim_of_another_day_stays():
    alice = make_analyst()
    claim = make_claim(by=alice)
    Claim.objects.filter(pk=claim.pk).update(created_at=claim.created_at - links.UNDO_WITHIN - timedelta(minutes=1))

    with pytest.raises(Refused, match="too long ago"):
        unmaking.undo(claim=Claim.objects.get(pk=claim.pk), by=alice)

    assert (Claim.objects.get(pk=claim.pk).state, claim.links.live().count()) == (State.OPEN, 1)
