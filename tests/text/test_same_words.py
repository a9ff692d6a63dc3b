"""Copies of one sentence have one key; whatever changes what it says has another."""

import pytest

from claims.text.same_words import same_words_key

SENTENCE = "The Afghan foreign minister will not visit Islamabad on 12 November, officials said."


@pytest.mark.parametrize(
    "copy",
    [
        "Afghan foreign minister will not visit Islamabad on 12 November, officials said",
        "“The Afghan Foreign Minister will not visit Islamabad on 12 November”, officials said.",
        "The  Afghan foreign minister\nwill not visit Islamabad — on 12 November — officials said.",
    ],
)
def test_case_marks_spaces_and_articles_make_no_difference(copy):
    assert same_words_key(copy) == same_words_key(SENTENCE)


@pytest.mark.parametrize(
    ("word", "other"), [("not ", ""), ("12", "13"), ("Islamabad", "Lahore"), ("will", "may"), ("Afghan", "Pakistani")]
)
def test_every_other_word_makes_a_difference(word, other):
    assert same_words_key(SENTENCE.replace(word, other)) != same_words_key(SENTENCE)


@pytest.mark.parametrize("text", ["", "…", "The talks follow the a an", "Talks follow in Doha"])
def test_few_words_are_alike_by_chance(text):
    assert same_words_key(text) == ""
