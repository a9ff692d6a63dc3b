"""A name in the place of the claim's own: for a person to compare, and no support."""

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.elsewhere import elsewhere
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import propose_stance


@pytest.mark.parametrize(
    ("statement", "passage", "expected"),
    [
        (
            "Nora Weiss won the Tirol regional vote",
            "Nora Weiss has won the Kärnten regional vote.",
            ("Tirol", "Kärnten"),
        ),
        ("The union struck in Essen", "The union struck in Bochum on Friday.", ("Essen", "Bochum")),
        ("The union struck in Essen", "The union struck in Essen and in Bochum.", None),
        ("The union struck in Essen", "In Essen the union of Bochum struck.", None),
        ("Muttaqi arrived in Islamabad", "Muttaqi arrived in Pakistan.", None),
        ("Nora Weiss won the Tirol regional vote", "Weiss won the vote.", None),
    ],
)
def test_a_name_stands_in_the_place_of_another(statement, passage, expected):
    assert elsewhere(Reading(statement), Reading(passage)) == expected


def test_what_happened_elsewhere_supports_nothing():
    claim = AskedClaim.of("Nora Weiss won the Tirol regional vote")
    beside = "The count\nTirol counts on until Sunday."
    here, there = (
        Reading(f"Nora Weiss has won the {where} regional vote.", None, beside) for where in ("Tirol", "Kärnten")
    )

    found = propose_stance(claim, there, Rarity(100), 0.8)

    assert propose_stance(claim, here, Rarity(100), 0.8).stance == "supports"
    assert (found.stance, found.reasons[0]) == ("context", "check these two: Kärnten here, Tirol in the claim")
