from datetime import date

import pytest

from claims.reports.queue_sentences import days_in_words

NOVEMBER = date(2021, 11, 8)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (NOVEMBER, date(2021, 11, 11), "8–11 Nov 2021"),
        (NOVEMBER, NOVEMBER, "8 Nov 2021"),
        (date(2021, 10, 29), date(2021, 11, 3), "29 Oct – 3 Nov 2021"),
        (date(2021, 12, 30), date(2022, 1, 2), "30 Dec 2021 – 2 Jan 2022"),
        (NOVEMBER, None, "from 8 Nov 2021"),
        (None, NOVEMBER, "until 8 Nov 2021"),
        (None, None, ""),
    ],
)
def test_a_window_is_said_as_people_write_it(start, end, words):
    assert days_in_words(start, end) == words
