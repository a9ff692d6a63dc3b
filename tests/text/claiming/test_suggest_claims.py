from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.claiming.body import sentences_of_article
from claims.text.claiming.suggest import suggest_claims
from claims.text.normalise import normalise

DAY = date(2021, 11, 7)


def suggest(text, published_on=DAY):
    return suggest_claims(text, published_on=published_on)


def test_every_sentence_has_a_suggestion():
    text = "A HEADING\nMuttaqi will come. Who knows? Hello, all. “Yes.” He left, and they stayed.\nRain"

    found = suggest(text)

    for sentence in sentences_of_article(text):
        assert any(one.span.overlaps(sentence.span) for one in found), sentence.span.of(text)


def test_headings_questions_and_greetings_come_last():
    text = "TALKS IN DOHA\nWelcome to our page, readers. Will Muttaqi visit Doha? Rain fell on the whole city."

    statements = [one.statement for one in suggest(text)]

    assert statements[0] == "Rain fell on the whole city"
    assert set(statements[1:]) == {"TALKS IN DOHA", "Will Muttaqi visit Doha?", "Welcome to our page, readers"}


def test_a_suggestion_gives_its_reasons_in_words():
    [found] = suggest("He is expected to arrive in Doha on Thursday, a source said.")

    assert found.reasons[:3] == ("forward-looking: “is expected to”", "window from “Thursday”", "said by a source")


def test_the_words_are_those_of_the_speaker_and_not_of_who_reports_them():
    [found] = suggest("The trip to Qatar, Ned Price said, will take place in Doha.")

    assert (found.statement, found.speaker, found.window) == (
        "The trip to Qatar will take place in Doha",
        "Ned Price",
        None,
    )


def test_each_of_two_clauses_is_a_claim():
    found = suggest("Muttaqi will visit Islamabad, but the trip will not mean recognition, sources said.")

    assert {(one.statement, one.polarity) for one in found} == {
        ("Muttaqi will visit Islamabad", "positive"),
        ("The trip will not mean recognition", "negative"),
    }


def test_what_is_denied_is_said_with_the_other_sign():
    [found] = suggest("Pakistan denied that the envoy had left Kabul.")

    assert (found.statement, found.polarity) == ("The envoy had not left Kabul", "negative")


def test_the_chain_begins_with_the_agency_that_the_article_credits():
    text = "KABUL, November 7 (ANI): Sources told The Express Tribune that Muttaqi will leave Kabul."

    [found] = suggest(text)

    assert [link.name for link in found.chain] == ["ANI", "The Express Tribune", "sources"]


def test_header_and_dateline_are_no_claims_and_offsets_are_those_of_the_whole_text():
    text = "date 2021-11-10 Taliban envoy arrives\n\nISLAMABAD: He came.\nPublished in Dawn, October 29th, 2019"

    found = suggest(text)

    assert [one.quote for one in found] == ["He came.", "Taliban envoy arrives"]
    assert all(one.span.of(text) == one.quote for one in found)


def test_without_a_publication_day_a_relative_day_has_no_edges():
    [found] = suggest("Muttaqi will visit Islamabad on Thursday.", published_on=None)

    assert (found.window.start, found.window.end, found.window.text) == (None, None, "Thursday")


@given(st.text(alphabet="Aab. ,;“”\"'\n?!19wils", max_size=120) | st.text(max_size=60))
def test_any_text_can_be_read(text):
    text = normalise(text)

    found = suggest(text)

    assert all(one.span.of(text) == one.quote and one.statement.strip() for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.parametrize("text", ["", " \n", "…", "123"])
def test_a_text_of_signs_is_read_too(text):
    assert len(suggest(text)) <= 1


def test_a_word_that_is_said_twice_is_given_once_as_a_reason():
    [found] = suggest("The talks will begin in Doha and will end in Kabul.")

    assert found.reasons[0] == "forward-looking: “will”"


def test_the_hands_of_words_within_words_are_all_named():
    [found] = suggest("Ned Price said that Mr Qureshi told Dawn that the talks would go on.")

    assert (found.speaker, [link.name for link in found.chain]) == ("Qureshi", ["Ned Price", "Dawn", "Qureshi"])


@pytest.mark.parametrize(
    "note", ["(Reporting by Jan Ali; Editing by Ann Lee)", "Image caption: A man waits", "[1] Interview, Doha"]
)
def test_a_note_on_who_wrote_is_ranked_last(note):
    found = suggest(f"West left Doha.\n\n{note}")

    assert (found[-1].quote, found[-1].score < 0.1) == (note, True)
