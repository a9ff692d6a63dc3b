from datetime import date

import pytest

from claims.text.evidence.calling_false import called_false
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.debunking import with_debunking_openings
from claims.text.evidence.opening import Opening
from claims.text.evidence.rarity import Rarity, Words
from claims.text.evidence.reading import Reading
from claims.text.evidence.score import best_first
from claims.text.evidence.stance import propose_stance
from claims.text.evidence.terms import terms
from claims.text.evidence.told import Told
from tests.text.proportion import stays_in_proportion

TOLD, FALSE = "All week people shared a story of Otters in the harbour of Bremen.", "It is almost certainly not true."
CLAIM = "Otters live in the harbour of Bremen"
SUPPORTS, REFUTES, CONTEXT = "supports", "refutes", "context"


def propose(statement, text=TOLD, opening=(TOLD, FALSE), told=(), **dates):
    passage = Reading(text, dates.get("published"), opening=Opening(tuple(opening)), told=Told(tuple(told)))
    return propose_stance(AskedClaim.of(statement, dates.get("made")), passage, Rarity(100))


def test_an_opening_that_calls_the_story_false_refutes_who_tells_it_and_bears_out_who_denies_it():
    assert propose(CLAIM).stance == REFUTES
    assert propose("The otters in the harbour of Bremen are a hoax").stance == SUPPORTS


@pytest.mark.parametrize(
    "statement",
    [
        "The mayor said that otters live in the harbour of Bremen",
        "Fisherman: 'Otters live in the harbour of Bremen'",
        "Bremen wants otters in its harbour",
    ],
)
def test_what_somebody_says_or_wants_is_not_refuted_with_the_story(statement):
    assert propose(statement).stance == CONTEXT


def test_another_story_of_the_same_place_is_not_refuted():
    assert propose("A ferry sank near the lighthouse of Bremen after a collision").stance == CONTEXT


def test_what_was_called_false_long_before_the_claim_was_made_refutes_nothing():
    assert propose(CLAIM, published=date(2012, 5, 1), made=date(2021, 11, 7)).stance == CONTEXT


@pytest.mark.parametrize(
    "text",
    [
        "The officer insisted that no part of it was a hoax.",
        "The jury is made up largely of teachers.",
        "His sudden leave cast doubt on the future of the paper.",
    ],
)
def test_words_of_other_things_call_no_story_false(text):
    assert called_false(text) == ""


def test_a_plain_sentence_of_an_article_that_is_much_hearsay_affirms_nothing():
    text = "Otters live in the harbour of Bremen."
    hearsay = ("Otters were reportedly seen.", "Rumours of otters spread.", text)

    assert propose(CLAIM, text, opening=[text], told=[text]).stance == SUPPORTS
    assert propose(CLAIM, text, opening=[text], told=hearsay).stance == CONTEXT


def test_an_opening_that_asks_affirms_nothing():
    text = "Otters live in the harbour of Bremen."

    assert propose(CLAIM, text, opening=["Otters in Bremen?", text]).stance == CONTEXT


def test_a_passage_of_an_article_on_something_else_does_not_say_the_same():
    statement = "Otters from Denmark live in the old harbour of Bremen near the fish market"
    text = "Otters live by a harbour, as in Bremen, he wrote."

    assert propose(statement, text, opening=["The zoo of Leipzig closes.", "Its elephants move."]).stance == CONTEXT


LATE = "The tale of Otters in the harbour of Bremen is a hoax, said the keeper of the zoo."
MUSING = ("A week of gossip about the harbour of Bremen is over.", "Otters were all that people spoke of.")


def test_what_an_article_says_twice_bears_out_a_claim_that_denies_it():
    denial, other = "The otters in the harbour of Bremen are fake", "The photo is fake, he said."

    assert propose(denial, other, opening=MUSING, told=[*MUSING, other, LATE]).stance == SUPPORTS
    assert propose(denial, other, opening=MUSING, told=[*MUSING, other]).stance == CONTEXT


def test_what_an_article_says_once_and_late_refutes_only_what_is_told_with_it():
    statement = "The otters of the old harbour in Bremen eat the eels of a fish market"
    opening = (MUSING[0], "Otters that eat eels were all that people spoke of.")
    little, much = "That the otters eat so well is a hoax.", "That otters eat eels at the harbour market is a hoax."

    assert propose(statement, much, opening=opening, told=[*opening, much]).stance == REFUTES
    assert propose(statement, little, opening=opening, told=[*opening, little]).stance == CONTEXT
    assert propose(statement, little, opening=opening, told=[*opening, little, much]).stance == REFUTES


def test_openings_that_call_a_story_false_are_read_however_few_words_they_share():
    words, opening = Words.of(["otter", "bremen"] * 9), Opening((TOLD, FALSE))
    passages = [Reading(f"Otters live in Bremen, day {i}.", article=words, opening=opening) for i in range(9)]
    passages.append(Reading(FALSE, article=words, opening=opening))
    claim, near = Reading(CLAIM), [0.5] * 10

    best = best_first(claim, passages, Rarity(100), near, 8)

    assert 9 not in [place for place, _ in best]
    assert 9 in [place for place, _ in with_debunking_openings(best, claim, passages, Rarity(100), near)]


def test_sentences_of_an_article_that_calls_a_story_false_twice_are_read_wherever_they_stand():
    words, told = Words.of(["otter", "bremen"] * 9), Told((FALSE, LATE))
    passages = [Reading(f"Otters live in Bremen, day {i}.", article=words, told=told) for i in range(9)]
    passages.append(Reading(FALSE, article=words, told=told))
    claim, near = Reading(CLAIM), [0.5] * 10

    best = best_first(claim, passages, Rarity(100), near, 8)

    assert 9 not in [place for place, _ in best]
    assert 9 in [place for place, _ in with_debunking_openings(best, claim, passages, Rarity(100), near)]


@pytest.mark.parametrize("piece", ["cast doubt on ", "it is not so sure ", "status: false ", "contrary to "])
def test_repeated_words_for_false_take_time_in_proportion(piece):
    assert stays_in_proportion(called_false, piece, 10_000)


FURTHER = (
    "Bremen has a large harbour.",
    "The mayor called for calm.",
    TOLD,
    "It is a hoax.",
    "The photo of the otters was doctored.",
)


def test_an_article_that_calls_the_story_false_more_than_once_refutes_it_wherever_it_says_so():
    words = Words.of([stem for one in FURTHER for stem in terms(one)])
    passage = Reading(FURTHER[4], opening=Opening(FURTHER[:2]), told=Told(FURTHER), article=words)
    found = propose_stance(AskedClaim.of(CLAIM), passage, Rarity(100))
    assert (found.stance, found.reasons) == (REFUTES, ("the article says so more than once: was doctored",))


def test_an_article_that_calls_a_story_false_again_and_again_bears_out_no_sentence_of_it():
    words = Words.of([stem for one in FURTHER for stem in terms(one)])
    telling = "Otters live in the harbour of Bremen."
    told = Told((*FURTHER, telling))

    found = propose_stance(
        AskedClaim.of(CLAIM), Reading(telling, opening=Opening(FURTHER[:2]), told=told, article=words), Rarity(100)
    )

    assert found.stance == CONTEXT


@pytest.mark.parametrize(
    "text",
    [
        "FALSE",
        "Mostly false.",
        "Fact-check: misleading",
        "Our rating: Pants on fire",
        "The story of Sept. 5 headlined otters in Bremen has been withdrawn.",
        "There was no such meeting.",
        "The video is AI-generated.",
        "The tale is a lie.",
    ],
)
def test_ratings_and_withdrawals_call_a_story_false(text):
    assert called_false(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is a small chance that the video will prove to have been fake.",
        "They will be able to verify or debunk it.",
        "The council, made up of retired officers, met.",
    ],
)
def test_what_may_prove_false_or_is_made_up_of_parts_is_not_called_false(text):
    assert called_false(text) == ""


@pytest.mark.parametrize(
    "said",
    [
        "claimed, falsely, that",
        "alleged – again wrongly – that",
        "falsely alleged that",
        "is mistakenly suggesting that",
    ],
)
def test_who_passes_a_story_on_and_judges_it_denies_what_follows(said):
    stems = frozenset({"otter", "harbour"})

    assert called_false(f"A councillor {said} otters live in the harbour.", stems=stems)
    assert called_false(f"A councillor {said} geese live in the park.", stems=stems) == ""


def test_words_that_somebody_is_quoted_with_are_left_to_a_person():
    passage = "He said posts under “otters live in the harbour of Bremen is a lie” were shared."
    opening = ("Otters live in the harbour of Bremen, the city has said.", "They came in May.")

    found = propose(CLAIM, text=passage, opening=opening)

    assert found.stance == CONTEXT
