from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.evidence.opening import Opening
from claims.text.evidence.rarity import Rarity, Words, overlap, share_held
from claims.text.evidence.reading import BEGINNING, Reading, readings_of_article
from claims.text.evidence.score import best_first, score_pair

RARITY = Rarity(1_000, {"visit": 200, "islamabad": 30, "muttaqi": 5, "kabul": 60})
CLAIM = Reading("Muttaqi will visit Islamabad", date(2021, 11, 7))
WORDS = st.lists(st.sampled_from("Muttaqi arrived visit Islamabad Kabul on Wednesday Qureshi met will the".split()))


def score(passage):
    return score_pair(CLAIM, Reading(passage, date(2021, 11, 10)), RARITY).value


def test_who_and_where_count_for_more_than_common_words():
    assert score("Muttaqi arrived in Islamabad.") > score("Qureshi will visit Kabul.") > score("It rained.")


def test_another_word_for_the_same_event_counts():
    assert score("Muttaqi arrived in Islamabad.") > score("Muttaqi spoke of Islamabad.")


def test_meaning_adds_to_the_score():
    passage = Reading("Muttaqi arrived in Islamabad.")

    near, far = (score_pair(CLAIM, passage, RARITY, similarity).value for similarity in (0.9, 0.1))

    assert near > far


@given(WORDS, WORDS)
def test_a_pair_scores_the_same_whichever_comes_first(one, other):
    a, b = Reading(" ".join(one), date(2021, 11, 7)), Reading(" ".join(other), date(2021, 11, 10))

    assert score_pair(a, b, RARITY) == score_pair(b, a, RARITY)


@pytest.mark.parametrize("text", ["", " ", "?!", "A" * 2_000, "Muttaqi " * 250, "“" * 500, "1,2,3," * 300])
def test_odd_text_has_a_score(text):
    assert 0 <= score(text) <= 1


def test_a_word_counts_for_more_where_it_is_repeated_and_for_less_in_a_long_text():
    claim = Words.of(["muttaqi", "islamabad"])
    once, twice = (Words.of(["muttaqi"] * times + ["talk"]) for times in (1, 2))

    assert overlap(claim, twice, RARITY, 14) > overlap(claim, once, RARITY, 14)
    assert overlap(claim, Words.of(once.counts, length=400), RARITY, 14) < overlap(claim, once, RARITY, 14)


def test_what_else_the_article_says_adds_to_the_score():
    said = "Muttaqi arrived."
    alone, beside = (
        Reading(said, article=Words.of(words, length=200)) for words in (["muttaqi"], ["muttaqi", "islamabad"])
    )

    assert score_pair(CLAIM, beside, RARITY).value > score_pair(CLAIM, alone, RARITY).value
    assert "shared elsewhere in the article: islamabad" in score_pair(CLAIM, beside, RARITY).reasons


def test_words_with_which_the_article_opens_count_for_more_than_later_ones():
    words = Words.of(["muttaqi", "islamabad", "talk"], length=200)
    early, late = (
        Reading("He arrived.", article=words, opening=Opening((first,)))
        for first in ("Muttaqi is in Islamabad.", "Talks were held.")
    )

    assert score_pair(CLAIM, early, RARITY).value > score_pair(CLAIM, late, RARITY).value


def test_words_named_by_the_end_of_the_beginning_count_for_more_than_later_ones():
    words = Words.of(["muttaqi", "islamabad", "talk"], length=200)
    early, late = (
        Reading("He arrived.", article=words, begins=frozenset(begins))
        for begins in (["muttaqi", "islamabad"], ["muttaqi", "talk"])
    )

    assert score_pair(CLAIM, early, RARITY).value > score_pair(CLAIM, late, RARITY).value


def test_the_beginning_of_an_article_is_what_starts_in_its_first_characters():
    sentences = ["Muttaqi spoke.", "He " + "very " * (BEGINNING // 5) + "much wept.", "Islamabad waits."]

    [reading] = readings_of_article("Talks", None, [("He wept.", "")], 2_000, opening=sentences)

    assert {"talk", "muttaqi", "wept"} <= reading.begins
    assert "islamabad" not in reading.begins


@given(st.frozensets(st.sampled_from("abcd")), st.frozensets(st.sampled_from("abcd")))
def test_a_share_is_the_same_both_ways_and_no_more_than_the_whole(a, b):
    assert 0 <= share_held(a, b, Rarity(9)) == share_held(b, a, Rarity(9)) <= 1


def test_texts_without_words_share_nothing():
    assert overlap(Words.of([]), Words.of([]), RARITY, 14) == 0


def test_one_article_does_not_crowd_out_the_others():
    long_article = Words.of(["muttaqi", "islamabad"] * 9)
    passages = [Reading(f"Muttaqi visits Islamabad, day {i}.", article=long_article) for i in range(12)]
    passages.append(Reading("Muttaqi spoke."))

    places = [place for place, _ in best_first(CLAIM, passages, RARITY, [0.5] * 13, most=12)]

    assert len(places) == 9
    assert places[-1] == 12
