"""The line that a collector puts before a text: ` date 2021-11-10 Headline`, ` date 2021-07-14 : text`."""

import re
from dataclasses import dataclass
from datetime import date

_HEADER = re.compile(r"[Dd]ate:?[ \t]{1,4}(\d{4})-(\d\d)-(\d\d)(?:[ \t]{0,4}(?P<colon>:)\s|[ \t]{0,4}(?=\n)|[ \t])")


@dataclass(frozen=True, slots=True)
class Header:
    """A collector's header: its date, and whether what follows on its line may be a headline."""

    written: str
    published_on: date
    introduces_headline: bool


def split_header(text: str) -> tuple[Header | None, str]:
    """Return the header that `text` opens with, and the text after it.

    A header with an impossible date, or with nothing after it, is left in the text.

    >>> split_header("date 2021-07-14 : Ministers met.")[1]
    'Ministers met.'
    """
    found = _HEADER.match(text)
    if not found or not text[found.end() :].strip():
        return None, text
    try:
        published_on = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None, text
    header = Header(found[0].strip(), published_on, introduces_headline=not found["colon"])
    return header, text[found.end() :].lstrip()
