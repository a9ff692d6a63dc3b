"""What two texts may share by chance on a desk that follows one matter."""

from claims.text.evidence.chance import BY_CHANCE, shared_by_chance, tells_half
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import propose_stance

# A desk on one dam: its name, the river and the ministers stand in every third sentence.
ONE_MATTER = Rarity(
    20_000,
    {
        "mekdam": 7_000,
        "river": 6_500,
        "minister": 6_000,
        "flood": 5_000,
        "farmer": 2_500,
        "villag": 2_000,
        "lower": 1_800,
        "left": 1_700,
        "without": 1_500,
        "compensation": 12,
        "sluic": 3,
        "government": 4_000,
        "province": 900,
        "promis": 700,
        "gate": 900,
    },
)
CLAIM = AskedClaim.of("The Mekdam floods left farmers in the lower villages without compensation")


def by_chance(passage):
    return shared_by_chance(CLAIM, Reading(passage), ONE_MATTER)


def test_words_of_every_article_are_shared_by_chance():
    assert by_chance("Farmers on the river said the Mekdam floods had come early.")


def test_most_of_a_claim_is_not_shared_by_chance():
    assert not by_chance("Farmers of the lower villages got no compensation after the Mekdam floods.")


def test_two_rare_words_are_not_shared_by_chance():
    claim = AskedClaim.of(
        "Compensation for the sluices was promised to the government of the province by the minister"
    )

    assert not shared_by_chance(claim, Reading("Nobody has seen compensation for a sluice."), ONE_MATTER)


def test_one_rare_word_may_be():
    assert by_chance("Compensation was asked for by a ferry line.")


def test_whom_both_name_is_not_what_happened():
    claim = AskedClaim.of("Governor Nora Weiss of Tirol will reopen the flooded road")
    known = Rarity(
        20_000, {"nora": 40, "weiss": 30, "tirol": 60, "governor": 900, "reopen": 90, "road": 800, "flood": 500}
    )

    assert shared_by_chance(claim, Reading("Governor Nora Weiss of Tirol has won a prize."), known)
    assert not shared_by_chance(
        claim, Reading("Governor Nora Weiss of Tirol had the road cleared to reopen it."), known
    )


def test_what_is_shared_by_chance_supports_nothing_and_says_so():
    claim = AskedClaim.of("The Mekdam floods left farmers of the lower villages with debts and a ruined harvest")
    passage = Reading("The Mekdam floods left farmers in lower parts of the province hungry.")
    common, rare = ({"debt": counted, "ruin": counted, "harvest": counted} for counted in (1_200, 4))

    found = propose_stance(claim, passage, Rarity(20_000, ONE_MATTER.counts | common), 0.6)

    assert (found.stance, found.reasons[-1]) == ("context", BY_CHANCE)
    told = Reading("The Mekdam floods left farmers of the province with debts and a poor harvest.")
    assert propose_stance(claim, told, Rarity(20_000, ONE_MATTER.counts | rare), 0.6).stance == "supports"


def test_who_refutes_an_event_tells_which():
    claim = AskedClaim.of("Ministers of the river states will meet at the Mekdam gates to open the new sluices")
    other = Reading("The ministers did not meet the press after the funeral.")
    same = Reading("The ministers of the river states did not meet at the Mekdam gates; the new sluices stay shut.")

    assert not tells_half(claim, other, ONE_MATTER)
    assert tells_half(claim, same, ONE_MATTER)


def test_a_small_desk_has_few_texts_to_be_rare_in():
    small = Rarity(300, {"mekdam": 3, "flood": 40, "farmer": 30, "villag": 25, "compensation": 2})

    assert not shared_by_chance(CLAIM, Reading("Compensation for farmers of the Mekdam was debated."), small)
    assert shared_by_chance(CLAIM, Reading("The villages had farmers."), small)


def test_a_claim_that_does_not_say_who_is_for_a_person_to_refute():
    claim = AskedClaim.of("She swallowed a cell phone")
    passage = Reading("The story that she swallowed a cell phone is a hoax.")

    found = propose_stance(claim, passage, Rarity(100))

    assert (found.stance, found.reasons[0]) == ("context", "check these two: the claim does not name whom it means")


def test_a_claim_that_does_not_say_who_is_borne_out_by_its_own_words_alone():
    claim = AskedClaim.of("He will open the new sluices of the Mekdam gates before the next flood")

    found = [
        propose_stance(claim, Reading(passage), Rarity(100))
        for passage in (
            "The minister of the river states will open the new sluices of Mekdam by May, before the next flood.",
            "He will open the new sluices of the Mekdam gates before the next flood, he said.",
        )
    ]

    assert [one.stance for one in found] == ["context", "supports"]
    assert found[0].reasons[0] == "check these two: the claim does not name whom it means"


def test_who_says_nobody_did_supports_nothing():
    claim = AskedClaim.of("A visitor of the fair swallowed a cell phone")
    passage = Reading("Nobody, and no visitor of the fair, swallowed a cell phone.")

    assert propose_stance(claim, passage, Rarity(100)).stance != "supports"
