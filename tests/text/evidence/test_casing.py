import pytest

from claims.text.evidence.casing import Letters, is_in_title_case
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import readings_of_article
from claims.text.evidence.stance import propose_stance


@pytest.mark.parametrize(
    ("sentence", "statement", "written"),
    [
        ("A soldier was shot near parliament.", "Soldier shot in Ottawa", "soldier shot in Ottawa"),
        ("Two jets are missing in Libya.", "Report: Missing jets found", "Report: missing jets found"),
        ("He was found to be dead.", "BREAKING: envoy FOUND DEAD", "BREAKING: envoy found dead"),
        (
            "The militants beheaded a journalist in Iraq.",
            "Militants Behead Journalist In Northern Iraq",
            "militants behead journalist in Northern Iraq",
        ),
    ],
)
def test_words_that_the_article_writes_small_are_no_names(sentence, statement, written):
    assert Letters.of([sentence]).write(statement) == written


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("They spoke of Brown, and of brown bread.", "Brown resigns"),
        ("A MAN WAS SHOT NEAR PARLIAMENT", "Man shot in Ottawa"),
        ("He met the envoy.", "Muttaqi met the envoy"),
        ("It was for us to judge, and it is.", "US talks with IS fighters"),
        ("An apple fell.", "the firm Apple fell"),
    ],
)
def test_a_capital_stays_where_the_article_does_not_show_that_it_is_no_name(sentence, statement):
    assert Letters.of([sentence]).write(statement) == statement


def test_a_statement_is_as_long_as_it_was_so_that_places_in_it_hold():
    statement = "İstanbul Mayor İmamoğlu Released"

    assert len(Letters.of(["the mayor of istanbul was released"]).write(statement)) == len(statement)


def test_headings_are_told_from_sentences():
    assert is_in_title_case("Lost Wallet Returned After Thirty Years")
    assert not is_in_title_case("Lost wallet returned to Ottawa after thirty years")


def test_a_common_word_at_the_start_of_a_claim_does_not_keep_evidence_from_it():
    claim = AskedClaim.of("Insurgents killed in Nigeria")
    told = "At least forty insurgents were killed in Nigeria on Friday, the army said."
    [passage] = readings_of_article("", None, [(told, "")], len(told), opening=[told])

    proposal = propose_stance(claim, passage, Rarity(100))

    assert (proposal.stance, proposal.basis) == ("supports", "outcome")
