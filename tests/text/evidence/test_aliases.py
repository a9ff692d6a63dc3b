from datetime import date

import pytest

from claims.text.evidence.aliases import Alias, Aliases
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.score import score_pair
from claims.text.evidence.stance import propose_stance

MINISTER = "Afghan foreign minister"
KNOWN = Aliases.of(
    [
        Alias(MINISTER, "Haneef Atmar", date(2020, 4, 4), date(2021, 8, 15)),
        Alias(MINISTER, "Amir Khan Muttaqi", date(2021, 9, 7)),
        Alias("minister", "Somebody Else"),
        Alias("the envoy", "Thomas West"),
        Alias("the envoy", "Zamir Kabulov"),
    ]
)


def named(text, day):
    return [name.text for name in KNOWN.names_in(text, day)]


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        (date(2021, 7, 14), ["Haneef Atmar"]),
        (date(2021, 8, 15), ["Haneef Atmar"]),
        (date(2021, 11, 9), ["Amir Khan Muttaqi"]),
    ],
)
def test_an_office_means_who_held_it_when_the_text_was_published(day, meant):
    assert named("The Afghan foreign minister left.", day) == meant


def test_between_two_holders_and_on_an_unknown_day_only_a_lasting_alias_holds():
    assert named("The Afghan foreign minister left.", date(2021, 8, 20)) == ["Somebody Else"]
    assert named("The Afghan foreign minister left.", None) == ["Somebody Else"]


def test_words_for_two_people_at_once_name_neither():
    assert named("The envoy left.", date(2021, 11, 9)) == []


def test_an_alias_is_found_in_any_case_and_as_whole_words_only():
    assert named("AFGHAN FOREIGN MINISTER ARRIVES", date(2021, 11, 9)) == ["Amir Khan Muttaqi"]
    assert named("Foreign ministers of the region met.", date(2021, 11, 9)) == []


def test_whoever_is_meant_is_named_by_the_passage():
    passage = Reading("The Afghan foreign minister arrived in Islamabad.", date(2021, 11, 10), known=KNOWN)
    claim = AskedClaim.of("Muttaqi will visit Islamabad", date(2021, 11, 7))

    found = propose_stance(claim, passage, Rarity(100))

    assert (found.stance, found.basis) == ("supports", "outcome")
    assert (
        "“Afghan foreign minister” means Amir Khan Muttaqi" in score_pair(claim.reading, passage, Rarity(100)).reasons
    )


def test_the_same_words_of_another_time_name_another():
    passage = Reading("The Afghan foreign minister arrived in Islamabad.", date(2021, 7, 20), known=KNOWN)
    claim = AskedClaim.of("Muttaqi will visit Islamabad", date(2021, 7, 14))

    assert propose_stance(claim, passage, Rarity(100)).stance == "context"


def test_a_claim_may_speak_of_an_office_too():
    claim = AskedClaim.of("The Afghan foreign minister will visit Islamabad", date(2021, 11, 7), known=KNOWN)
    passage = Reading("Amir Khan Muttaqi arrived in Islamabad.", date(2021, 11, 10))

    assert propose_stance(claim, passage, Rarity(100)).basis == "outcome"


def test_people_of_a_claim_may_be_asked_for_under_other_names():
    names = AskedClaim.of("Muttaqi will visit Islamabad").reading.names

    assert KNOWN.surfaces_for(names) == [MINISTER]
    assert KNOWN.surfaces_for([]) == []
