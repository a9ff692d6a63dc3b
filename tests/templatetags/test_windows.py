"""The window of a claim, as pages write it."""

from datetime import date

import pytest

from claims.models import Claim
from claims.templatetags.windows import window


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2021, 11, 12), date(2021, 11, 12), "12 Nov 2021"),
        (date(2021, 11, 8), date(2021, 11, 11), "8–11 Nov 2021"),
        (None, date(2021, 11, 11), "until 11 Nov 2021"),
        (date(2021, 11, 8), None, "from 8 Nov 2021"),
        (None, None, ""),
    ],
)
def test_a_window_is_written_as_people_do(start, end, words):
    assert window(Claim(window_start=start, window_end=end)) == words
