"""Which open claims a new article bears on."""

from datetime import date

import pytest

from claims.models import Claim
from claims.reports.candidates import candidates_for
from claims.reports.touched import claims_touched_by
from claims.services import articles, claims, links, merging
from claims.vocabulary import Standing
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_reviewer, make_version

pytestmark = pytest.mark.django_db
TENTH = date(2021, 11, 10)
ARRIVAL = "Amir Khan Muttaqi arrived in Islamabad on Wednesday."


def report(text=f"{ARRIVAL} The weather was fine.", published_on=TENTH, **fields):
    return make_article(text, published_on=published_on, **fields)


def touched(article):
    return claims_touched_by(article.newest_version())


def test_report_of_the_event_touches_the_claim_that_foretold_it():
    claim = make_claim()
    make_claim(statement="The withdrawal will be completed by August 31")
    article = report()

    [touch] = touched(article)

    assert (touch.claim, touch.quote, touch.stance, touch.basis) == (claim, ARRIVAL, "supports", "outcome")
    assert article.newest_version().text[touch.start : touch.end] == ARRIVAL
    assert touch.reasons[0] == "tells of the same event: arrived"


def test_report_of_another_time_is_to_be_checked_and_speaks_for_nothing():
    make_claim()

    [touch] = touched(report("Amir Khan Muttaqi arrived in Islamabad.", date(2022, 1, 20)))

    assert (touch.stance, touch.basis) == ("context", None)
    assert touch.reasons[0].startswith("check these two: of one topic, perhaps of two events: published more than 30")


def test_score_is_the_one_that_the_claim_gives_the_sentence():
    claim = make_claim()
    article = report()

    [offered] = [one for one in candidates_for(claim) if one.quote == ARRIVAL]

    assert touched(article)[0].score == pytest.approx(offered.score, abs=0.01)


def test_words_that_are_linked_already_are_left_out():
    claim = make_claim()
    article = report(f"{ARRIVAL} Muttaqi flew to Islamabad on a plane of the air force.")
    make_link(claim, article=article, quote="Muttaqi arrived in Islamabad")

    assert [touch.quote for touch in touched(article)] == ["Muttaqi flew to Islamabad on a plane of the air force."]


def test_words_whose_link_was_withdrawn_are_offered():
    claim = make_claim()
    article = report()
    link = make_link(claim, article=article, quote=ARRIVED)
    links.withdraw(link=link, reason="Linked by mistake.", by=link.created_by)

    assert [touch.quote for touch in touched(article)] == [ARRIVAL]


def test_article_that_makes_the_claim_does_not_touch_it():
    own = report("Muttaqi is expected to visit Islamabad. Muttaqi will visit Islamabad, he said.")
    make_claim(article=own)

    assert touched(own) == []


def test_withdrawn_article_touches_nothing():
    make_claim()
    article = report()
    article = articles.set_standing(
        article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )

    assert touched(article) == []


def test_finished_claims_are_not_touched():
    rejected, merged, kept = make_claim(opened=False), make_claim(), make_claim()
    claims.reject(claim=rejected, reason="No claim.", by=make_analyst())
    merging.merge(claim=merged, into=kept, reason="The same.", by=make_reviewer())

    assert [touch.claim for touch in touched(report())] == [kept]


def test_what_has_hardly_to_do_with_a_claim_does_not_touch_it():
    make_claim()

    assert touched(report("Imran Khan spoke in Islamabad of the weather. Envoys will visit Moscow.")) == []


def test_a_claim_is_touched_by_its_three_best_sentences():
    claim = make_claim()
    sentences = [f"Muttaqi arrived in Islamabad, witness {word} said." for word in "one two three four five".split()]

    found = touched(report(" ".join(sentences)))

    assert [touch.claim for touch in found] == [claim] * 3


def test_a_sentence_touches_five_claims_at_most():
    for _ in range(7):
        make_claim()

    found = touched(report())

    assert len(found) == 5
    assert {touch.claim.pk for touch in found} == set(Claim.objects.order_by("pk").values_list("pk", flat=True)[:5])


def test_what_speaks_stands_before_context():
    make_claim()
    make_claim(statement="Qureshi will receive Muttaqi in Islamabad on Wednesday", review_on=date(2021, 12, 1))

    found = touched(report(f"{ARRIVAL} Muttaqi was received in Islamabad on Wednesday with honours."))

    speaking = [touch.speaks for touch in found]
    assert speaking == sorted(speaking, reverse=True)
    assert True in speaking


def test_new_version_is_compared_by_its_own_words():
    make_claim()
    article = report("Nothing of note. The weather was fine.")

    version = make_version(article, f"{ARRIVAL} The weather was fine.")

    assert [touch.quote for touch in claims_touched_by(version)] == [ARRIVAL]


def test_desk_without_claims_is_not_touched():
    assert touched(report()) == []


def test_queries_do_not_grow_with_claims_or_sentences(django_assert_max_num_queries):
    article = report(" ".join(f"Muttaqi arrived in Islamabad, witness {number} said." for number in range(8)))
    for number in range(6):
        make_claim(statement=f"Muttaqi will visit Islamabad, {number}")
    version = article.newest_version()
    claims_touched_by(version)

    with django_assert_max_num_queries(12):
        claims_touched_by(version)
