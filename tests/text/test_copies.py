import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.copies import MOST_WORDS, Shared, compare, fingerprints, word_runs
from tests.text.proportion import stays_in_proportion

WORDS = st.lists(st.sampled_from([f"w{n}" for n in range(400)]), min_size=18, max_size=60)


def test_runs_are_the_same_numbers_in_another_process():
    code = "from claims.text.copies import word_runs; print(word_runs('He will visit Kabul.'))"

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert told == f"{word_runs('He will visit Kabul.')}\n"


def test_runs_fit_into_a_bigint():
    assert all(-(2**63) <= run < 2**63 for run in word_runs("a b c d e f g h " * 100))


@given(WORDS, WORDS, WORDS)
def test_eighteen_words_in_a_row_leave_a_common_fingerprint(before, shared, after):
    one, other = " ".join(before + shared), " ".join(shared + after)

    assert fingerprints(word_runs(one)) & fingerprints(word_runs(other))


@given(WORDS, WORDS)
def test_what_is_shared_does_not_depend_on_who_is_first(one, other):
    there = compare(word_runs(" ".join(one)), word_runs(" ".join(other)))
    back = compare(word_runs(" ".join(other)), word_runs(" ".join(one)))

    assert (there.of_first, there.of_second) == (back.of_second, back.of_first)
    assert there.resemblance == pytest.approx(back.resemblance)
    assert there.resemblance <= there.containment


def test_resemblance_is_of_shared_among_all_runs():
    shared = compare(word_runs("a b c d e"), word_runs("b c d e f"))

    assert shared.resemblance == pytest.approx(2 / 4)


def test_nothing_shared_resembles_nothing():
    assert compare((), word_runs("a b c")).resemblance == 0
    assert compare(word_runs("a b c"), word_runs("d e f")).containment == 0


@pytest.mark.parametrize(
    ("shared", "alone", "with_agency"),
    [
        (Shared(0.7, 0.7, 100), True, True),
        (Shared(0.6, 0.1, 30), True, True),
        (Shared(0.6, 0.1, 7), False, False),
        (Shared(0.35, 0.35, 60), False, True),
        (Shared(0.2, 0.2, 60), False, False),
    ],
)
def test_how_much_is_no_chance(shared, alone, with_agency):
    assert shared.tells(one_agency=False) == alone
    assert shared.tells(one_agency=True) == with_agency


def test_shares_that_are_none_are_refused():
    with pytest.raises(ValueError, match="no shares"):
        Shared(1.2, 0.5, 3)


def test_an_empty_text_has_no_fingerprints():
    assert fingerprints(()) == frozenset()


def test_what_follows_a_short_book_is_not_looked_at():
    assert len(word_runs("word " * (MOST_WORDS + 50))) == MOST_WORDS - 2


@pytest.mark.parametrize("unit", ["a b c d ", "aaaa", "é’“ ", "one two three four five. "])
def test_hostile_text_is_read_in_proportion(unit):
    assert stays_in_proportion(lambda text: fingerprints(word_runs(text)), unit, 50_000)
