import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.attribution.find import find_attributions
from claims.text.sentences import split_sentences
from claims.text.spans import Span

news_like = st.lists(
    st.sampled_from(
        [
            *("He said ", "said Mr Khan", "“", "”", '"', "''", "that ", "the plan ", "will fail", ", ", ". ", "\n"),
            *("according to ", "AFP ", "told ", "who ", "adding ", "and ", "Kabul: ", "— ", "? ", "was told by "),
            *("citing ", "on Monday ", "(AP) ", "é", "'s "),
        ]
    )
    | st.text(max_size=3)
).map("".join)


def read(text):
    """(source, cue, content) in words."""
    return [
        (
            found.source.of(text) if found.source else None,
            found.cue.of(text),
            [words.of(text) for words in found.content],
        )
        for found in find_attributions(text)
    ]


@given(st.one_of(st.text(), news_like))
def test_every_span_lies_in_the_text(text):
    for found in find_attributions(text):
        assert found.content
        assert list(found.content) == sorted(found.content)
        for span in (found.cue, *found.content, *filter(None, (found.source, found.hearer))):
            assert span.of(text).strip()


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Police said on Monday that two men died.", "Police", "said", ["that two men died"]),
        ("The talks went on, the foreign office said.", "the foreign office", "said", ["The talks went on"]),
        ("“We will go,” said Ned Price, the spokesman.", "Ned Price, the spokesman", "said", ["“We will go,”"]),
        ("“Why leave?” Price asked.", "Price", "asked", ["“Why leave?”"]),
        ("The plan, he said, would fail.", "he", "said", ["The plan", "would fail"]),
        ("“Go,” he said, “and stay.”", "he", "said", ["“Go,”", "“and stay.”"]),
        ("''Go,'' he said.", "he", "said", ["''Go,''"]),
        ("According to Dawn, he left.", "Dawn", "According to", ["he left"]),
        (
            "He left, according to people familiar with the plan.",
            "people familiar with the plan",
            "according to",
            ["He left"],
        ),
        ("In a statement, Nato said it would stay.", "Nato", "said", ["it would stay"]),
        ("West told AFP that it was over.", "West", "told", ["that it was over"]),
        ("AFP was told by an aide that he left.", "an aide", "was told", ["that he left"]),
        ("Trump: I will go.", "Trump", ":", ["I will go"]),
        ("Cory James, 22, of Flint, said he would go.", "Cory James, 22, of Flint", "said", ["he would go"]),
        ("The ministry called the deal a shame.", "The ministry", "called", ["the deal a shame"]),
        ("Iran refused to sign.", "Iran", "refused", ["to sign"]),
        ("The office had said in a note, seen by PTI, that he left.", "The office", "had said", ["that he left"]),
    ],
)
def test_source_cue_and_content_are_found(text, source, cue, content):
    assert read(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "KABUL: The minister left.",
        "The United States left.",
        "He was accused of theft.",
        "Their claims are many.",
        "Trump called off a meeting.",
        "Related: Ten pictures of the year.",
        "Total: 1,500",
    ],
)
def test_what_attributes_nothing_is_left_alone(text):
    assert read(text) == []


def test_a_quotation_that_stands_alone_goes_on():
    text = "“One,” he said. “Two. Three.”\n\n“Four.”"

    assert read(text) == [("he", "said", ["“One,”", "“Two. Three.”", "“Four.”"])]


def test_each_verb_of_a_speaker_has_its_own_words():
    text = "Mr Khan said it was late, and warned against haste, adding that all was well."

    assert read(text) == [
        ("Mr Khan", "said", ["it was late"]),
        ("Mr Khan", "warned against", ["haste"]),
        ("Mr Khan", "adding", ["that all was well"]),
    ]


def test_what_somebody_says_that_another_says_is_the_first_ones():
    assert read("The aide said Khan believed he would win.") == [("The aide", "said", ["Khan believed he would win"])]


def test_the_outlet_stands_around_the_source_that_it_reports():
    text = "He will go, the sources said, adding that all was ready, Dawn reported."

    assert [(source, cue) for source, cue, _ in read(text)] == [
        ("the sources", "said"),
        ("the sources", "adding"),
        ("Dawn", "reported"),
    ]
    assert read(text)[2][2] == ["He will go, the sources said, adding that all was ready"]


def test_sentences_may_be_given():
    text = "Khan said it rained. He left."

    assert find_attributions(text, split_sentences(text)) == find_attributions(text)
    assert find_attributions(text, [Span(0, 20)]) == find_attributions(text)
