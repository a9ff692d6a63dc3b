from datetime import date

import pytest

from claims.text.evidence.calling_false import called_false
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.denying import denials_in
from claims.text.evidence.left_open import left_open
from claims.text.evidence.opening import Opening
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import propose_stance
from tests.text.proportion import stays_in_proportion

MADE, LATER = date(2024, 3, 4), date(2024, 3, 6)
SUPPORTS, REFUTES, CONTEXT = "supports", "refutes", "context"
EXPECTATION, OUTCOME = "expectation", "outcome"
RESIGNED, BUYS = "Mayor Ines Roth resigned", "Apple will buy the carmaker Rivella"
SANK = "The ferry Aurora sank in the harbour of Bergen"


def propose(statement, passage, *, opening=()):
    reading = Reading(passage, LATER, opening=Opening(tuple(opening)))
    found = propose_stance(AskedClaim.of(statement, MADE), reading, Rarity(100))
    return found.stance, found.basis


def test_who_denies_what_is_to_come_speaks_against_it():
    assert propose(BUYS, "Apple denied that it will buy the carmaker Rivella.") == (REFUTES, EXPECTATION)
    assert propose(BUYS, "Apple has dismissed reports that it will buy the carmaker Rivella.") == (
        REFUTES,
        EXPECTATION,
    )


def test_who_denies_what_was_done_is_one_side_only():
    assert propose(RESIGNED, "Mayor Ines Roth has denied that she resigned.") == (CONTEXT, None)
    assert propose(SANK, "The owner denied that the ferry Aurora sank in the harbour of Bergen.") == (CONTEXT, None)


@pytest.mark.parametrize(
    "passage",
    [
        "Apple did not deny that it will buy the carmaker Rivella.",
        "Apple neither confirmed nor denied that it will buy the carmaker Rivella.",
        "Apple denied that it will buy the carmaker Rivella, but documents show the contract.",
        "Apple denied that it had false figures when it spoke to the carmaker Rivella.",
    ],
)
def test_a_denial_that_does_not_stand_or_is_of_something_else_refutes_nothing(passage):
    assert propose(BUYS, passage) == (CONTEXT, None)


@pytest.mark.parametrize(
    "passage",
    [
        "Mayor Ines Roth, who denies taking bribes, resigned on Tuesday.",
        "Mayor Ines Roth resigned after denying it for weeks.",
    ],
)
def test_what_is_denied_in_passing_leaves_the_event_as_it_is_told(passage):
    assert propose(RESIGNED, passage) == (SUPPORTS, OUTCOME)


def test_papers_that_are_fake_make_no_report_false():
    claim = "Police in Oslo arrested two men with forged passports"

    assert propose(claim, "Police in Oslo arrested two men with fake passports.") == (SUPPORTS, OUTCOME)


def test_another_rumour_called_false_in_the_opening_leaves_the_story_as_it_is():
    told, other = f"{SANK} on Tuesday.", "Its owner said talk that a crew was drunk is false."

    assert propose(SANK, told, opening=[told, "That is false."]) == (REFUTES, OUTCOME)
    assert propose(SANK, told, opening=[told, other])[0] != REFUTES


def test_what_opens_with_somebodys_denial_is_not_affirmed():
    told = f"{SANK}."

    assert propose(SANK, told, opening=[told, "Nobody was hurt."]) == (SUPPORTS, OUTCOME)
    assert propose(SANK, told, opening=[told, "The coast guard denied it."]) == (CONTEXT, None)


def test_reports_that_something_did_not_happen_can_be_false_too():
    assert propose(SANK, "Reports that the ferry Aurora sank in the harbour of Bergen are false.")[0] == REFUTES
    assert propose(SANK, "Reports that the ferry Aurora never sank in the harbour of Bergen are false.")[0] != REFUTES


def test_contrary_to_reports_stands_before_what_is_so():
    assert called_false("Contrary to reports, the ferry did not sink.", stems={"ferry", "sank"})
    assert called_false("Contrary to reports, the ferry sank.", stems={"ferry", "sank"}) == ""


def test_what_is_said_of_that_is_said_of_the_whole_story():
    assert called_false("Witnesses on the pier said that was not the case.", stems={"ferry"}) == "not the case"


@pytest.mark.parametrize(
    "passage",
    [
        f"There is no evidence that {SANK[0].lower()}{SANK[1:]}.",
        f"The coast guard could not confirm that {SANK[0].lower()}{SANK[1:]}.",
        f"It is unclear whether {SANK[0].lower()}{SANK[1:]}.",
        f"Divers doubt that {SANK[0].lower()}{SANK[1:]}.",
        f"Correction: an earlier version of this article gave a wrong day. {SANK}.",
    ],
)
def test_what_is_left_open_bears_nothing_out(passage):
    assert propose(SANK, passage) == (CONTEXT, None)


def test_a_doubt_about_something_else_leaves_nothing_open():
    assert left_open("It is unclear whether tickets are paid back.", {"ferry"}) == ""


def test_a_denial_says_what_it_is_of():
    text = "The mayor, who denies taking bribes, resigned."

    assert [one.of.of(text) for one in denials_in(text)] == [" taking bribes"]


@pytest.mark.parametrize("text", ["The judge denied bail to the singer.", "She denied him entry."])
def test_what_is_not_granted_is_not_denied(text):
    assert list(denials_in(text)) == []


@pytest.mark.parametrize(
    "piece", ["denied that ", "denied it but ", "not denied, ", "no evidence of ", "who denies it, "]
)
@pytest.mark.parametrize("read", [lambda text: list(denials_in(text)), lambda text: left_open(text, {"ferry"})])
def test_repeated_words_for_denying_take_time_in_proportion(read, piece):
    assert stays_in_proportion(read, piece, 10_000)


@pytest.mark.parametrize("piece", ["reports are false ", "the hoax that ", "it is not true, "])
def test_repeated_words_for_false_of_a_story_take_time_in_proportion(piece):
    assert stays_in_proportion(lambda text: called_false(text, stems={"ferry"}), piece, 10_000)
