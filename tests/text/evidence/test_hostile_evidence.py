"""Long and odd text must not take longer than its length explains."""

import time

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
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
