"""The last line in which a text says when it was published, and perhaps who did: "Published in Dawn, 29 May 2019"."""

import re
from dataclasses import dataclass
from datetime import date

from claims.text.written_days import DAY_PATTERN, read_day

_TRAILER = re.compile(
    rf"Published(?: in (?P<outlet>[A-Z0-9][^\n,.;:!?]{{1,60}}?)(?:,| on)| on|:)? {{1,2}}(?P<day>{DAY_PATTERN})\.?"
)


@dataclass(frozen=True, slots=True)
class Trailer:
    """What the last line states: the outlet, where it names one, and the day of publication."""

    written: str
    outlet: str | None
    published_on: date


def split_trailer(text: str) -> tuple[Trailer | None, str]:
    """Return the trailer that `text` ends with, and the text before it; only what parses whole.

    >>> split_trailer("It rained.\\nPublished in Dawn, October 29th, 2019")[0].outlet
    'Dawn'
    """
    before, _, last = text.rstrip().rpartition("\n")
    found = _TRAILER.fullmatch(last.strip()) if len(last) <= 200 else None
    day = read_day(found["day"]) if found else None
    published_on = day.in_full() if day else None
    if not found or not published_on or not before.strip():
        return None, text
    return Trailer(found[0], found["outlet"], published_on), before.rstrip()
