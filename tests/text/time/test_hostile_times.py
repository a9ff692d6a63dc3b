"""Text made to be slow to search for times: twice as much may take twice as long, not four times."""

import time
from datetime import date

import pytest

from claims.text.forward import forward_looking
from claims.text.time.find import find_times

READERS = {
    "find_times": lambda text: find_times(text, published_on=date(2021, 11, 7)),
    "forward_looking": forward_looking,
}
UNITS = [
    *("a few ", "the ", "will ", "9 ", "9", "1,", "``", "“a ", '"', "‘a", "Monday ", "by ", "late ", "Oct. ", "not "),
    *("the end of the ", "early in the ", "in the coming ", "is to be ", "asked x ", "if ", "year-", "\n\n", "(\n"),
]


def seconds(read, unit, size):
    text = (unit * size)[:size]
    started = time.perf_counter()
    read(text)
    return time.perf_counter() - started


@pytest.mark.parametrize("name", READERS)
def test_hostile_text_takes_time_in_proportion(name):
    seconds(READERS[name], "He left on Monday. ", 1_000)

    for unit in UNITS:
        short, long = seconds(READERS[name], unit, 2_500), seconds(READERS[name], unit, 10_000)

        assert long < 10 * short + 0.3, unit
