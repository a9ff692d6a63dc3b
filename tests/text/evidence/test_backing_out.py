from datetime import date

import pytest

from claims.text.evidence.backing_out import backs_out
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import propose_stance
from tests.text.proportion import stays_in_proportion

CONFERENCE = "Muttaqi will attend the Moscow conference"
VISIT = "Muttaqi will visit Islamabad"
ROLE = "Cara Lindqvist will play Marie Curie in a film"


def propose(statement, passage, **dates):
    claim = AskedClaim.of(statement, dates.get("made"))
    return propose_stance(claim, Reading(passage, dates.get("published")), Rarity(100))


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        (CONFERENCE, "Muttaqi pulled out of the Moscow conference."),
        (CONFERENCE, "Muttaqi has withdrawn from the Moscow conference, the ministry said."),
        (CONFERENCE, "Muttaqi turned down the invitation to the Moscow conference."),
        (CONFERENCE, "Muttaqi declined an invitation to attend the Moscow conference."),
        (CONFERENCE, "Muttaqi will no longer attend the Moscow conference."),
        (CONFERENCE, "Muttaqi has backed out of attending the Moscow conference."),
        (CONFERENCE, "Muttaqi is to boycott the Moscow conference."),
        (VISIT, "Muttaqi has dropped plans to visit Islamabad."),
        ("Kenya will deploy police to Haiti", "Kenya suspended its plan to deploy police to Haiti."),
        (VISIT, "Muttaqi has pulled out of his trip to Islamabad."),
        (ROLE, "Cara Lindqvist has dropped out of the Marie Curie film."),
        (ROLE, "Cara Lindqvist has decided to part ways with the Marie Curie film."),
        ("Canada will join the fishing treaty", "Canada walked away from the fishing treaty on Monday."),
    ],
)
def test_whoever_backs_out_refutes_what_was_expected_and_tells_no_outcome(statement, passage):
    proposal = propose(statement, passage)

    assert (proposal.stance, proposal.basis) == ("refutes", "expectation")


@pytest.mark.parametrize(
    "passage",
    [
        "Muttaqi threatened to pull out of the Moscow conference.",
        "Muttaqi may withdraw from the Moscow conference.",
        "Muttaqi did not pull out of the Moscow conference.",
        "Muttaqi denied that he had pulled out of the Moscow conference.",
        "India pulled out of the Moscow conference before Muttaqi spoke.",
        "Muttaqi pulled out of the Doha talks.",
        "If talks fail, Muttaqi will pull out of the Moscow conference.",
    ],
)
def test_who_may_back_out_or_did_not_or_left_something_else_refutes_nothing(passage):
    assert propose(CONFERENCE, passage).stance == "context"


def test_one_who_leaves_says_nothing_of_another_who_comes():
    proposal = propose(CONFERENCE, "India pulled out of the Moscow conference, but Muttaqi will attend.")

    assert (proposal.stance, proposal.basis) == ("supports", "expectation")


def test_what_was_done_is_for_a_person_to_compare_with_who_left_it_later():
    proposal = propose("Rashid Khan captains Afghanistan", "Rashid Khan has stepped down as captain of Afghanistan.")

    assert proposal.stance == "context"
    assert proposal.reasons[0] == "check these two: backs out: stepped down"


def test_a_claim_of_leaving_is_borne_out_by_it():
    proposal = propose("Troops will withdraw from Kabul", "Troops withdrew from Kabul.")

    assert (proposal.stance, proposal.basis) == ("supports", "outcome")


def test_who_backs_out_long_after_the_window_backs_out_of_something_else():
    proposal = propose(
        VISIT, "Muttaqi has dropped plans to visit Islamabad.", made=date(2020, 1, 2), published=date(2021, 5, 1)
    )

    assert proposal.stance == "context"


@pytest.mark.parametrize("piece", ["Muttaqi declined the the the ", "pulled out ", "is is is "])
def test_backing_out_is_looked_for_in_proportion_to_the_text(piece):
    claim = AskedClaim.of(CONFERENCE)

    assert stays_in_proportion(lambda text: backs_out(claim, Reading(text)), piece, 2_000)
