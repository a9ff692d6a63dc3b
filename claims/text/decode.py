"""From the bytes of a file to text, or to a sentence that says why not."""

import re
import unicodedata
from dataclasses import dataclass

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

_KNOWN_BEGINNINGS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

_TEXT_CONTROLS = frozenset("\t\n\r\x0b\x0c\x85")
_BINARY_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BEYOND_ASCII = bytes(range(128, 256))
_SAMPLE = 4_096


class Undecodable(Exception):
    """The bytes are no text that we can read; `reason` is a sentence for the person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the encoding that it was in."""

    text: str
    encoding: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("decoded text is never blank")


def decode(raw: bytes) -> Decoded:
    """Return the text in `raw`: UTF-8, UTF-16 or Windows-1252, whichever the bytes bear out.

    Raises `Undecodable` for what is empty, binary, or in no encoding that can be told for certain.

    >>> decode("Kabul’s envoy".encode("cp1252"))
    Decoded(text='Kabul’s envoy', encoding='cp1252')
    """
    _refuse_empty(raw)
    _refuse_known_formats(raw)
    text, encoding = _marked(raw) or _utf_16_by_evidence(raw) or _utf_8(raw) or _windows_1252(raw)
    if not text.strip():
        raise Undecodable("The file holds only white space.")
    _refuse_controls(text)
    return Decoded(text, encoding)


def _refuse_empty(raw: bytes) -> None:
    if not raw:
        raise Undecodable("The file is empty.")
    if not raw.strip():
        raise Undecodable("The file holds only white space.")


def _refuse_known_formats(raw: bytes) -> None:
    for beginning, looks_like in _KNOWN_BEGINNINGS:
        if raw.startswith(beginning):
            raise Undecodable(f"This is not plain text: it looks like {looks_like}.")


def _marked(raw: bytes) -> tuple[str, str] | None:
    """The text after a byte order mark, which promises an encoding that must then hold."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                place = error.start + len(mark)
                raise Undecodable(
                    f"The file says that it is {encoding.upper()}, but byte {place} does not fit."
                ) from error
    return None


def _utf_16_by_evidence(raw: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark, when the bytes make sense in one byte order and not in the other."""
    if b"\x00" not in raw or len(raw) % 2:
        return None
    sample = raw[:_SAMPLE]
    orders = [order for order in ("utf-16-le", "utf-16-be") if _makes_sense(sample, order)]
    if len(orders) != 1:
        return None
    try:
        return raw.decode(orders[0]), orders[0]
    except UnicodeDecodeError:
        return None


def _makes_sense(sample: bytes, encoding: str) -> bool:
    """Whether `sample` reads as words and spaces: in the wrong byte order a space is no space."""
    text = sample.decode(encoding, errors="ignore")
    # Cn: unassigned, Co: private use. Text has neither; shuffled bytes soon have both.
    known = all(c in _TEXT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cn", "Co") for c in text)
    return known and (" " in text or "\n" in text)


def _utf_8(raw: bytes) -> tuple[str, str] | None:
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_damaged_utf_8(raw, error.start)
        return None


def _refuse_damaged_utf_8(raw: bytes, first_fault: int) -> None:
    """UTF-8 with a few bad bytes would pass as Windows-1252 and turn every quotation mark to rubbish."""
    sound = _count_beyond_ascii(raw.decode("utf-8", errors="ignore").encode("utf-8"))
    if sound > _count_beyond_ascii(raw) - sound:
        raise Undecodable(f"The file is UTF-8 with damaged bytes, the first of them byte {first_fault}.")


def _count_beyond_ascii(raw: bytes) -> int:
    return len(raw) - len(raw.translate(None, _BEYOND_ASCII))


def _windows_1252(raw: bytes) -> tuple[str, str]:
    if _count_beyond_ascii(raw) > 0.3 * len(raw):
        raise Undecodable("The encoding is unknown: not UTF-8, not UTF-16, too few Latin letters.")
    try:
        return raw.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        raise Undecodable(
            f"The encoding is unknown: byte {error.start} fits neither UTF-8 nor Windows-1252."
        ) from error


def _refuse_controls(text: str) -> None:
    """A stray control character is cleaned away later; a NUL, or many of them, means binary data."""
    controls = len(_BINARY_CONTROLS.findall(text))
    if "\x00" in text or controls > len(text) / 50:
        raise Undecodable("This is not plain text: it holds the control characters of binary data.")
