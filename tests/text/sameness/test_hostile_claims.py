"""Long and odd statements must not take longer than their length explains."""

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.sameness.compare import compare_claims
from tests.text.proportion import stays_in_proportion

PIECES = [
    "Muttaqi ",
    "by the Muttaqi ",
    "Afghan foreign minister ",
    ", the minister, ",
    "be ",
    "a",
    "was shot ",
    "11-member ",
    "’s ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_repeated_piece_is_compared_in_proportion_to_its_length(piece):
    def compare(text):
        return compare_claims(AskedClaim.of(f"Muttaqi will visit Islamabad {text}"), AskedClaim.of(text))

    assert stays_in_proportion(compare, piece, 500)
