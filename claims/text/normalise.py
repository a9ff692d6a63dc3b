"""One form for all text, made once at the door, so that offsets and digests stay true."""

import re
import unicodedata

# Databases differ on these (SQLite stores a NUL, PostgreSQL refuses it; a lone surrogate breaks both)
# and no reader sees them. Zero-width joiners stay: Persian and Urdu are misspelt without them.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")

# Vertical tab and form feed part words as a line end does; dropping them would join the words.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def normalise(text: str) -> str:
    r"""Return `text` with plain newlines, composed letters and no invisible control characters.

    Doing it twice changes nothing more.

    >>> normalise("\ufeffKabul,\r\nthe cafe\u0301\x00")
    'Kabul,\nthe café'
    """
    # Unwanted characters go first: a NUL between "\r" and "\n" would otherwise make two newlines.
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", _UNWANTED.sub("", text)))
