"""A headline that the text itself states, on a line of its own."""

import re

from claims.text.bylines import split_byline
from claims.text.datelines import split_dateline
from claims.text.sentences import split_sentences

_LONGEST = 200
# Fewer words in a line of their own may be a label, but not above a dateline.
_FEWEST_WORDS = 3
_NOTICE = re.compile(
    r"(?:first published|image|last modified|note|photo|picture|posted|published|updated|video|warning)"
    r"(?::| at | by | on | \d)",
    re.IGNORECASE,
)
_PARAGRAPH_END = re.compile(r"[ \t]{0,200}\n[ \t]{0,200}\n")


def split_headline(text: str, *, introduced: bool) -> tuple[str | None, str]:
    """Return the headline that `text` opens with, and the text after it.

    Certain only for one short sentence before a blank line, which opens with neither dateline nor
    byline. It has three words, or stands over a dateline. Without a header that has introduced it, it must also do
    without a final full stop.

    >>> split_headline("Four countries meet in Islamabad\\n\\nPakistan hosted them.", introduced=False)
    ('Four countries meet in Islamabad', 'Pakistan hosted them.')
    """
    end = _PARAGRAPH_END.search(text, 0, _LONGEST + 400)
    if not end:
        return None, text
    line, rest = text[: end.start()], text[end.end() :].lstrip()
    fewest = _FEWEST_WORDS if split_dateline(rest)[0] is None else 1
    if not rest or not _reads_as_headline(line, fewest) or not (introduced or _ends_openly(line)):
        return None, text
    return line, rest


def _reads_as_headline(line: str, fewest: int) -> bool:
    return (
        "\n" not in line
        and len(line) <= _LONGEST
        and sum(any(c.isalpha() for c in word) for word in line.split()) >= fewest
        and not _NOTICE.match(line)
        and split_dateline(f"{line}\n\nText.")[0] is None
        and split_byline(f"{line}\n\nText.")[0] is None
        and len(split_sentences(line)) == 1
    )


def _ends_openly(line: str) -> bool:
    """A full stop, also inside a closing quotation mark, ends a sentence; so may the signs before a list."""
    return line.rstrip("”’\"')")[-1:] not in {"", ".", "…", ":", ";", ","}
