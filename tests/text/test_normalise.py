import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.normalise import normalise

# Surrogates included: a text may come from JSON or from a form that let them through.
any_text = st.text(st.characters(codec=None))


@given(any_text)
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)

    assert normalise(once) == once


@given(any_text)
def test_normalised_text_can_be_stored_anywhere(text):
    kept = normalise(text)

    kept.encode("utf-8")
    assert unicodedata.is_normalized("NFC", kept)
    assert not [c for c in kept if unicodedata.category(c) == "Cc" and c not in "\n\t"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\r\x00\n"])
def test_every_kind_of_line_end_becomes_one_newline(end):
    assert normalise(f"Kabul{end}Doha") == "Kabul\nDoha"


def test_joiners_of_persian_and_urdu_stay():
    assert normalise("می\u200cشود") == "می\u200cشود"


def test_tabs_and_spaces_stay_as_they_are():
    assert normalise("a\t b\xa0 c") == "a\t b\xa0 c"
