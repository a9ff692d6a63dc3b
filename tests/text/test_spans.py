import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.spans import Span


@st.composite
def spans(draw):
    start = draw(st.integers(0, 50))
    return Span(start, draw(st.integers(start + 1, 60)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_a_span_that_is_empty_or_before_the_text_is_refused(start, end):
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_a_span_past_the_end_of_the_text_is_refused():
    with pytest.raises(ValueError, match="ends after the text"):
        Span(0, 6).of("Kabul")


def test_a_shift_before_the_start_of_the_text_is_refused():
    with pytest.raises(ValueError, match="no span"):
        Span(2, 4).shift(-3)


def test_trimming_white_space_alone_leaves_nothing():
    assert Span(0, 3).trimmed(" \n\t") is None


@given(spans(), spans())
def test_overlap_and_containment_are_those_of_the_sets_of_offsets(one, other):
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))

    assert one.overlaps(other) == bool(mine & theirs)
    assert one.contains(other) == (theirs <= mine)


@given(spans(), st.integers(0, 9))
def test_a_shift_there_and_back_changes_nothing(span, by):
    assert span.shift(by).shift(-by) == span
    assert len(span.shift(by)) == len(span)
