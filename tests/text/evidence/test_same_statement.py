import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.opening import Opening
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_statement import same_statement
from claims.text.evidence.stance import propose_stance
from tests.text.proportion import stays_in_proportion

PATROL = "Security robots are patrolling the campus of Microsoft"
SUPPORTS, REFUTES, CONTEXT = "supports", "refutes", "context"


def propose(statement, passage, *, around="", opening=()):
    reading = Reading(passage, None, around, opening=Opening(tuple(opening)))
    found = propose_stance(AskedClaim.of(statement), reading, Rarity(100))
    return found.stance, found.reasons[0]


def stance(statement, passage, **rest):
    return propose(statement, passage, **rest)[0]


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Five security robots patrolled the campus of Microsoft last week.", SUPPORTS),
        ("Security robots are not patrolling the campus of Microsoft.", REFUTES),
        ("Reports that security robots are patrolling Microsoft's campus are false.", REFUTES),
        ("The story of security robots on the campus of Microsoft is a hoax.", REFUTES),
        ("Security robots are reportedly patrolling the campus of Microsoft.", CONTEXT),
        ("According to a website, security robots patrol the campus of Microsoft.", CONTEXT),
        ("Are security robots patrolling the campus of Microsoft?", CONTEXT),
        ("It could not be confirmed that security robots are patrolling the campus of Microsoft.", CONTEXT),
        ("Security robots are patrolling the campus of Google.", CONTEXT),
        ("Microsoft cut jobs on its campus.", CONTEXT),
    ],
)
def test_a_passage_that_says_what_a_claim_says_affirms_or_denies_it(passage, expected):
    assert stance(PATROL, passage) == expected


def test_what_others_tell_is_context_with_the_reason():
    assert propose(PATROL, "Rumour has it that security robots patrol the campus of Microsoft, it is claimed.")[
        1
    ] == ("told by others, not affirmed: Rumour")


def test_an_article_that_opens_by_calling_it_false_affirms_nothing_further_down():
    told = "Five security robots patrolled the campus of Microsoft last week."

    assert stance(PATROL, told, opening=["The story of the robots of Microsoft is a hoax."]) == CONTEXT


def test_a_story_in_the_sentence_before_can_be_called_false():
    told = "Security robots are patrolling the campus of Microsoft."

    assert stance(PATROL, "The story of Microsoft is a hoax.", around=told) == REFUTES


@pytest.mark.parametrize(
    "passage",
    [
        "Microsoft insists that the security robots on its campus are not a hoax.",
        "Security robots with false papers were seen on the campus of Microsoft, it was reported.",
        "Microsoft's security robots are not only patrolling the campus, they claimed.",
    ],
)
def test_what_takes_nothing_back_refutes_nothing(passage):
    assert stance(PATROL, passage) != REFUTES


def test_a_claim_that_a_story_is_false_is_borne_out_by_its_denial():
    statement = "The story of security robots on the campus of Microsoft is a hoax"

    assert stance(statement, "The story of security robots on Microsoft's campus is not true.") == SUPPORTS
    assert stance(statement, "Security robots patrol the campus of Microsoft.") == CONTEXT


def test_a_statement_that_passes_on_hearsay_gets_context_only():
    assert stance("Security robots reportedly patrol Microsoft", "Security robots patrol Microsoft.") == CONTEXT


def test_whoever_does_something_else_does_not_say_the_same():
    statement = "Pakistan extends support to the Taliban government"

    assert stance(statement, "Pakistan has not recognised the Taliban government.") == CONTEXT
    assert stance(statement, "The Taliban sought financial support for their government.") == CONTEXT


def test_a_sum_that_the_passage_does_not_give_is_not_borne_out():
    claim = AskedClaim.of("The watch of Apple costs $349")

    assert same_statement(claim, Reading("The watch of Apple costs $349."), Rarity(100))
    assert same_statement(claim, Reading("The watch of Apple costs $999."), Rarity(100)) is None


def test_nearness_in_meaning_stands_in_for_other_words():
    claim = AskedClaim.of("The offices of Vogue in New York are infested by rats")
    passage = Reading("Rodents have overrun Vogue, whose New York rooms were shut.")

    assert same_statement(claim, passage, Rarity(100), 0.1) is None
    assert same_statement(claim, passage, Rarity(100), 0.7)


@pytest.mark.parametrize("piece", ["not hoax ", "there was no ", "not campus ", "claims that it "])
def test_repeated_denials_take_time_in_proportion(piece):
    claim, told = AskedClaim.of(PATROL), "Security robots patrol the campus of Microsoft "

    assert stays_in_proportion(lambda text: propose_stance(claim, Reading(told + text), Rarity(100)), piece, 10_000)
