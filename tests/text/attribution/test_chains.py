from pathlib import Path

import pytest

from claims.text.attribution.chains import Link, chain_of
from claims.text.attribution.find import find_attributions
from claims.text.normalise import normalise
from claims.text.spans import Span

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def chain(text, quote):
    start = text.index(quote)
    return chain_of(text, Span(start, start + len(quote)), find_attributions(text))


def names(text, quote):
    return [link.name for link in chain(text, quote)]


EXPECTED = "2021-11-07-muttaqi-expected-in-islamabad"
LIKELY = "2021-11-07-ani-muttaqi-likely-to-visit"
ENVOY = "2021-11-10-us-envoy-to-meet-taliban-in-pakistan"
MOSCOW = "2021-11-16-west-in-moscow"


@pytest.mark.parametrize(
    ("seed", "quote", "expected"),
    [
        (EXPECTED, "is expected to visit", ["ANI", "The Express Tribune", "sources"]),
        (EXPECTED, "at the head of a group", ["ANI", "The Express Tribune", "sources"]),
        (EXPECTED, "closer trade", ["PTI", "the foreign office in Islamabad"]),
        (EXPECTED, "talks in Kabul would", ["PTI", "Pakistan's foreign office"]),
        (LIKELY, "visit was on the cards", ["The Express Tribune", "official sources"]),
        (LIKELY, "formal recognition", ["The Express Tribune", "sources"]),
        (ENVOY, "troika plus”", ["AFP", "senior official of the Pakistani government"]),
        (MOSCOW, "will also visit India", ["ANI"]),
    ],
)
def test_chains_of_the_seeds(seed, quote, expected):
    text = normalise((SEEDS / f"{seed}.txt").read_text(encoding="utf-8"))

    assert names(text, quote) == expected


def test_a_link_from_another_sentence_is_marked():
    text = "He will go, ANI reported, citing Dawn. Officials told Dawn that he was ready."

    assert chain(text, "He will go") == (
        Link("ANI", "agency"),
        Link("Dawn", "outlet"),
        Link("officials", "anonymous", elsewhere=True),
    )


def test_a_choice_of_sources_elsewhere_lengthens_no_chain():
    text = "He will go, Dawn reported. Officials told Dawn that he was ready. Imran Shah told Dawn that he was not."

    assert names(text, "He will go") == ["Dawn"]


def test_what_the_article_itself_says_has_no_chain():
    assert chain("He left. Officials told Dawn that he was ready.", "He left") == ()


def test_those_who_are_told_pass_on_only_when_they_are_outlets():
    assert names("West told reporters that it was over.", "it was over") == ["West"]
    assert names("Thomas West told Reuters that it was over.", "it was over") == ["Reuters", "Thomas West"]
