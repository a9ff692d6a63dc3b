from datetime import date

import pytest

from claims.reports.numbered.independence import build
from claims.reports.scope import Scope
from claims.vocabulary import Basis, Independence, Stance
from tests.factories import FORETOLD, make_article, make_claim, make_link
from tests.reports.numbered.reading import figure, rows

pytestmark = pytest.mark.django_db


def repeat(claim, day=8, independence=Independence.UNDETERMINED):
    article = make_article(f"{FORETOLD} this week.", published_on=date(2021, 11, day))
    return make_link(claim, article=article, basis=Basis.EXPECTATION, independence=independence)


def test_articles_without_an_origin_of_their_own_only_look_like_corroboration():
    apparent, corroborated, single = make_claim(), make_claim(), make_claim()
    for independence, claim in ((Independence.SAME_ORIGIN, apparent), (Independence.INDEPENDENT, corroborated)):
        repeat(claim, 8, independence)
        repeat(claim, 9, independence)
    repeat(single)

    report = build(Scope())

    assert figure(report, "Apparent corroboration") == "1/2"
    (found,) = rows(report, "apparent")
    assert (found["number"], found["supports"], found["articles"], found["origins"]) == (apparent.number, 2, 3, 1)


def test_an_article_counts_once_however_many_of_its_words_are_linked():
    claim = make_claim()
    article = repeat(claim).passage.article
    make_link(claim, article=article, quote="this week", basis=Basis.EXPECTATION, independence="undetermined")

    assert figure(build(Scope()), "Apparent corroboration") == "0/0"


def test_only_what_was_published_by_the_cut_off_looks_like_anything():
    claim = make_claim()
    repeat(claim, 8)
    repeat(claim, 9)

    assert figure(build(Scope(as_of=date(2021, 11, 8))), "Apparent corroboration") == "0/0"
    assert figure(build(Scope(as_of=date(2021, 11, 9))), "Apparent corroboration") == "1/1"


def test_the_most_repeated_comes_first():
    few, many = make_claim(), make_claim()
    for claim, days in ((few, (8, 9)), (many, (8, 9, 10))):
        for day in days:
            repeat(claim, day)

    assert [one["number"] for one in rows(build(Scope()), "apparent")] == [many.number, few.number]


@pytest.mark.parametrize("scope", [Scope(), Scope(as_of=date(2021, 11, 30))], ids=["now", "as of"])
def test_an_origin_that_contradicts_a_claim_corroborates_nothing(scope):
    claim = make_claim()
    repeat(claim, 8)
    repeat(claim, 9)

    make_link(claim, stance=Stance.REFUTES)

    assert figure(build(scope), "Apparent corroboration") == "1/1"
    (found,) = rows(build(scope), "apparent")
    assert found["origins"] == 1
