"""A headline that the text itself states, on a line of its own."""

import re

from claims.text.bylines import split_byline
from claims.text.datelines import split_dateline
from claims.text.day_lines import split_day_line
from claims.text.known_names import is_agency
from claims.text.sentences import split_sentences

_LONGEST = 200
# Fewer words in a line of their own may be a label, but not above a dateline.
_FEWEST_WORDS = 3
_NOTICE = re.compile(
    r"(?:first published|image|last modified|note|photo|picture|posted|published|updated|video|warning)"
    r"(?::| at | by | on | \d)",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"[ \t]{0,200}\n(?P<blank>[ \t]{0,200}\n)?")


def split_headline(text: str, *, introduced: bool) -> tuple[str | None, str]:
    """Return the headline that `text` opens with, and the text after it.

    Certain only for one short sentence on a line of its own, which opens with neither dateline nor byline and stands
    over a blank line, or right over a dateline, a byline or the day of publication. It has three words, or stands
    over a dateline. Without a header that has introduced it, it must also do without a final full stop.

    >>> split_headline("Four countries meet in Islamabad\\n\\nPakistan hosted them.", introduced=False)
    ('Four countries meet in Islamabad', 'Pakistan hosted them.')
    """
    end = _LINE_END.search(text, 0, _LONGEST + 400)
    if not end:
        return None, text
    line, rest = text[: end.start()], text[end.end() :].lstrip()
    is_filed = split_dateline(rest)[0] is not None
    fewest = 1 if is_filed else _FEWEST_WORDS
    if not rest or not _reads_as_headline(line, fewest) or not (introduced or _ends_openly(line)):
        return None, text
    return (line, rest) if end["blank"] or is_filed or _opens_with_data(rest) else (None, text)


def _opens_with_data(text: str) -> bool:
    """Whether the first line tells who wrote what follows, or when it was published."""
    return split_byline(text)[0] is not None or split_day_line(text)[0] is not None


def _reads_as_headline(line: str, fewest: int) -> bool:
    return (
        len(line) <= _LONGEST
        and sum(any(c.isalpha() for c in word) for word in line.split()) >= fewest
        and not _NOTICE.match(line)
        and not is_agency(line)
        and split_dateline(f"{line}\n\nText.")[0] is None
        and split_byline(f"{line}\n\nText.")[0] is None
        and len(split_sentences(line)) == 1
    )


def _ends_openly(line: str) -> bool:
    """A full stop, also inside a closing quotation mark, ends a sentence; so may the signs before a list."""
    return line.rstrip("”’\"')")[-1:] not in {"", ".", "…", ":", ";", ","}
