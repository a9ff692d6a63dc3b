from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.attribution.quotations import find_quotations


def quoted(text):
    return [found.of(text) for found in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One” and \"two\" and ''three''.", ["“One”", '"two"', "''three''"]),
        ("Opened “here\nand closed there”.", ["“here"]),
        ('Opened "here” and closed.', ['"here”']),
        ("It’s the men’s ‘great game’, isn’t it?", ["‘great game’"]),
        ("He is 6' 2\" tall.", []),
        ("“He said ‘no’ to me.”", ["“He said ‘no’ to me.”"]),
    ],
)
def test_quotations_are_found_whatever_their_marks(text, expected):
    assert quoted(text) == expected


@given(st.text(alphabet="a “”‘’'\"\n."))
def test_quotations_are_ordered_and_disjoint(text):
    found = find_quotations(text)

    assert all(one.end <= other.start for one, other in pairwise(found))
