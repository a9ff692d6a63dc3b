"""Text made to be slow, for the readers of attribution: four times as much may not take sixteen times as long."""

import pytest

from claims.text.attribution.chains import chain_of
from claims.text.attribution.credits import wire_credits
from claims.text.attribution.find import find_attributions
from claims.text.attribution.names import capitalised_names, same_person
from claims.text.attribution.quotations import find_quotations
from claims.text.attribution.speaker_kinds import kind_of
from claims.text.spans import Span
from tests.text.proportion import stays_in_proportion

READERS = {
    "find_attributions": find_attributions,
    "chain_of": lambda text: chain_of(text, Span(0, len(text)), find_attributions(text)),
    "wire_credits": wire_credits,
    "capitalised_names": capitalised_names,
    "same_person": lambda text: same_person(text, text[:-1]),
    "find_quotations": find_quotations,
    "kind_of": kind_of,
}
UNITS = [
    *("a", "A ", "A. ", "a.B", "“", "“a", '"', "‘a’", "''", "'a' ", "(A", "A-", "al-", "A's ", "of A ", "X, "),
    *("said ", "He said ", ", he said", "“Go?” he said. ", "according to ", "told AFP ", "who said ", "citing "),
    *("(AP) —", "A (AP) — \n", "By AP\n", "A van der ", "is told by ", "in a ", "— ", "Ned Price said. "),
]


@pytest.mark.parametrize("name", READERS)
def test_hostile_text_takes_time_in_proportion(name):
    slow = [unit for unit in UNITS if not stays_in_proportion(READERS[name], unit, 5_000)]

    assert slow == []
