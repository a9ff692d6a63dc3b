"""Long and odd text must not take longer than its length explains."""

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading, readings_of_article
from claims.text.evidence.stance import propose_stance
from tests.text.proportion import stays_in_proportion

# The longest sentence that is read is four times as long.
SIZE = 500
PIECES = [
    *("Muttaqi ", "visit ", "Muttaqi visit Islamabad ", "1,", "but ", "did not ", "had been due to ", "in ", "a "),
    *("’s ", "Aa-", "would have ", "on the first ", "a. "),
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_repeated_piece_is_read_in_proportion(piece):
    def read(text):
        propose_stance(
            AskedClaim.of("Muttaqi will visit Islamabad"), Reading(f"Muttaqi visited Islamabad {text}"), Rarity(100)
        )

    assert stays_in_proportion(read, piece, SIZE)


@pytest.mark.parametrize(
    "piece",
    ["minister ", "Foreign Minister, A B, ", "A B, the envoy, ", "his ", "to Islamabad, ", "of the minister ", "A "],
)
def test_what_stands_around_is_read_in_proportion(piece):
    def read(around):
        [passage] = readings_of_article(around, None, [(f"His visit {around}", around)], len(around))
        propose_stance(AskedClaim.of("Muttaqi will visit Islamabad"), passage, Rarity(100))

    assert stays_in_proportion(read, piece, SIZE)
