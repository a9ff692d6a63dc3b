import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.marks import Segment, marks_over, paragraphs, split_into_segments
from claims.text.spans import Span


@st.composite
def marked_texts(draw):
    text = draw(st.text(min_size=1, max_size=60))
    starts = st.integers(0, len(text) - 1)
    spans = starts.flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start + 1, len(text))))
    return text, draw(st.lists(st.tuples(spans, st.integers(1, 99)), max_size=8))


@given(marked_texts())
def test_segments_join_back_to_the_text(marked):
    text, marks = marked

    segments = split_into_segments(text, marks)

    assert "".join(segment.text for segment in segments) == text
    assert all(text[segment.start : segment.end] == segment.text for segment in segments)


@given(marked_texts())
def test_every_character_carries_the_keys_of_the_marks_over_it(marked):
    text, marks = marked

    for segment in split_into_segments(text, marks):
        for offset in range(segment.start, segment.end):
            over = sorted(key for span, key in marks if span.start <= offset < span.end)
            assert sorted(segment.keys) == over


@given(marked_texts())
def test_paragraph_by_paragraph_the_segments_are_those_of_the_whole(marked):
    text, marks = marked

    for paragraph in paragraphs(text):
        segments = split_into_segments(text, marks, within=paragraph)

        assert "".join(segment.text for segment in segments) == paragraph.of(text)
        assert {key for segment in segments for key in segment.keys} == {
            key for span, key in marks if span.overlaps(paragraph)
        }


@given(marked_texts())
def test_every_paragraph_gets_the_marks_that_overlap_it(marked):
    text, marks = marked
    lines = paragraphs(text)

    found = list(marks_over(lines, sorted(marks)))

    assert found == [[mark for mark in sorted(marks) if mark[0].overlaps(line)] for line in lines]


def test_keys_stand_by_start_then_longer_first_then_key():
    marks = [(Span(2, 4), 9), (Span(0, 5), 3), (Span(2, 4), 1), (Span(2, 5), 7)]

    segments = split_into_segments("Kabul", marks)

    assert segments[1] == Segment(2, 4, "bu", (3, 7, 1, 9))


def test_a_text_without_marks_is_one_segment():
    assert split_into_segments("Kabul", []) == [Segment(0, 5, "Kabul")]


def test_an_empty_text_has_no_segments_and_no_paragraphs():
    assert split_into_segments("", []) == []
    assert paragraphs(" \n\n ") == []


def test_a_segment_whose_text_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        Segment(0, 4, "Kabul")
