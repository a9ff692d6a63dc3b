from datetime import date

import pytest

from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.dates import Days
from claims.text.evidence.opening import Opening
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import Proposal, propose_stance

MADE, LATER = date(2021, 11, 7), date(2021, 11, 10)
VISIT = "Muttaqi will visit Islamabad"
SUPPORTS, REFUTES, CONTEXT = "supports", "refutes", "context"
EXPECTATION, OUTCOME = "expectation", "outcome"


def propose(statement, passage, *, made=MADE, published=LATER, around="", **claim):
    asked = AskedClaim.of(statement, made, **claim)
    found = propose_stance(asked, Reading(passage, published, around), Rarity(100))
    return found.stance, found.basis


def reasons(statement, passage, *, made=MADE, published=LATER):
    found = propose_stance(AskedClaim.of(statement, made), Reading(passage, published), Rarity(100))
    return "; ".join(found.reasons)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Amir Khan Muttaqi arrived in Islamabad on Wednesday for a three-day visit.", (SUPPORTS, OUTCOME)),
        ("It is Muttaqi's first visit to Pakistan since the Taliban seized Kabul on August 15.", (SUPPORTS, OUTCOME)),
        ("Muttaqi met Qureshi in Islamabad on Wednesday.", (SUPPORTS, OUTCOME)),
        ("Muttaqi is likely to visit Islamabad in the coming days.", (SUPPORTS, EXPECTATION)),
        (
            "Qureshi, who visited Kabul last month, said Muttaqi would soon come to Islamabad.",
            (SUPPORTS, EXPECTATION),
        ),
        ("Muttaqi is not expected to visit Islamabad.", (REFUTES, EXPECTATION)),
        ("Muttaqi's visit to Islamabad was called off, the foreign office said.", (REFUTES, EXPECTATION)),
        ("Muttaqi has postponed his visit to Islamabad.", (REFUTES, EXPECTATION)),
        ("Pakistan denied that Muttaqi would visit Islamabad.", (REFUTES, EXPECTATION)),
        ("Reports that Muttaqi had visited Islamabad are false, Kabul said.", (REFUTES, EXPECTATION)),
        ("Muttaqi cancelled a trip to Berlin and will fly to Islamabad.", (SUPPORTS, EXPECTATION)),
        ("Muttaqi will not only visit Islamabad but also Lahore.", (SUPPORTS, EXPECTATION)),
        ("Muttaqi left Islamabad after a three-day visit.", (SUPPORTS, OUTCOME)),
        ("Muttaqi and Qureshi pledged to open the border after a visit to Islamabad.", (SUPPORTS, OUTCOME)),
        ("Muttaqi will speak to reporters after a visit to Islamabad.", (SUPPORTS, EXPECTATION)),
        ("Muttaqi could not visit Islamabad because of fog.", (REFUTES, OUTCOME)),
        ("Muttaqi did not travel to Islamabad.", (REFUTES, OUTCOME)),
        ("Muttaqi had been due to fly to Islamabad but stayed in Kabul.", (REFUTES, OUTCOME)),
    ],
)
def test_a_passage_on_the_same_event_says_what_it_does_to_a_forecast(passage, expected):
    assert propose(VISIT, passage) == expected


@pytest.mark.parametrize(
    "passage",
    [
        "Muttaqi would have visited Islamabad if he had been invited.",
        "Will Muttaqi visit Islamabad?",
        "Muttaqi travelled to Moscow on Tuesday.",
        "Qureshi said that Imran Khan visited Islamabad.",
        "Muttaqi said that Qureshi visited Islamabad.",
        "The government of Imran Khan invited Muttaqi last month, during a visit to Kabul by Shah Mehmood Qureshi.",
        "Muttaqi reportedly arrived in Islamabad.",
        "Muttaqi has not yet travelled to Islamabad.",
        "Muttaqi has not visited Islamabad.",
        "Muttaqi, who never visited Islamabad before, arrived in Islamabad.",
        "Muttaqi denied a visa to a journalist before he came to Islamabad.",
        "Qureshi did not visit Islamabad, but Muttaqi did.",
        "Muttaqi spoke by telephone instead of visiting Islamabad.",
        "Muttaqi visited Islamabad last month.",
        "Kabul fell.",
        "",
    ],
)
def test_what_is_in_doubt_or_about_something_else_is_context(passage):
    assert propose(VISIT, passage) == (CONTEXT, None)


@pytest.mark.parametrize("published", [date(2019, 10, 29), date(2021, 11, 6), None, date(2023, 1, 1)])
def test_no_outcome_is_told_before_the_claim_or_without_a_date_or_years_after(published):
    assert propose(VISIT, "Muttaqi arrived in Islamabad.", published=published) == (CONTEXT, None)


def test_a_meeting_of_2019_is_no_outcome_of_2021():
    met = "Zalmay Khalilzad met Prime Minister Imran Khan on Monday."

    assert propose("Zalmay Khalilzad will meet Imran Khan", met, published=date(2019, 10, 29)) == (CONTEXT, None)
    assert propose("Zalmay Khalilzad met Imran Khan", met, published=date(2019, 10, 29)) == (CONTEXT, None)


def test_a_window_moves_from_when_an_outcome_can_be_told():
    window = Days(date(2021, 11, 9), date(2021, 11, 14))

    assert propose(VISIT, "Muttaqi arrived in Islamabad.", published=date(2021, 11, 8), window=window)[0] == CONTEXT
    assert propose(VISIT, "Muttaqi arrived in Islamabad.", window=window) == (SUPPORTS, OUTCOME)


def test_other_numbers_are_for_a_person():
    statement, passage = (
        "An 11-member team led by Karzai will fly to Doha",
        "A 12-member team led by Karzai flew to Doha.",
    )

    assert propose(statement, passage) == (CONTEXT, None)
    assert "check these two: 11-member in the claim, 12-member here" in reasons(statement, passage)


def test_other_people_at_the_same_meeting_are_for_a_person():
    statement = "Yao Jing represented China at the Troika Plus of 11 November"
    passage = "China's special envoy Yue Xiaoyong and US special representative Thomas West attended."

    assert propose(statement, passage) == (CONTEXT, None)
    assert "check these two: Yue Xiaoyong, Thomas West here, Yao Jing in the claim" in reasons(statement, passage)


def test_a_meeting_is_known_by_the_heading_around_the_passage():
    statement = "Thomas West will attend the Troika Plus"

    assert propose(statement, "Thomas West attended.", around="Troika Plus meets") == (SUPPORTS, OUTCOME)
    assert propose(statement, "Thomas West attended.", around="Delhi holds dialogue") == (CONTEXT, None)


def test_a_negative_claim_is_borne_out_by_what_did_not_happen():
    statement = "Muttaqi will not visit Islamabad"

    assert propose(statement, "Muttaqi did not travel to Islamabad.") == (SUPPORTS, OUTCOME)
    assert propose(statement, "Muttaqi arrived in Islamabad on Wednesday.") == (REFUTES, OUTCOME)


def test_a_country_stands_for_its_capital_and_two_cities_do_not_for_each_other():
    assert propose("Muttaqi will visit Pakistan", "Muttaqi arrived in Islamabad.") == (SUPPORTS, OUTCOME)
    assert propose("Muttaqi will visit Lahore", "Muttaqi arrived in Islamabad.") == (CONTEXT, None)


def test_whoever_bears_a_common_name_is_not_taken_for_another():
    assert propose("Imran Khan will visit Kabul", "Amir Khan visited Kabul.") == (CONTEXT, None)


def test_withdrawal_begun_is_not_withdrawal_completed():
    statement = "The US withdrawal will be completed by August 31"

    assert propose(statement, "The US began its withdrawal on Monday.", made=date(2021, 7, 14))[0] == CONTEXT
    assert propose(
        statement,
        "The United States has completed the withdrawal of its forces.",
        made=date(2021, 7, 14),
        published=date(2021, 8, 31),
    ) == (SUPPORTS, OUTCOME)


def test_a_statement_that_reports_hearsay_gets_context_only():
    assert propose("Muttaqi reportedly visited Islamabad", "Muttaqi did not travel to Islamabad.") == (CONTEXT, None)


def test_context_has_no_basis_and_the_rest_has_one():
    with pytest.raises(ValueError, match="basis"):
        Proposal("supports", None, ("It says so.",))
    with pytest.raises(ValueError, match="basis"):
        Proposal("context", "outcome", ("It says so.",))


@pytest.mark.parametrize(
    "statement",
    [
        "Kabul says Muttaqi visited Islamabad",
        "Sources: Muttaqi visited Islamabad",
        "Muttaqi visited Islamabad: analyst",
        "Muttaqi not visiting Islamabad",
        "Muttaqi “went to see Islamabad” this week",
    ],
)
def test_a_statement_that_leaves_the_word_to_somebody_or_only_says_not_is_for_a_person(statement):
    assert propose(statement, "Muttaqi did not travel to Islamabad.") == (CONTEXT, None)
    assert propose(statement, "Muttaqi arrived in Islamabad on Wednesday.") == (CONTEXT, None)


def test_a_term_in_quotation_marks_leaves_a_statement_plain():
    assert propose("Muttaqi will attend the “troika plus”", "Muttaqi did not attend the “troika plus”.")[0] == REFUTES


def test_what_did_not_happen_before_says_nothing_of_this_time():
    assert propose(VISIT, "Muttaqi had not previously visited Islamabad.") == (CONTEXT, None)


def test_a_tour_in_a_name_is_no_journey():
    assert propose("Tiger Woods will tour Scotland", "Tiger Woods left the PGA Tour in Scotland.") == (CONTEXT, None)


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        (
            "India and Pakistan will sign a trade deal",
            "The trade deal will be signed by India and Pakistan on Friday.",
        ),
        (
            "India and Pakistan will sign a trade deal",
            "India and Pakistan are expected to have signed the deal by Friday.",
        ),
        ("Troops will withdraw from Kabul", "Troops are to be withdrawn from Kabul."),
        ("Imran Khan will be arrested", "Imran Khan is yet to be arrested."),
    ],
)
def test_the_form_of_what_is_done_tells_no_outcome_where_it_is_still_to_come(statement, passage):
    assert propose(statement, passage) == (SUPPORTS, EXPECTATION)


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("Imran Khan will be arrested", "Imran Khan fears being arrested."),
        ("Imran Khan will be arrested", "Police want Imran Khan arrested."),
        ("Imran Khan will be arrested", "Imran Khan will leave Lahore if he is arrested."),
        ("Imran Khan will be arrested", "Imran Khan could be arrested."),
        ("Iran will release the tanker", "The tanker is being released by Iran."),
    ],
)
def test_what_is_feared_wanted_or_under_way_is_not_done(statement, passage):
    assert propose(statement, passage) == (CONTEXT, None)


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("Lebanon detains the wife of Karim Haddad", "A woman detained by Lebanon was not the wife of Karim Haddad."),
        (
            "Mass grave in Oaxaca holds students",
            "The mass grave in Oaxaca does not contain the bodies of the students.",
        ),
        ("Officials find students in Oaxaca", "Officials in Oaxaca want to find out whether they find students."),
        (
            "Muttaqi released a report on Herat",
            "Muttaqi has not released any official statement on the report on Herat.",
        ),
    ],
)
def test_what_is_told_with_not_of_something_beside_it_bears_nothing_out(statement, passage):
    assert propose(statement, passage)[0] == CONTEXT


def test_a_passage_that_shares_names_only_bears_nothing_out():
    opening = Opening(("Otto Brandt discovers a comet over Lake Constance.",))
    passage = Reading("Otto Brandt of Lake Constance was asked for comment.", LATER, opening=opening)

    found = propose_stance(
        AskedClaim.of("Otto Brandt discovers comet over Lake Constance", MADE), passage, Rarity(100), 0.6
    )

    assert found.stance == CONTEXT
