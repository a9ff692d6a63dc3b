import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.sentences import LONGEST, split_sentences

# Made of what news text is made of, so that the rules meet and not only letters.
news_like = st.lists(
    st.sampled_from(
        [
            "Kabul",
            "Mr",
            "Lt Gen",
            "U.S.",
            "S",
            "he said",
            "“",
            "”",
            ".",
            "!",
            "...",
            " ",
            "  ",
            "\n",
            "1",
            ".",
            "A",
            "é",
        ]
    )
    | st.text(max_size=3)
).map("".join)


def sentences_of(text):
    return [sentence.of(text) for sentence in split_sentences(text)]


@given(st.one_of(st.text(), news_like))
def test_sentences_are_ordered_trimmed_and_cover_all_but_white_space(text):
    spans = split_sentences(text)

    ends = [0, *(offset for span in spans for offset in (span.start, span.end))]
    assert ends == sorted(ends)
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@given(st.integers(1, 9_000), st.sampled_from(["x", "word ", "a\u00a0b", "é\t"]))
def test_no_sentence_is_longer_than_allowed(length, unit):
    text = (unit * length)[:length]

    spans = split_sentences(text)

    assert all(len(span) <= LONGEST for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_a_sentence_that_is_too_long_is_cut_between_words():
    assert set(" ".join(sentences_of("word " * 1_000)).split()) == {"word"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Qureshi travelled with the ISI chief, Lt Gen Faiz Hameed.",
        "Lt. Gen. Faiz Hameed met Mr. Khan and Dr. S. Jaishankar.",
        "S Jaishankar spoke.",
        "He was received by S. Jaishankar of the U.S. State Department.",
        "George W. Bush and A. P. J. Kalam met on Nov. 7 in room No. 5.",
        "He paid Rs. 500 for it.",
        "The last C-17 took off at 3:29 pm on August 30.",
        "Lt.Gen Hameed left.",
        "See https://www.example.org/page.The for it.",
        "Growth was 3.5 per cent.",
        "Pentagon Press Secretary Rear Adm. John Kirby and U.S. officials met First Lt. Khan.",
        "He wore approx. Rs. 500 of gold, said messrs. Khan and Ali.",
        "They spoke of “technical restrictions.”: no more.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence):
    assert sentences_of(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left Kabul.The rest stayed.", ["He left Kabul.", "The rest stayed."]),
        ("It was Nov 7.In 2021.“We go.”He left.", ["It was Nov 7.", "In 2021.", "“We go.”", "He left."]),
        ("He met Khan in the U.S. He left.", ["He met Khan in the U.S.", "He left."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("They cited “scheduling reasons.” India went on.", ["They cited “scheduling reasons.”", "India went on."]),
        ("“Stop!” he said. “Go on?” she asked.", ["“Stop!” he said.", "“Go on?” she asked."]),
        ("It was last month. Attorney General Khan left.", ["It was last month.", "Attorney General Khan left."]),
        ("It was in August. ”We go,” he said.", ["It was in August.", "”We go,” he said."]),
        ("او آمد. او رفت.", ["او آمد.", "او رفت."]),
        ("He has a phone. iPhones sell.", ["He has a phone.", "iPhones sell."]),
        ("1. First item. 2. Second item.", ["1. First item.", "2. Second item."]),
        ("U.S. TO LEAVE. REALLY.\nIt will.", ["U.S. TO LEAVE. REALLY.", "It will."]),
        ("It rained.\nBACKGROUND\nIt had been dry.", ["It rained.", "BACKGROUND", "It had been dry."]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, sentences):
    assert sentences_of(text) == sentences


def test_an_answer_is_no_number():
    text = "A: No. I will run again. See No. 5 and No. 6."

    assert [sentence.of(text) for sentence in split_sentences(text)] == [
        "A: No.",
        "I will run again.",
        "See No. 5 and No. 6.",
    ]
