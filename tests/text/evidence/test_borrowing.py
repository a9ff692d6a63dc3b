from datetime import date

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import readings_of_article
from claims.text.evidence.stance import propose_stance

MADE, TOLD = date(2021, 11, 7), date(2021, 11, 10)
VISIT = "Muttaqi will visit Islamabad"
LIKELY = "Amir Khan Muttaqi is likely to visit Islamabad."
SUPPORTED, OUTCOME, CONTEXT = ("supports", "expectation"), ("supports", "outcome"), ("context", None)


def propose(passage, *, before="", heading="", elsewhere=(), statement=VISIT):
    sentences = [(passage, before), *((sentence, "") for sentence in elsewhere)]
    reading = readings_of_article(heading, TOLD, sentences, 2_000)[0]
    return propose_stance(AskedClaim.of(statement, MADE), reading, Rarity(100))


def stance(passage, **around):
    found = propose(passage, **around)
    return found.stance, found.basis


def test_the_place_is_that_of_the_sentence_before():
    found = propose("Sources told Dawn that Muttaqi's visit was on the cards.", before=LIKELY)

    assert (found.stance, found.basis) == SUPPORTED
    assert found.reasons[0] == "place from the sentence before: Islamabad; tells of the same event: visit"


def test_the_place_is_that_of_the_heading():
    found = propose("Muttaqi's visit is on the cards.", heading="Envoy to travel to Islamabad")

    assert found.reasons[0].startswith("place from the heading: Islamabad")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "Qureshi visited Moscow.",
        "Qureshi flew from Islamabad to Moscow.",
        "Muttaqi is likely to visit Moscow.",
        "Pakistan's envoy wrote a letter.",
    ],
)
def test_where_another_place_fits_or_none_the_place_stays_open(before):
    assert stance("Muttaqi's visit was on the cards.", before=before) == CONTEXT


def test_his_visit_is_that_of_the_one_person_named_before():
    found = propose("It will be his first visit to Pakistan.", before="Sources said that Muttaqi was ready.")

    assert (found.stance, found.basis) == SUPPORTED
    assert found.reasons[0].startswith("“his” from the sentence before: Muttaqi")


@pytest.mark.parametrize(
    "before", ["", "Qureshi was ready.", "Muttaqi met Qureshi.", "The talks ended.", "Thomas West spoke for Muttaqi."]
)
def test_where_two_people_fit_or_none_he_stays_open(before):
    assert stance("He will visit Islamabad.", before=before) == CONTEXT


@pytest.mark.parametrize(
    ("passage", "before"),
    [
        ("Muttaqi's visit was cancelled.", LIKELY),
        ("Muttaqi did not go on the trip.", LIKELY),
        ("Muttaqi's visit is not on the cards.", LIKELY),
        ("Muttaqi denied that a visit was on the cards.", LIKELY),
        ("He will not visit Islamabad.", "Muttaqi was ready."),
        ("He arrived in Islamabad.", "Muttaqi was ready."),
        ("Muttaqi's visit took place.", LIKELY),
    ],
)
def test_nothing_is_denied_or_confirmed_by_what_is_borrowed(passage, before):
    assert stance(passage, before=before) == CONTEXT


def test_an_office_is_whom_the_article_explains_it_by():
    found = propose(
        "Taliban foreign minister arrives in Islamabad",
        elsewhere=["Afghanistan's interim foreign minister, Amir Khan Muttaqi, arrived in Islamabad on Wednesday."],
    )

    assert (found.stance, found.basis) == OUTCOME
    assert found.reasons[0].startswith("“Taliban foreign minister” is Amir Khan Muttaqi in this article")


@pytest.mark.parametrize(
    ("passage", "elsewhere"),
    [
        (
            "Pakistan's foreign minister arrives in Islamabad",
            "Afghanistan's foreign minister, Amir Khan Muttaqi, left.",
        ),
        ("Former foreign minister arrives in Islamabad", "The foreign minister, Amir Khan Muttaqi, left."),
        ("Foreign minister arrives in Islamabad", "The prime minister, Amir Khan Muttaqi, left."),
        (
            "Foreign minister arrives in Islamabad",
            "The Afghan foreign minister, Amir Khan Muttaqi, met Pakistan's foreign minister, Shah Mahmood Qureshi.",
        ),
    ],
)
def test_an_office_of_somebody_else_names_nobody(passage, elsewhere):
    assert stance(passage, elsewhere=[elsewhere]) == CONTEXT


def test_who_will_attend_a_meeting_there_will_go_there():
    found = propose("Amir Khan Muttaqi will attend Thursday's conference in Islamabad, AFP was told.")

    assert (found.stance, found.basis) == SUPPORTED
    assert found.reasons[0] == "whoever meets there goes there: attend"


@pytest.mark.parametrize(
    "passage",
    [
        "Muttaqi will not attend the conference in Islamabad.",
        "Muttaqi will attend the conference in Doha.",
        "Muttaqi will attend the conference.",
        "Muttaqi will skip the conference in Islamabad.",
    ],
)
def test_who_stays_away_from_a_meeting_says_nothing_of_a_visit(passage):
    assert stance(passage) == CONTEXT
