from datetime import date

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import propose_stance
from tests.text.proportion import stays_in_proportion

MADE, LATER = date(2024, 3, 4), date(2024, 3, 6)
SUPPORTS, REFUTES, CONTEXT = "supports", "refutes", "context"
EXPECTATION, OUTCOME = "expectation", "outcome"
VISIT, SUMMIT = "Duarte will visit Warsaw", "Lavoie attended the summit in Delhi"
CLOSES, PASSED = "Norway will close its embassy in Bamako", "Parliament in Sofia passed the data law"


def propose(statement, passage):
    found = propose_stance(AskedClaim.of(statement, MADE), Reading(passage, LATER), Rarity(100))
    return found.stance, found.basis


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Duarte has cancelled his visit to Warsaw.", (REFUTES, EXPECTATION)),
        ("After cancelling a trip to Prague, Duarte will visit Warsaw.", (SUPPORTS, EXPECTATION)),
        ("Duarte, whose trip to Warsaw was postponed last year, will visit Warsaw.", (SUPPORTS, EXPECTATION)),
        ("Duarte would visit Warsaw if he were invited.", (CONTEXT, None)),
        ("Duarte will visit Warsaw unless the airport is shut.", (CONTEXT, None)),
        ("Duarte might visit Warsaw.", (CONTEXT, None)),
    ],
)
def test_only_the_event_itself_is_called_off_or_foretold(passage, expected):
    assert propose(VISIT, passage) == expected


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Norway has ruled out closing its embassy in Bamako.", (REFUTES, EXPECTATION)),
        ("Norway has dropped plans to close its embassy in Bamako.", (REFUTES, EXPECTATION)),
        ("There are no plans to close the embassy of Norway in Bamako.", (REFUTES, EXPECTATION)),
        ("Norway has not ruled out closing its embassy in Bamako.", (CONTEXT, None)),
        ("Norway has dropped plans for a tax on ships, its embassy in Bamako said.", (CONTEXT, None)),
    ],
)
def test_a_plan_of_any_kind_is_given_up(passage, expected):
    assert propose(CLOSES, passage) == expected


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Lavoie did not attend the summit in Delhi.", (REFUTES, OUTCOME)),
        ("Lavoie skipped the G20 summit in Delhi.", (REFUTES, OUTCOME)),
        ("Lavoie sent an envoy to the summit in Delhi instead.", (REFUTES, OUTCOME)),
        ("Lavoie did not meet reporters at the summit in Delhi.", (CONTEXT, None)),
        ("Lavoie did not fail to attend the summit in Delhi.", (CONTEXT, None)),
        ("Lavoie did not attend the summit in Delhi only to please her party.", (CONTEXT, None)),
    ],
)
def test_what_did_not_happen_is_the_deed_of_the_claim(passage, expected):
    assert propose(SUMMIT, passage) == expected


def test_a_claim_that_somebody_stayed_away_is_for_a_person():
    assert propose("Lavoie skipped the summit in Delhi", "Lavoie attended the summit in Delhi.") == (CONTEXT, None)
    assert propose("Lavoie skipped the summit in Delhi", "Lavoie skipped the summit in Delhi.") == (CONTEXT, None)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Parliament in Sofia did not pass the data law.", REFUTES),
        ("Parliament in Sofia did not pass the pension law.", CONTEXT),
        ("Parliament in Sofia rejected the data law.", CONTEXT),
        ("Parliament in Sofia passed the data law on Tuesday.", SUPPORTS),
    ],
)
def test_the_same_deed_done_to_something_else_or_its_opposite_is_no_answer(passage, expected):
    assert propose(PASSED, passage)[0] == expected


def test_a_verb_is_known_in_all_its_forms():
    claim = "The ferry Aurora sank in the harbour of Bergen"

    assert propose(claim, "The ferry Aurora did not sink in the harbour of Bergen.") == (REFUTES, OUTCOME)


def test_none_of_what_a_claim_tells_of_did_it():
    claim = "Crude oil spilled into the lake of Thun"

    assert propose(claim, "No crude oil spilled into the lake of Thun.") == (REFUTES, OUTCOME)
    assert propose(claim, "No decision was taken after crude oil spilled into the lake of Thun.")[0] != REFUTES


def test_who_belongs_to_somebody_is_not_taken_for_him():
    assert propose("Nora Weiss was killed in Idlib", "The driver of Nora Weiss was killed in Idlib.") == (
        CONTEXT,
        None,
    )
    assert propose("Nora Weiss was killed in Idlib", "Nora Weiss’s brother was killed in Idlib.") == (CONTEXT, None)


def test_who_says_that_somebody_else_did_it_did_not_do_it():
    statement = "Sall arrived in Dakar"

    assert propose(statement, "Sall said that the minister arrived in Dakar.") == (CONTEXT, None)
    assert propose(statement, "Sall said he arrived in Dakar.")[0] == SUPPORTS


def test_the_number_is_denied_and_not_the_event():
    assert propose("The quake in Lorca killed 40 people", "The quake in Lorca did not kill 40 people but 11.") == (
        CONTEXT,
        None,
    )


@pytest.mark.parametrize("piece", ["cancelled ", "no plans to ", "denied that ", "contrary to reports "])
def test_repeated_words_for_what_is_undone_take_time_in_proportion(piece):
    claim = AskedClaim.of(VISIT, MADE)

    assert stays_in_proportion(
        lambda text: propose_stance(claim, Reading(f"Duarte's visit to Warsaw {text}", LATER), Rarity(100)),
        piece,
        5_000,
    )
