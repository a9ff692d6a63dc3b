from claims.text.evidence.bodies import BODY_ALIASES
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.stance import propose_stance
from claims.text.evidence.terms import STOP_WORDS, spans_of_words


def test_a_body_is_known_by_its_other_name_and_the_reason_says_so():
    passage = Reading("The International Atomic Energy Agency visited Natanz in Iran.")

    proposal = propose_stance(AskedClaim.of("IAEA will visit Natanz"), passage, Rarity(100))

    assert (proposal.stance, proposal.basis) == ("supports", "outcome")
    assert [name.text for name in passage.meant] == ["IAEA"]


def test_no_name_of_a_body_is_a_common_word():
    words = [[word for word, _ in spans_of_words(one.surface)] for one in BODY_ALIASES]

    assert not [name for name in words if len(name) == 1 and name[0] in STOP_WORDS]


def test_no_name_means_two_bodies():
    surfaces = [one.surface.casefold() for one in BODY_ALIASES]

    assert len(surfaces) == len(set(surfaces))
