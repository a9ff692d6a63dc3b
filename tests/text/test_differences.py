from hypothesis import given
from hypothesis import strategies as st

from claims.text.differences import word_differences

TEXTS = st.text(st.sampled_from("ab \n-.é“🙂"), max_size=60)


@given(TEXTS, TEXTS)
def test_pieces_join_to_both_texts(old, new):
    pieces = word_differences(old, new)

    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


@given(TEXTS)
def test_equal_texts_differ_in_nothing(text):
    assert {piece.kind for piece in word_differences(text, text)} <= {"same"}


def test_number_that_changed_is_told_apart_from_the_words_around_it():
    pieces = word_differences("an 11-member team", "an 12-member team")

    assert [(piece.kind, piece.text) for piece in pieces if piece.kind != "same"] == [("gone", "11"), ("new", "12")]


def test_texts_too_long_to_compare_stand_whole():
    old, new = "word " * 5000, "ward " * 5000

    assert [piece.kind for piece in word_differences(old, new)] == ["gone", "new"]
