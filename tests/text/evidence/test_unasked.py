"""Of passages that nobody asked about, only those that tell the claim's story may speak for or against it."""

from datetime import date

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.dates import Days
from claims.text.evidence.opening import Opening
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading, readings_of_article
from claims.text.evidence.stance import propose_stance
from claims.text.evidence.unasked import OTHER_STORY, propose_unasked
from tests.text.proportion import stays_in_proportion

MADE, LATER, NEXT_YEAR = date(2021, 11, 7), date(2021, 11, 10), date(2022, 1, 20)
VISIT, MEETING = "Muttaqi will visit Islamabad", "Muttaqi met Qureshi in Islamabad"
ROBOTS = "Security robots are patrolling the campus of Microsoft"
OUTCOME, REFUTED, CONTEXT = ("supports", "outcome"), ("refutes", "outcome"), ("context", None)


def both(statement, passage, *, made=MADE, published=LATER, around="", opening=(), **claim):
    """What is proposed of a passage that somebody put beside the claim, and of one that nobody asked about."""
    asked = AskedClaim.of(statement, made, **claim)
    reading = Reading(passage, published, around, opening=Opening(tuple(opening)))
    return [found(asked, reading, Rarity(100)) for found in (propose_stance, propose_unasked)]


def judged(statement, passage, **rest):
    return [(found.stance, found.basis) for found in both(statement, passage, **rest)]


@pytest.mark.parametrize(
    ("statement", "passage", "expected"),
    [
        (VISIT, "Amir Khan Muttaqi arrived in Islamabad on Wednesday for a three-day visit.", OUTCOME),
        ("Muttaqi will visit Pakistan", "Muttaqi arrived in Islamabad.", OUTCOME),
        (MEETING, "Qureshi met Muttaqi in Islamabad, and spoke of trade.", OUTCOME),
        (ROBOTS, "Five security robots patrolled the campus of Microsoft last week.", OUTCOME),
        (VISIT, "Muttaqi did not travel to Islamabad.", REFUTED),
        (
            "Hamid Karzai will be part of the team travelling to Qatar",
            "Karzai had been due to travel to Doha but stayed in Kabul.",
            REFUTED,
        ),
    ],
)
def test_what_tells_the_claims_story_says_the_same_unasked(statement, passage, expected):
    assert judged(statement, passage) == [expected, expected]


@pytest.mark.parametrize(
    ("statement", "passage", "doubt"),
    [
        (
            "The minister Muttaqi will visit Islamabad for talks on trade and transit",
            "Muttaqi arrived in Islamabad.",
            "tells 43% of what the claim says",
        ),
        (
            "Obama hosted a feast for envoys at the White House",
            "After her meeting with Obama, the White House lifted sanctions on Burma.",
            "tells too little of what was done",
        ),
    ],
)
def test_what_shares_people_and_a_kind_of_event_alone_is_of_one_topic(statement, passage, doubt):
    asked, unasked = both(statement, passage)

    assert (asked.stance, asked.basis) == OUTCOME
    assert (unasked.stance, unasked.reasons) == ("context", (f"{OTHER_STORY}: {doubt}", *asked.reasons))


# Of 20,000 sentences on one dam, what stands in every third, and in every thirtieth.
ONE_MATTER = {"mekdam": 7_000, "minister": 6_000, "villag": 6_000, "harvest": 700, "ruin": 700, "debt": 600}


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        (
            "Ministers left villages on the Mekdam in debt",
            "Ministers of the Mekdam states left the villages in debt.",
        ),
        (
            "Ministers will leave the Mekdam villages in debt",
            "Ministers are expected to leave the Mekdam villages in debt.",
        ),
    ],
)
def test_words_that_stand_in_many_articles_bear_out_nothing(statement, passage):
    asked, reading, counts = AskedClaim.of(statement, MADE), Reading(passage, LATER), ONE_MATTER | {"left": 900}
    common, rare = (
        Rarity(20_000, counts | {"leav": 900}),
        Rarity(20_000, counts | {"debt": 1, "villag": 2, "leav": 9}),
    )

    assert propose_stance(asked, reading, common).stance == "supports"
    doubted = propose_unasked(asked, reading, common)
    assert (doubted.stance, doubted.reasons[0]) == (
        "context",
        f"{OTHER_STORY}: the words that they share stand in many articles",
    )
    assert propose_unasked(asked, reading, rare).stance == "supports"


def test_nearly_all_of_a_claim_is_told_in_common_words_where_it_is_near_in_meaning():
    asked = AskedClaim.of("Ministers left villages on the Mekdam in debt", MADE)
    passage = Reading("Ministers of the Mekdam states left the villages in debt.", LATER)
    common = Rarity(20_000, ONE_MATTER | {"left": 900})

    far, near = (propose_unasked(asked, passage, common, similarity) for similarity in (0.6, 0.9))

    assert (far.stance, near.stance) == ("context", "supports")


def test_whose_opinion_a_passage_quotes_is_not_borne_out_by_it():
    statement = "The new envoy is too cautious for the river states"

    quoted = both(statement, "“The new envoy is too cautious for the river states,” one minister said.")
    told = both(statement, "The new envoy is too cautious for the “river states”, ministers found.")

    assert [one.stance for one in quoted] == ["supports", "context"]
    assert quoted[1].reasons[0] == f"{OTHER_STORY}: said by whom it quotes"
    assert [one.stance for one in told] == ["supports", "supports"]


def test_who_is_quoted_on_an_event_can_know_of_it():
    passage = "“Muttaqi arrived in Islamabad this morning,” a spokesman of the embassy said."

    assert judged(VISIT, passage) == [OUTCOME, OUTCOME]


def test_nearly_all_of_a_known_kind_of_event_is_told_in_common_words():
    counts = {"muttaqi": 8_000, "islamabad": 7_000, "visit": 3_000}

    found = propose_unasked(
        AskedClaim.of(VISIT, MADE), Reading("Muttaqi arrived in Islamabad.", LATER), Rarity(20_000, counts)
    )

    assert (found.stance, found.basis) == OUTCOME


def test_a_place_counts_by_whatever_name_it_has():
    [_, unasked] = judged("Muttaqi will visit Pakistan soon", "Muttaqi arrived in Islamabad.")

    assert unasked == OUTCOME


def test_days_are_compared_as_days_and_need_not_be_told_in_words():
    assert judged(f"{VISIT} on Wednesday, 10 November 2021", "Muttaqi arrived in Islamabad.") == [OUTCOME, OUTCOME]


def test_whom_an_office_means_in_its_article_is_told_of():
    office = "Taliban foreign minister"
    told = [(f"Amir Khan Muttaqi, the {office}, left Kabul.", ""), (f"The {office} arrived in Islamabad.", "")]
    [_, passage] = readings_of_article("", LATER, told, 100)

    found = propose_unasked(AskedClaim.of("Amir Khan Muttaqi will visit Islamabad", MADE), passage, Rarity(100))

    assert (found.stance, found.basis) == OUTCOME


@pytest.mark.parametrize(
    ("published", "expected"),
    [(date(2021, 12, 7), OUTCOME), (date(2021, 10, 8), OUTCOME), (None, OUTCOME), (NEXT_YEAR, CONTEXT)],
)
def test_what_is_told_as_done_is_reported_within_thirty_days(published, expected):
    assert judged(MEETING, "Muttaqi met Qureshi in Islamabad.", published=published) == [OUTCOME, expected]


def test_a_claim_whose_day_nobody_knows_is_borne_out_at_any_time():
    assert judged(MEETING, "Muttaqi met Qureshi in Islamabad.", made=None) == [OUTCOME, OUTCOME]


def test_a_day_that_both_name_stands_for_the_day_of_publication():
    dated = f"{MEETING} on 5 November 2021"

    assert judged(dated, f"{dated}.", published=NEXT_YEAR) == [OUTCOME, OUTCOME]
    assert judged(f"{MEETING} in 2021", f"{MEETING} in 2021.", published=date(2022, 6, 20)) == [OUTCOME, CONTEXT]


def test_a_forecast_is_awaited_until_thirty_days_after_its_window():
    window = Days(date(2021, 11, 9), date(2021, 12, 25))

    assert judged(VISIT, "Muttaqi arrived in Islamabad.", published=NEXT_YEAR, window=window)[1] == OUTCOME
    assert judged(VISIT, "Muttaqi arrived in Islamabad.", published=NEXT_YEAR) == [OUTCOME, CONTEXT]


def test_what_foretells_the_same_is_left_as_it_is():
    statement = "The minister Muttaqi will visit Islamabad for talks on trade and transit"

    asked, unasked = judged(statement, "Muttaqi is likely to visit Islamabad.")

    assert asked == unasked == ("supports", "expectation")


def test_who_denies_need_not_tell_again_what():
    statement, denial = f"Five {ROBOTS.lower()} at night", "The story of robots at Microsoft is a hoax."
    opening = [f"It is said that {ROBOTS}.", denial]

    assert judged(ROBOTS, denial, opening=opening)[1] == REFUTED
    assert judged(statement, "The story of Microsoft is a hoax.", opening=["Bill Gates spoke."])[1] == CONTEXT


def test_one_word_is_no_story():
    opening = ["The cliche is true of dollops to come.", "The story is a hoax."]

    asked, unasked = judged("There will be more to come", "The story is a hoax to come.", opening=opening)

    assert asked == ("refutes", "expectation")
    assert unasked == CONTEXT


def test_that_something_else_of_somebody_does_not_begin_refutes_nothing():
    asked, unasked = judged(
        "The Nelco Watch will start at $350 in shops", "The Nelco Watch will not begin before January."
    )

    assert asked[0] == "refutes"
    assert unasked == CONTEXT


def test_a_claim_that_denies_is_borne_out_by_words_that_deny():
    statement, opening = (
        "Security robots are not patrolling Microsoft",
        ["The story of Microsoft's robots is a hoax."],
    )
    told = "Security robots were seen patrolling Microsoft, a picture showed."

    asked, unasked = judged(statement, told, opening=opening)

    assert asked == OUTCOME
    assert unasked == CONTEXT


def test_what_is_barred_is_no_more_than_context():
    passage = Reading("Muttaqi arrived in Islamabad.", LATER)

    found = propose_unasked(AskedClaim.of(VISIT, MADE), passage, Rarity(100), barred="the article was withdrawn")

    assert found.reasons == ("the article was withdrawn",)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_calendar_ends(day):
    assert judged(MEETING, "Muttaqi met Qureshi in Islamabad.", made=day, published=day) == [OUTCOME, OUTCOME]


@pytest.mark.parametrize("piece", ["Muttaqi ", "met ", "Muttaqi met Qureshi in Islamabad ", "on 5 November 2021 "])
def test_a_repeated_piece_is_read_in_proportion(piece):
    claim = AskedClaim.of(MEETING, MADE)

    def read(text):
        propose_unasked(claim, Reading(f"{MEETING} {text}", LATER), Rarity(100))

    assert stays_in_proportion(read, piece, 500)
