"""Words by which claims foretell, are more or less sure, are dated, and are said by somebody."""

from datetime import date

import pytest

from claims.text.claiming.suggest import suggest_claims

# A Tuesday.
DAY = date(2021, 11, 9)


def best(text):
    return suggest_claims(text, published_on=DAY)[0]


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Muttaqi is also expected to meet Qureshi.", "probable"),
        ("Muttaqi's visit to Islamabad is on the cards.", "probable"),
        ("West plans to travel to Russia.", "possible"),
        ("Qureshi looks forward to meeting the envoys.", "possible"),
        ("The talks are scheduled for Thursday.", "certain"),
        ("The pullout will be finished by December 31.", "certain"),
        ("It will be over by August 31, 2022.", "certain"),
        ("The minister is to visit Doha.", "certain"),
        ("The upcoming visit of Muttaqi worries Delhi.", "certain"),
        ("A planned visit by Muttaqi to Islamabad is known.", "certain"),
        ("The US may leave Doha.", "possible"),
    ],
)
def test_what_is_to_come_is_a_forecast(sentence, certainty):
    found = best(sentence)

    assert (found.kind, found.certainty, found.polarity) == ("forecast", certainty, "positive")


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not clear who would sit across from them.",
        "Pakistan will one of the few countries with an envoy in Kabul.",
        "The aid was sent after they asked for it.",
    ],
)
def test_what_only_looks_like_it_is_none(sentence):
    assert best(sentence).kind != "forecast"


@pytest.mark.parametrize(
    ("sentence", "start", "end", "text"),
    [
        ("West will speak on Thursday.", "2021-11-11", "2021-11-11", "Thursday"),
        ("West will speak on Tuesday.", "2021-11-09", "2021-11-09", "Tuesday"),
        ("West spoke on Thursday.", "2021-11-04", "2021-11-04", "Thursday"),
        ("West will speak tomorrow.", "2021-11-10", "2021-11-10", "tomorrow"),
        ("West will leave next week.", "2021-11-15", "2021-11-21", "next week"),
        ("West left last week.", "2021-11-01", "2021-11-07", "last week"),
        ("West will leave next month.", "2021-12-01", "2021-12-31", "next month"),
        ("The pullout will end by December 31.", "2021-11-09", "2021-12-31", "December 31"),
        ("West visited Kabul in October.", "2021-10-01", "2021-10-31", "October"),
        ("West spoke on 7 November.", "2021-11-07", "2021-11-07", "7 November"),
        ("West left on October 29th, 2021.", "2021-10-29", "2021-10-29", "October 29th, 2021"),
    ],
)
def test_when_it_is_to_be_counts_from_the_day_of_publication(sentence, start, end, text):
    window = best(sentence).window

    assert (window.start.isoformat(), window.end.isoformat(), window.text) == (start, end, text)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Muttaqi will come soon.", "soon"),
        ("Aid will come in the winter.", "the winter"),
        ("He will come in the coming days.", "the coming days"),
    ],
)
def test_what_has_no_edges_is_left_to_the_analyst(sentence, text):
    window = best(sentence).window

    assert (window.start, window.end, window.text) == (None, None, text)


def test_the_hands_are_those_that_the_text_names():
    text = (
        "Muttaqi will visit Islamabad, ANI reported on Saturday, citing The Express Tribune. "
        "Sources told The Express Tribune that he was ready to go."
    )

    assert [link.name for link in best(text).chain] == ["ANI", "The Express Tribune", "sources"]
    assert [link.kind for link in best(text).chain] == ["agency", "outlet", "anonymous"]


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Ned Price said that the talks would go on.", "Ned Price", "named_person"),
        ("A senior official who asked not to be named said that it would rain.", "senior official", "anonymous"),
        ("Pakistan's foreign office said the talks would go on.", "Pakistan's foreign office", "named_organisation"),
    ],
)
def test_who_says_it_is_told_from_who_does_not_want_to_be_named(text, speaker, kind):
    assert (best(text).speaker, best(text).speaker_kind) == (speaker, kind)


def test_the_lead_of_a_report_is_said_by_whom_its_body_names():
    text = "Muttaqi is likely to visit Islamabad. Officials told Dawn that Muttaqi's visit was on the cards."

    lead = next(one for one in suggest_claims(text, published_on=DAY) if one.span.start == 0)

    assert (lead.speaker, [link.name for link in lead.chain]) == ("officials", ["Dawn", "officials"])
    assert "the article says elsewhere who says this: officials" in lead.reasons


def test_the_lead_has_no_speaker_where_its_body_names_two():
    text = (
        "Muttaqi is likely to visit Islamabad. Officials told Dawn that Muttaqi's visit was on the cards. "
        "Ned Price said that Muttaqi would visit Islamabad."
    )

    lead = next(one for one in suggest_claims(text, published_on=DAY) if one.span.start == 0)

    assert (lead.speaker, lead.chain) == ("", ())
