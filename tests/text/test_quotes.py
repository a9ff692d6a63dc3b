import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.text.quotes import closest_words, context_of, find_all, find_quote, find_selection, reanchor
from claims.text.spans import Span

STORED = "Muttaqi arrived. 🕌 He met Qureshi.\n\nThey spoke of trade.\nThen he left, and he met the press."

few_letters = st.text("ab \n🕌", min_size=1, max_size=40)


@st.composite
def texts_with_a_span(draw):
    text = draw(few_letters)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(texts_with_a_span())
def test_words_taken_from_a_text_are_found_where_they_were_taken(taken):
    text, span = taken

    assert find_quote(span.of(text), text, near=span.start) == span


@given(texts_with_a_span(), st.integers(-5, 50))
def test_the_occurrence_found_is_the_nearest_of_all(taken, near):
    text, span = taken
    quote = span.of(text)

    found = find_quote(quote, text, near=near)

    assert found in find_all(quote, text)
    assert all(abs(found.start - near) <= abs(other.start - near) for other in find_all(quote, text))


@given(few_letters, few_letters)
def test_only_the_very_words_are_found(quote, text):
    found = find_quote(quote, text)

    assert (found is not None) == (quote in text)
    assert found is None or found.of(text) == quote


def test_nothing_is_found_for_an_empty_quote():
    assert find_quote("", "Kabul") is None
    assert find_all("", "Kabul") == []
    assert find_selection(" \n", "Kabul") is None


@given(texts_with_a_span())
def test_a_selection_is_found_whatever_a_browser_makes_of_its_white_space(taken):
    text, span = taken
    chosen = span.trimmed(text)
    assume(chosen is not None)
    words = chosen.of(text).split()

    for space in (" ", "\n", "\r\n", "\n\n", "\xa0"):
        found = find_selection(space.join(words), text, near=chosen.start)
        assert found is not None
        assert found.of(text).split() == words


def test_a_selection_over_paragraphs_keeps_the_stored_newlines():
    found = find_selection("met Qureshi.\r\nThey spoke", STORED)

    assert found.of(STORED) == "met Qureshi.\n\nThey spoke"


def test_a_selection_found_loosely_is_the_nearest():
    text = "he  met. he\nmet."

    assert find_selection("he met", text, near=9).start == 9
    assert find_selection("he met", text, near=0).start == 0


def test_a_selection_is_taken_where_it_was_made_among_its_repetitions():
    repeated = "Yes.\n\nYes.\n\nYes.\n\nYes."

    assert [find_selection("Yes.\nYes.", repeated, near=near).start for near in (0, 6, 12)] == [0, 6, 12]
    assert find_selection("Yes.\nYes.", "Yes.\nYes.\n\nYes.", near=5) == Span(5, 15)


def test_a_selection_over_a_long_space_is_found():
    text = f"It fell.{' ' * 500}They fled."

    assert find_selection("fell. They", text, near=3).of(text).split() == ["fell.", "They"]


def test_an_edited_selection_is_not_found():
    assert find_selection("met Qureshi, They spoke", STORED) is None


def test_offsets_count_code_points():
    assert find_quote("He met", STORED) == Span(19, 25)


def test_context_ends_with_the_text():
    assert context_of(Span(0, 7), "Muttaqi arrived.", width=4) == ("", " arr")
    assert context_of(Span(8, 15), "Muttaqi arrived.") == ("Muttaqi ", ".")


@given(texts_with_a_span())
def test_in_an_unchanged_text_a_quote_is_anchored_where_it_was(taken):
    text, span = taken
    prefix, suffix = context_of(span, text)

    assert reanchor(span.of(text), prefix, suffix, text, span.start) == span


@given(texts_with_a_span(), few_letters)
def test_words_put_in_before_a_quote_move_its_anchor_with_it(taken, put_in):
    text, span = taken
    prefix, suffix = context_of(span, text)

    found = reanchor(span.of(text), prefix, suffix, put_in + text, span.start)

    assert found is not None
    assert found.of(put_in + text) == span.of(text)


def test_an_edited_quote_is_not_anchored_however_similar():
    assert reanchor("an 11-member team", "He said ", " will go.", "He said a 12-member team will go.") is None


def test_of_several_places_the_one_with_the_same_surroundings_is_taken():
    text = "They met in Doha. Talks in Doha ended."

    assert reanchor("Doha", "Talks in ", " ended", text, near=12).start == text.rindex("Doha")


def test_surroundings_count_from_the_quote_outwards():
    text = "Doha, held in Doha, was in Doha"

    assert reanchor("Doha", "were held in ", "", text, near=30).start == 14


def test_of_places_with_like_surroundings_the_nearest_is_taken():
    assert reanchor("b", "", "", "b b b", near=3).start in (2, 4)
    assert reanchor("b", "x", "x", "b b b", near=4).start == 4


def test_the_closest_words_are_whole_words_for_a_person_to_look_at():
    text = "Officials said on Monday that a 12-member team would fly to Qatar. " + "Nothing else happened. " * 50

    found = closest_words("an 11-member team will fly to Qatar", text)

    assert found.of(text).startswith(("a 12-member", "that a 12-member"))
    assert found.of(text).endswith("Qatar")


def test_the_closest_words_take_no_full_stop_along():
    text = "Officials said so. A 12-member team will go."

    assert closest_words("An 11-member team will go", text).of(text) == "A 12-member team will go"


def test_the_closest_words_to_a_long_quote_are_found_in_a_long_text():
    quote = (
        "West briefed NATO in Brussels this week on the talks with the Taliban, and told reporters that aid was key"
    )
    text = "Nothing was said of it. " * 200 + quote.replace("this week", "last week") + " So it went." * 200

    found = closest_words(quote, text)

    assert "briefed NATO in Brussels last week" in found.of(text)


def test_letters_that_grow_in_small_print_do_not_move_the_closest_words():
    text = "İİİİİ ẞ said the envoy would visit Kabul soon"

    assert closest_words("The Envoy would visit Kabul", text).of(text).endswith("envoy would visit Kabul")


@pytest.mark.parametrize(("quote", "text"), [("", "Kabul"), (" ", "Kabul"), ("Kabul", ""), ("Kabul fell", "xyz xyz")])
def test_there_are_no_closest_words_where_nothing_is_alike(quote, text):
    assert closest_words(quote, text) is None


@given(few_letters, few_letters)
def test_closest_words_are_always_a_span_of_the_text(quote, text):
    found = closest_words(quote, text)

    assert found is None or found.of(text).strip() == found.of(text)
