from datetime import date

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.done import told_as_done
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import propose_stance

MADE, LATER = date(2021, 5, 20), date(2021, 9, 3)
RATES, APPEAL = "The central bank will raise interest rates", "The court will hear the appeal of Imran Khan"
OUTCOME = ("supports", "outcome")


def propose(statement, passage):
    found = propose_stance(AskedClaim.of(statement, MADE), Reading(passage, LATER), Rarity(100))
    return found.stance, found.basis


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        (RATES, "The central bank raised interest rates on Thursday."),
        (RATES, "Interest rates were raised by the central bank."),
        (APPEAL, "The court heard the appeal of Imran Khan."),
        ("The bridge will be demolished", "The bridge was demolished."),
        ("Imran Khan will contest the election", "Imran Khan contested the election."),
    ],
)
def test_what_was_foretold_by_any_verb_is_told_as_done_by_its_past(statement, passage):
    assert propose(statement, passage) == OUTCOME


@pytest.mark.parametrize(
    "passage",
    [
        "The central bank will have raised interest rates by then.",
        "The central bank has not raised interest rates.",
        "The central bank would have raised interest rates.",
        "The central bank is expected to raise interest rates.",
        "The central bank previously raised interest rates.",
        "Turkey raised interest rates, and so may the central bank of Norway.",
        "The central bank kept interest rates.",
    ],
)
def test_what_is_to_come_or_was_not_done_or_by_others_or_before_is_not_told_as_done(passage):
    assert propose(f"{RATES} of Norway", passage) != OUTCOME


def test_what_was_done_on_other_days_is_not_what_was_foretold():
    claim, passage = (
        Reading(f"{RATES} in June", MADE),
        Reading("The central bank raised interest rates in March.", LATER),
    )

    assert told_as_done(claim, passage) == ""


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("Russia will host talks in Moscow", "Russia has hosted talks in Moscow in the past."),
        ("Russia will host talks in Moscow", "Talks hosted by Russia in Moscow are expected to resume next month."),
        ("Troops will leave Afghanistan", "Troops have begun to leave Afghanistan."),
        ("US troops will leave Afghanistan", "Half of the US troops have left Afghanistan."),
    ],
)
def test_what_was_done_before_or_in_part_or_has_only_begun_is_no_outcome(statement, passage):
    assert propose(statement, passage) != OUTCOME


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("Russia will host talks in Moscow", "Diplomats doubt that Russia will host talks in Moscow."),
        (
            "The president will sign the agreement with Japan",
            "The president said he would veto the agreement with Japan.",
        ),
        ("Novak Djokovic will play at the Australian Open", "Novak Djokovic will miss the Australian Open."),
    ],
)
def test_what_is_doubted_or_stopped_is_not_foretold(statement, passage):
    assert propose(statement, passage)[0] != "supports"


def test_what_was_not_done_by_its_day_refutes_it():
    statement, passage = (
        "US troops will leave Afghanistan by August 31",
        "US troops did not leave Afghanistan by August 31.",
    )

    assert propose(statement, passage) == ("refutes", "outcome")
