import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.spans import Span
from claims.text.words_around import words_around

LINES = "KABUL\nMuttaqi will come soon. He said so.\nTalks follow."


def test_the_rest_of_the_line_stands_on_either_side():
    span = Span(LINES.index("will come"), LINES.index(" soon"))

    assert words_around(span, LINES) == ("Muttaqi ", " soon. He said so.")


def test_the_last_line_needs_no_end():
    span = Span(LINES.index("Talks"), len(LINES))

    assert words_around(span, LINES) == ("", "")


def test_a_span_over_two_lines_is_followed_by_the_rest_of_the_second():
    span = Span(LINES.index("He said"), LINES.index(" follow"))

    assert words_around(span, LINES) == ("Muttaqi will come soon. ", " follow.")


@pytest.mark.parametrize("most", [0, 1, 5])
def test_a_word_longer_than_there_is_room_for_is_left_out(most):
    assert words_around(Span(9, 10), "a" * 9 + "b" + "a" * 9, most=most) == ("…", "…")


@given(st.text(min_size=1, max_size=80), st.data())
def test_what_is_returned_stands_there(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))

    before, after = words_around(span, text, most=10)

    assert text[: span.start].endswith(before.removeprefix("…"))
    assert text[span.end :].startswith(after.removesuffix("…"))
