from datetime import date
from pathlib import Path

import pytest

from claims.text.article_text import read_article
from claims.text.decode import decode
from claims.text.hints import Hints
from claims.text.normalise import normalise
from claims.text.sentences import split_sentences

SEEDS = Path(__file__).parents[2] / "seeds"

# file: title, published on, basis, dateline, credit, outlet, sentences
EXPECTED = {
    "2019-10-29-khalilzad-calls-on-imran-khan.txt": (
        None, date(2019, 10, 29), "trailer", "ISLAMABAD", None, "Dawn", 14,
    ),
    "2020-02-29-us-and-taliban-sign-deal.txt": (
        "United States and Taliban sign a deal on Afghanistan",
        date(2020, 2, 29), "header", None, None, None, 4,
    ),
    "2021-07-14-jaishankar-meets-atmar-in-dushanbe.txt": (
        None, date(2021, 7, 14), "header", None, None, None, 20,
    ),
    "2021-07-14-sco-ministers-open-talks-in-dushanbe.txt": (
        "SCO foreign ministers open talks on Afghanistan",
        date(2021, 7, 14), "header", None, None, None, 7,
    ),
    "2021-07-18-afghan-and-taliban-negotiators-meet-in-doha.txt": (
        None, date(2021, 7, 18), "dateline", "KABUL, 18 July 2021, (TON)", "TON", None, 4,
    ),
    "2021-08-31-us-completes-withdrawal.txt": (
        "United States completes its withdrawal from Afghanistan",
        date(2021, 8, 31), "header", "KABUL", None, None, 6,
    ),
    "2021-11-07-ani-muttaqi-likely-to-visit.txt": (
        None, date(2021, 11, 7), "dateline", "Islamabad [Pakistan], November 7 (ANI)", "ANI", None, 5,
    ),
    "2021-11-07-muttaqi-expected-in-islamabad.txt": (
        None, date(2021, 11, 7), "header", None, None, None, 13,
    ),
    "2021-11-09-pakistan-envoy-telephones-muttaqi.txt": (
        None, date(2021, 11, 9), "dateline", "Kabul, 9 November 2021 (TDI)", "TDI", None, 18,
    ),
    "2021-11-10-delhi-regional-security-dialogue.txt": (
        "India holds regional security dialogue on Afghanistan",
        date(2021, 11, 10), "header", None, None, None, 7,
    ),
    "2021-11-10-muttaqi-arrives-in-islamabad.txt": (
        "Taliban foreign minister arrives in Islamabad",
        date(2021, 11, 10), "header", "ISLAMABAD", None, None, 7,
    ),
    "2021-11-10-us-envoy-to-meet-taliban-in-pakistan.txt": (
        "Official: New US envoy for Afghanistan to meet the Taliban in Pakistan.",
        date(2021, 11, 10), "header", None, None, None, 17,
    ),
    "2021-11-11-troika-plus-meets.txt": (
        None, date(2021, 11, 11), "dateline", "Islamabad, 11 November 2021 (TDI)", "TDI", None, 5,
    ),
    "2021-11-16-west-in-moscow.txt": (
        "US envoy meets Russian diplomats in Moscow",
        date(2021, 11, 16), "header", None, None, None, 5,
    ),
    "2021-11-16-west-in-new-delhi.txt": (
        "US envoy for Afghanistan holds talks in New Delhi",
        date(2021, 11, 16), "header", None, None, None, 4,
    ),
    "undated-envoys-hold-troika-plus-dialogue.txt": (
        "Four countries hold Troika Plus dialogue on Afghanistan",
        None, "unknown", None, None, None, 7,
    ),
}  # fmt: skip


def test_every_seed_is_expected():
    assert {path.name for path in SEEDS.glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_seed_is_read_as_a_person_reads_it(name):
    text = normalise(decode((SEEDS / name).read_bytes()).text)

    article = read_article(text, hints=Hints(file_name=name))

    assert (
        article.title,
        article.published_on,
        article.published_basis,
        article.dateline,
        article.credit,
        article.outlet,
        len(split_sentences(article.text)),
    ) == EXPECTED[name]
    assert article.byline is None


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_stored_seed_holds_neither_header_nor_dateline_nor_trailer(name):
    article = read_article(normalise((SEEDS / name).read_text("utf-8")), hints=Hints(file_name=name))

    assert article.text[0].isupper()
    for removed in article.removed:
        assert removed.text not in article.text
