"""Text made to be slow: four times as much of it may not take sixteen times as long."""

from datetime import date

import pytest

from claims.text.claiming.suggest import suggest_claims
from tests.text.proportion import stays_in_proportion

UNITS = [
    *("a", "A ", "a.", "He. ", "“", "“a", '"', ", ", "; ", "\n", "A, B, ", "but ", " and that "),
    *("He said ", ", he said. ", "citing ANI ", "told AFP that he ", "that ", "will ", "is to ", "had been due to "),
    *("He will go, but they will stay. ", "Khan said he would go on Monday. ", "the a the ", "1,000 ", "on Monday "),
    *("visit Kabul ", "Sources told The Express Tribune that he will. ", "A b c d e, who "),
]


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_takes_time_in_proportion(unit):
    assert stays_in_proportion(lambda text: suggest_claims(text, published_on=date(2021, 11, 7)), unit, 4_000)
