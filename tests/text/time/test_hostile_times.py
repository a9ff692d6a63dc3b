"""Text made to be slow to search for times: twice as much may take twice as long, not four times."""

from datetime import date

import pytest

from claims.text.forward import forward_looking
from claims.text.time.find import find_times
from tests.text.proportion import stays_in_proportion

READERS = {
    "find_times": lambda text: find_times(text, published_on=date(2021, 11, 7)),
    "forward_looking": forward_looking,
}
UNITS = [
    *("a few ", "the ", "will ", "9 ", "9", "1,", "``", "“a ", '"', "‘a", "Monday ", "by ", "late ", "Oct. ", "not "),
    *("the end of the ", "early in the ", "in the coming ", "is to be ", "asked x ", "if ", "year-", "\n\n", "(\n"),
    *(
        "11 to ",
        "11-",
        "May 11 to ",
        "1.1.",
        "1/",
        "and a half ",
        "two and a half ",
        "12:30 (x) ",
        "twenty first of ",
    ),
    *("two hundred and ", "a hundred ", "in '88 ", "April X", "last Oct. ", "every other ", "Friday the 13th "),
    *("loss in New York ", "all week ", "a year ago this ", "nine months "),
    *(
        "the night of March ",
        "July-September ",
        "the quarter ended ",
        "ahead of the x ",
        "expects x ",
        "two Fridays ",
    ),
    *(
        "14:05 on 11 ",
        "was set to be ",
        "had been due ",
        "had been paid x until ",
        "by Monday x had ",
        "hours before ",
    ),
    *("Germany face ", "1984 Orwell ", "half a dozen ", "year-ago third ", "weeks or months ", "Friday week "),
    *("the first week of ", "is leaving ", "opens x x ", "Will x ", "if x ", "awaiting ", "prepared "),
    *("planned a x ", "is in a ", "postponed from x ", "as soon as x ", "an agreement to a ", "win in Ohio and "),
    *("overnight on ", "2024-25 ", "the day before last ", "early morning on ", "days of the week ", "Easter week "),
    *("Mr Cole on Monday ", "Monday's x ", "meet again on ", "up from ", "he'd x "),
]


@pytest.mark.parametrize("name", READERS)
def test_hostile_text_takes_time_in_proportion(name):
    slow = [unit for unit in UNITS if not stays_in_proportion(READERS[name], unit, 2_500)]

    assert slow == []
