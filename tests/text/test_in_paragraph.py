from hypothesis import given
from hypothesis import strategies as st

from claims.text.in_paragraph import BESIDE, BEYOND, in_paragraph
from claims.text.spans import Span

TEXT = "HEADLINE\n\nOne came first.\n\nTwo came, and stayed. Then it rained.\n\nThree followed."


def of(words, text=TEXT, **options):
    start = text.index(words)
    return in_paragraph(text, Span(start, start + len(words)), **options)


def test_words_stand_between_what_precedes_and_follows_them():
    found = of("and stayed")

    assert (found.opening, found.words, found.closing) == ("Two came, ", "and stayed", ". Then it rained.")
    assert (found.before, found.after) == ("One came first.", "Three followed.")


def test_the_headline_is_no_paragraph_before():
    assert of("One", body=len("HEADLINE")).before == ""
    assert of("One").before == "HEADLINE"


def test_words_over_two_paragraphs_keep_the_break():
    found = of("it rained.\n\nThree")

    assert (found.words, found.closing, found.after) == ("it rained.\n\nThree", " followed.", "")


def test_long_paragraphs_are_cut_at_a_word_and_say_so():
    found = of("HERE", "over. " * 200 + "\n" + "word " * 300 + "HERE" + " word" * 300 + "\n" + "next. " * 200)

    assert found.opening.startswith("…word ")
    assert found.closing.endswith(" word…")
    assert max(len(found.opening), len(found.closing)) <= BESIDE + 2
    assert max(len(found.before), len(found.after)) <= BEYOND + 2


@given(text=st.text(alphabet="ab \n", min_size=1, max_size=60), data=st.data())
def test_the_words_and_what_surrounds_them_are_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    found = in_paragraph(text, Span(start, end))

    assert found.words == text[start:end]
    assert found.opening + found.words + found.closing in text
