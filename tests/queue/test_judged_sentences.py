"""What was judged is named in a sentence, kind by kind."""

import pytest

from claims.models import Claim
from claims.reports.judged_sentences import what_it_did
from claims.services import suggestions
from tests.factories import ARRIVED, FORETOLD, make_reviewer
from tests.queue.suggesting import SUGGEST, suggest_claim, suggest_link

pytestmark = pytest.mark.django_db


def accept(suggestion, **said):
    return what_it_did(suggestions.accept(suggestion=suggestion, by=make_reviewer(), acknowledged=True, **said))


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("claim", "C-1 was made: Muttaqi will visit Islamabad"),
        ("link", f"Linked “{ARRIVED}” to C-1 as: supports, reported to have happened."),
        ("origin", f"“{FORETOLD}” now counts for C-1 as of the same origin."),
        ("merge", "C-2 was merged into C-1."),
    ],
)
def test_what_was_accepted_is_named(kind, told):
    assert accept(SUGGEST[kind]()) == told


def test_words_linked_to_another_claim_instead_are_named_with_it():
    claim = suggest_link().claim

    told = accept(suggest_claim(), edits={"linked_to": claim})

    assert told.endswith(f" to {claim.label} as: supports, still foretold.")
    assert Claim.objects.count() == 1


def test_words_of_two_paragraphs_stand_on_one_line_in_what_was_rejected():
    suggestion = suggest_link(quote=f"{ARRIVED} on Wednesday. He met Qureshi.\n\nTalks follow.")

    told = what_it_did(suggestions.reject(suggestion=suggestion, by=make_reviewer()))

    assert told == f"Rejected “{ARRIVED} on Wednesday. He met Qureshi. Talks follow.”; it is not suggested again."
