"""Text made to be slow: twice as much of it may take twice as long, not four times."""

from contextlib import suppress

import pytest

from claims.text.article_text import read_article
from claims.text.decode import Undecodable, decode
from claims.text.hints import Hints, year_from_hints
from claims.text.marks import paragraphs, split_into_segments
from claims.text.normalise import normalise
from claims.text.quotes import closest_words, find_quote, find_selection, reanchor
from claims.text.sentences import split_sentences
from claims.text.similarity import near_verbatim, rank_statements, same_quotation
from claims.text.spans import Span
from claims.text.statements import forecast_cues, suggest_statement
from claims.text.written_days import WrittenDay, read_day
from tests.text.proportion import stays_in_proportion


def decode_anyhow(text):
    with suppress(Undecodable):
        decode(text.encode("utf-8"))


def draw_overlapping_marks(text):
    marks = [(Span(start, start + 50), start) for start in range(0, len(text) - 50, 500)]
    split_into_segments(text, marks)


READERS = {
    "decode": decode_anyhow,
    "normalise": normalise,
    "read_article": read_article,
    "read_article after a header": lambda text: read_article(f"date 2021-11-10 {text}"),
    "read_day": read_day,
    "year_from_hints": lambda text: year_from_hints(WrittenDay(None, 11, 7), Hints(text, text)),
    "split_sentences": split_sentences,
    "paragraphs": paragraphs,
    "segments": draw_overlapping_marks,
    "find_quote": lambda text: find_quote(text[:2_000] + "!", text),
    "find_selection": lambda text: find_selection(text[:2_000] + " !", text),
    "reanchor": lambda text: reanchor(text[:200], "before", "after", text, 7),
    "closest_words": lambda text: closest_words("an 11-member team", text),
    "forecast_cues": forecast_cues,
    "suggest_statement": suggest_statement,
    "rank_statements": lambda text: rank_statements(text, [(12, "Muttaqi will visit Islamabad")], 5),
    "rank_statements among": lambda text: rank_statements("Mutaqi", [(12, text)], 5),
    "same_quotation": lambda text: same_quotation(text[:2_000], text[:2_000]),
    "near_verbatim": lambda text: near_verbatim(text[:2_000], text[:2_000]),
}

UNITS = [
    *("a", "A ", "a.", "A. ", "a.B", "Mr. ", "1. ", "1", "9 May ", "He. ", ".", "…", "Kabul.The ", "www."),
    *("“", "“a", '"', "‘a’", "”", " ", "\t", "\n", " \n", "é", "e\u0301", "\u200c", "(A", "[A] ", "C-"),
    *("Kabul, ", "date 2021-11-10 ", "By A B ", "Published in ", "is to ", "by ", "2021-11-07"),
    *("Published on 9 May 2021\n", "9 May 2021\n", "9 May 2021 - A of ", "Envoys meet in Kabul\n"),
]


@pytest.mark.parametrize("name", READERS)
def test_hostile_text_takes_time_in_proportion(name):
    slow = [unit for unit in UNITS if not stays_in_proportion(READERS[name], unit, 5_000)]

    assert slow == []
