import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.decode import Decoded, Undecodable, decode

NEWS = "Muttaqi’s visit is “on the cards”, sources said.\r\nIt was confirmed in Köln.\n"
PERSIAN = "وزیر خارجه به اسلام‌آباد سفر می‌کند. این نخستین سفر اوست.\n"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (NEWS.encode("utf-8"), "utf-8"),
        (NEWS.encode("utf-8-sig"), "utf-8"),
        (NEWS.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + NEWS.encode("utf-16-be"), "utf-16-be"),
        (NEWS.encode("utf-16-le"), "utf-16-le"),
        (NEWS.encode("utf-16-be"), "utf-16-be"),
        (NEWS.encode("cp1252"), "cp1252"),
    ],
)
def test_news_text_is_read_in_every_encoding_it_comes_in(raw, encoding):
    assert decode(raw) == Decoded(NEWS, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_persian_is_read_in_every_encoding_that_can_write_it(encoding):
    assert decode(PERSIAN.encode(encoding)).text == PERSIAN


def test_long_utf_16_whose_sample_ends_inside_a_character_is_read():
    text = "a " + "🕌 " * 3_000

    assert decode(text.encode("utf-16-le")).text == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t ", "The file holds only white space."),
        ("\ufeff \n".encode(), "The file holds only white space."),
        (b"%PDF-1.7\n%\xe2\xe3", "This is not plain text: it looks like a PDF document."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "This is not plain text: it looks like a PNG image."),
        (b"PK\x03\x04\x14\x00", "This is not plain text: it looks like a ZIP archive or an office document."),
        (b"{\\rtf1\\ansi Kabul}", "This is not plain text: it looks like a rich text (RTF) document."),
        (b"Kabul\x00 fell", "This is not plain text: it holds the control characters of binary data."),
        (b"Kabul fell. " * 50 + b"\x00", "This is not plain text: it holds the control characters of binary data."),
        # The same letters in either byte order, and spaces in both: nothing tells them apart.
        (
            "慡 \u2000慡".encode("utf-16-le"),
            "This is not plain text: it holds the control characters of binary data.",
        ),
        (b"\x01\x02\x03\x04 abc", "This is not plain text: it holds the control characters of binary data."),
        (b"\xff\xfea", "The file says that it is UTF-16-LE, but byte 2 does not fit."),
        (
            "He said “no” and “yes” to it".encode() + b"\xe2\x80",
            "The file is UTF-8 with damaged bytes, the first of them byte 36.",
        ),
        (b"Kabul \x81 fell", "The encoding is unknown: byte 6 fits neither UTF-8 nor Windows-1252."),
        (
            "Талибан приехал".encode("cp1251"),
            "The encoding is unknown: not UTF-8, not UTF-16, too few Latin letters.",
        ),
    ],
)
def test_what_is_not_text_is_refused_with_a_sentence(raw, reason):
    with pytest.raises(Undecodable) as refusal:
        decode(raw)

    assert refusal.value.reason == reason


def test_random_bytes_are_never_taken_for_text():
    noise = random.Random(1)

    for size in (64, 1_000, 100_000):
        with pytest.raises(Undecodable):
            decode(noise.randbytes(size))


def text_or_reason(raw):
    try:
        return decode(raw).text
    except Undecodable as refusal:
        return refusal.reason


@given(st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda text: text.encode("utf-16-le"))))
def test_any_bytes_give_text_or_a_sentence_and_never_another_error(raw):
    assert text_or_reason(raw).strip()


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_is_read_as_it_was_written(text):
    raw = f"Kabul {text}".encode()

    assert decode(raw) == Decoded(f"Kabul {text}", "utf-8")


def test_blank_decoded_text_is_refused():
    with pytest.raises(ValueError, match="never blank"):
        Decoded(" ", "utf-8")
