"""Sharing of rare terms, against a plain count of them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reports import term_matrix
from claims.reports.term_matrix import TermMatrix
from claims.text.evidence.terms import terms

WORDS = st.lists(st.sampled_from("kabul doha envoy talks muttaqi visit khalilzad moscow".split()), max_size=6)
TEXTS = st.lists(WORDS.map(" ".join), max_size=12)


def plainly(texts, asked):
    """The same scores, one pair after the other."""
    sets = {key: set(terms(text)) for key, text in texts.items()}
    average = max(sum(map(len, sets.values())) / max(len(sets), 1), 1)
    scores = []
    for key, held in sets.items():
        rarities = (rarity(term, sets) for term in held & set(terms(asked)))
        weight = 1 + term_matrix.SATURATION * (term_matrix.FLAT + (1 - term_matrix.FLAT) * len(held) / average)
        scores.append((key, sum(rarities) / weight))
    return sorted(((key, score) for key, score in scores if score), key=lambda one: (-round(one[1], 9), one[0]))


def rarity(term, sets):
    holding = sum(term in held for held in sets.values())
    return math.log(1 + (len(sets) - holding + 0.5) / (holding + 0.5)) ** term_matrix.POWER


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(term_matrix, "FEWEST_LATE", 2)


@given(TEXTS, TEXTS, st.sets(st.integers(0, 11)), WORDS.map(" ".join))
@pytest.mark.usefixtures("small_blocks")
def test_scores_are_those_of_a_plain_count_whatever_came_and_went(first, then, dropped, asked):
    matrix, held = TermMatrix(), {}
    for texts in (first, then):
        for key, text in enumerate(texts):
            matrix.put(key, text, 1)
            held[key] = text
        matrix.best([asked], groups=[1], most=3)
    for key in dropped:
        matrix.drop(key)
        held.pop(key, None)

    [best] = matrix.best([asked], groups=[1], most=20)

    expected = plainly(held, asked)
    assert [key for key, _ in best] == [key for key, _ in expected]
    assert [score for _, score in best] == pytest.approx([score for _, score in expected])
    assert matrix.best([asked], groups=[1], most=2) == [best[:2]]


def test_groups_are_told_apart():
    matrix = TermMatrix()
    matrix.put(1, "Kabul talks", 1)
    matrix.put(2, "Kabul talks", 2)

    assert [key for key, _ in matrix.best(["Kabul"], groups=[2], most=5)[0]] == [2]
    assert [key for key, _ in matrix.best(["Kabul"], groups=[1, 2], most=5)[0]] == [1, 2]


def test_every_text_has_its_own_answer():
    matrix = TermMatrix()
    matrix.put(1, "Kabul talks", 1)
    matrix.put(2, "Doha visit", 1)

    answers = matrix.best(["", "Doha", "Kabul"], groups=[1], most=5)

    assert [[key for key, _ in best] for best in answers] == [[], [2], [1]]
