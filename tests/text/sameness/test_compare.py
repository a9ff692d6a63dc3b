"""Pairs of claims that are one, that are only related, and that have nothing to do with each other."""

from datetime import date

import pytest

from claims.text.evidence.aliases import Alias, Aliases
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.dates import Days
from claims.text.sameness.compare import compare_claims

SEVENTH = date(2021, 11, 7)

SAME = [
    ("Muttaqi will visit Islamabad", "Muttaqi will visit Islamabad"),
    ("Muttaqi will visit Islamabad", "Amir Khan Muttaqi will visit Islamabad"),
    ("Muttaqi will visit Islamabad", "Muttaqi is expected to travel to Islamabad"),
    (
        "Muttaqi will visit Islamabad",
        "Amir Khan Muttaqi, the interim Afghan foreign minister, will arrive in Islamabad",
    ),
    ("Muttaqi will visit Islamabad", "Afghan Foreign Minister Muttaqi will pay a visit to Islamabad"),
    ("Muttaqi will visit Islamabad", "Taliban foreign minister Amir Khan Muttaqi will visit Islamabad"),
    ("Shah Mehmood Qureshi will meet Muttaqi", "Muttaqi will hold talks with Shah Mahmood Qureshi"),
    (
        "The US withdrawal will be completed by August 31",
        "The United States will complete its withdrawal by August 31",
    ),
    ("Qureshi will take part in the conference", "Qureshi will attend the conference"),
    ("Inflation in Pakistan will reach 9 percent", "Inflation will reach 9 percent in Pakistan"),
    ("Karzai will not attend the talks", "Hamid Karzai will not take part in the talks"),
    ("More than 120,000 people were flown out of Kabul", "More than 120,000 people were flown out of Kabul."),
    ("Parliament will pass the budget", "The parliament will pass the budget"),
]
RELATED = [
    ("Muttaqi will visit Islamabad", "Muttaqi will visit Pakistan", "other places"),
    ("Muttaqi will visit Islamabad", "Muttaqi will visit Kabul", "other places"),
    ("Muttaqi will visit Islamabad", "Muttaqi will not visit Islamabad", "does not happen"),
    ("Muttaqi will arrive in Islamabad", "Muttaqi will leave Islamabad", "another act"),
    ("Muttaqi will visit Islamabad", "Muttaqi visited Islamabad", "foretells"),
    ("Muttaqi will visit Islamabad on November 10", "Muttaqi will visit Islamabad on November 12", "other days"),
    ("The withdrawal will end by August 31", "The withdrawal will end by September 11", "other days"),
    ("Karzai will visit Doha", "Karzai's son will visit Doha", "son"),
    ("Karzai will visit Doha", "Karzai’s spokesman will visit Doha", "spokesman"),
    ("Imran Khan will visit Kabul", "Imran Khan will visit Kabul and Herat", "other places"),
    ("An 11-member team will fly to Qatar", "A 12-member team will fly to Qatar", "other numbers"),
    ("Inflation in Pakistan will reach 9 percent", "Inflation in Pakistan will reach 10 percent", "other numbers"),
    ("Pakistan will recognise the Taliban", "Pakistan will be recognised by the Taliban", "other roles"),
    ("Pakistan will recognise the Taliban", "The Taliban will recognise Pakistan", "other roles"),
    ("Pakistan will host the talks in Islamabad", "Pakistan will attend the talks in Islamabad", "another act"),
    ("Muttaqi will fly to Doha", "Muttaqi will fly from Doha", "other roles"),
    ("Muttaqi will arrive before the meeting", "Muttaqi will arrive after the meeting", "only one of them says"),
    ("Karzai will attend the talks", "Karzai will cancel the talks", "another act"),
    ("Muttaqi will meet Qureshi in Islamabad", "Muttaqi will meet Imran Khan in Islamabad", "other names"),
    ("The commander was killed in Kabul", "The commander died in Kabul", "another act"),
    (
        "Yao Jing represented China at the Troika Plus of 11 November",
        "Yue Xiaoyong represented China at the Troika Plus of 11 November",
        "other names: Yao Jing, Yue Xiaoyong",
    ),
    ("Muttaqi will visit Islamabad", "Muttaqi will visit Islamabad with his deputies", "deputies"),
    ("Qureshi will visit Kabul", "Pakistan and foreign minister Qureshi will visit Kabul", "Pakistan"),
    ("Qureshi will visit Kabul", "China, Iran and Foreign Minister Qureshi will visit Kabul", "China, Iran"),
    ("The Afghan minister will visit Islamabad", "The Iranian minister will visit Islamabad", "other places"),
    ("Muttaqi will visit Islamabad", "Will Muttaqi visit Islamabad?", "one of them asks"),
    ("The talks will resume in Doha", "The talks will end in Doha", "another act"),
    ("The first meeting will be held in Doha", "The second meeting will be held in Doha", "first, second"),
    ("Wang Yi will meet Jaishankar in Dushanbe", "Wang Yi will call Jaishankar from Dushanbe", "other roles"),
]
NEITHER = [
    ("Imran Khan will visit Kabul", "Amir Khan will visit Kabul today with ten ministers"),
    ("Khan will resign", "Imran Khan will visit Kabul"),
    ("The Afghan foreign minister will visit Islamabad", "The Iranian oil minister will visit Moscow"),
    ("Muttaqi will visit Islamabad", "The withdrawal will be completed by August 31"),
    ("Muttaqi will visit Islamabad", "Khalilzad met Imran Khan in Islamabad"),
    ("Muttaqi", "Muttaqi"),
    ("", ""),
    ("Will it?", "Will it?"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_claim_in_other_words_is_the_same(one, other):
    assert relation(one, other) == relation(other, one) == "same"


@pytest.mark.parametrize(("one", "other", "reason"), RELATED)
def test_what_differs_in_one_thing_is_related_and_says_in_what(one, other, reason):
    found = compare_claims(AskedClaim.of(one, SEVENTH), AskedClaim.of(other, SEVENTH))

    assert found.relation == "related"
    assert reason in " · ".join(found.reasons)
    assert relation(other, one) == "related"


@pytest.mark.parametrize(("one", "other"), NEITHER)
def test_other_claims_are_neither(one, other):
    assert relation(one, other) is relation(other, one) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((SEVENTH, date(2021, 11, 14)), (date(2021, 11, 10), date(2021, 11, 10)), "same"),
        ((SEVENTH, date(2021, 11, 14)), (None, date(2021, 11, 30)), "same"),
        ((SEVENTH, date(2021, 11, 14)), (None, None), "same"),
        ((None, None), (None, None), "same"),
        ((SEVENTH, date(2021, 11, 9)), (date(2021, 11, 10), date(2021, 11, 10)), "related"),
        ((SEVENTH, date(2021, 11, 9)), (date(2022, 11, 1), None), "related"),
    ],
)
def test_windows_must_meet_where_both_are_known(one, other, expected):
    first, second = (
        AskedClaim.of("Muttaqi will visit Islamabad", SEVENTH, window=Days(*days)) for days in (one, other)
    )

    assert compare_claims(first, second).relation == expected


def test_forecasts_made_long_after_one_another_are_two():
    statement = "Muttaqi will visit Islamabad"

    found = compare_claims(AskedClaim.of(statement, SEVENTH), AskedClaim.of(statement, date(2022, 5, 1)))

    assert (found.relation, found.reasons) == ("related", ("of other days",))


def test_whom_an_alias_means_on_the_day_is_the_same_person():
    minister = [Alias("Afghan foreign minister", "Haneef Atmar", valid_to=date(2021, 8, 15))]
    minister += [Alias("Afghan foreign minister", "Amir Khan Muttaqi", date(2021, 9, 7))]
    known = Aliases.of(minister)
    visit = AskedClaim.of("Muttaqi will visit Islamabad", SEVENTH, known=known)
    statement = "The Afghan foreign minister will visit Islamabad"

    assert compare_claims(visit, AskedClaim.of(statement, SEVENTH, known=known)).relation == "same"
    assert compare_claims(visit, AskedClaim.of(statement, date(2021, 7, 7), known=known)) is None


def test_a_weekday_is_the_day_that_it_was_when_it_was_said():
    statement = "Muttaqi will visit Islamabad on Wednesday"

    week_later = compare_claims(AskedClaim.of(statement, SEVENTH), AskedClaim.of(statement, date(2021, 11, 14)))
    next_day = compare_claims(AskedClaim.of(statement, SEVENTH), AskedClaim.of(statement, date(2021, 11, 8)))

    assert (week_later.relation, next_day.relation) == ("related", "same")


def relation(one, other):
    found = compare_claims(AskedClaim.of(one, SEVENTH), AskedClaim.of(other, SEVENTH))
    return found and found.relation
