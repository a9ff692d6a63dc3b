"""Long and odd text must not take longer than its length explains."""

import time

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading, readings_of_article
from claims.text.evidence.stance import propose_stance

LONGEST = 2_000
PIECES = [
    *("Muttaqi ", "visit ", "Muttaqi visit Islamabad ", "1,", "but ", "did not ", "had been due to ", "in ", "a "),
    *("’s ", "Aa-", "would have ", "on the first ", "a. "),
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_repeated_piece_is_read_in_time(piece):
    passage = Reading("Muttaqi visited Islamabad " + (piece * LONGEST)[:LONGEST])
    started = time.perf_counter()

    propose_stance(AskedClaim.of("Muttaqi will visit Islamabad"), passage, Rarity(100))

    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "piece",
    ["minister ", "Foreign Minister, A B, ", "A B, the envoy, ", "his ", "to Islamabad, ", "of the minister ", "A "],
)
def test_what_stands_around_is_read_in_time(piece):
    around = (piece * LONGEST)[:LONGEST]
    [passage] = readings_of_article(around, None, [(f"His visit {around}", around)], LONGEST)
    started = time.perf_counter()

    propose_stance(AskedClaim.of("Muttaqi will visit Islamabad"), passage, Rarity(100))

    assert time.perf_counter() - started < 2
