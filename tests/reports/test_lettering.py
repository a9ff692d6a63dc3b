import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reports.lettering import ELLIPSIS, shortened, width_of, wrapped


def test_what_has_room_stays_whole():
    assert shortened("AFP", 70, 12) == "AFP"


def test_what_has_none_ends_in_an_ellipsis():
    assert shortened("The Express Tribune", 70, 12).endswith("…")


@pytest.mark.parametrize("text", ["WWWW", "نيويورك", "東京新聞", "Ünïcödé"])
def test_broad_letters_are_given_more_room_than_narrow_ones(text):
    assert width_of(text, 12) > width_of("i" * len(text), 12)


def test_marks_on_letters_take_no_room():
    assert width_of("é", 12) == width_of("e", 12)


@given(st.text(max_size=60), st.floats(20, 300), st.booleans())
def test_nothing_is_broader_than_its_room(text, room, bold):
    assert width_of(shortened(text, room, 12, bold=bold), 12, bold=bold) <= room
    assert all(width_of(line, 12, bold=bold) <= room for line in wrapped(text, room, 12, bold=bold))


@given(st.text(max_size=60), st.floats(20, 300))
def test_at_most_two_lines_hold_the_words_in_their_order(text, room):
    lines = wrapped(text, room, 12)

    assert len(lines) <= 2
    assert any(ELLIPSIS in line for line in lines) or " ".join(lines).split() == text.split()
