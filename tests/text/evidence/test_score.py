from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.evidence.rarity import Rarity, blended
from claims.text.evidence.reading import Reading
from claims.text.evidence.score import score_pair

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


def test_candidates_are_ordered_by_words_alone_where_meaning_is_unknown():
    assert blended([1.0, 4.0], None) == [0.25, 1.0]
    assert blended([], []) == []
    assert blended([0.0], [0.0]) == [0.0]
