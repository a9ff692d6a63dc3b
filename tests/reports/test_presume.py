from datetime import date

import pytest

from claims.services import evidence
from claims.services.attribution import Attribution
from claims.vocabulary import Independence
from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db

SAID = "The minister will travel to Islamabad for talks"
ALSO_SAID = "A trip of the minister is planned, aides told reporters"


def foreseen(claim, text, quote):
    return evidence.foresee(claim=claim, article=make_article(text), quote=quote).presumption


def test_two_articles_that_credit_one_agency_are_presumed_to_have_one_origin():
    claim = make_claim(article=make_article(f"KABUL (Reuters) - {SAID} next week. More follows."), quote=SAID)

    presumed = foreseen(claim, f"ISLAMABAD (Reuters) - {ALSO_SAID}. No date was named.", ALSO_SAID)

    assert presumed.independence == Independence.SAME_ORIGIN
    assert presumed.rule.startswith("both came through Reuters (also in Outlet")
    assert presumed.link == claim.links.get().pk


def test_an_article_of_the_agency_itself_and_one_that_credits_it_share_it():
    article = make_article(f"{SAID} next week. More follows.", publisher="Reuters")
    claim = make_claim(article=article, quote=SAID)

    presumed = foreseen(claim, f"ISLAMABAD (Reuters) - {ALSO_SAID}. No date was named.", ALSO_SAID)

    assert presumed.rule.startswith("both came through Reuters")


def test_articles_that_credit_two_agencies_share_nothing():
    claim = make_claim(article=make_article(f"KABUL (Reuters) - {SAID} next week. More follows."), quote=SAID)

    presumed = foreseen(claim, f"ISLAMABAD (AFP) - {ALSO_SAID}. No date was named.", ALSO_SAID)

    assert (presumed.independence, presumed.link) == (Independence.UNDETERMINED, None)


def test_one_speaker_in_two_papers_is_one_origin_however_the_name_is_written():
    claim = make_claim(attribution=Attribution(speaker="Shah Mehmood Qureshi", speaker_kind="named_person"))
    article = make_article(f"{ALSO_SAID}. No date was named.", published_on=date(2021, 11, 8))

    presumed = evidence.foresee(
        claim=claim,
        article=article,
        quote=ALSO_SAID,
        attribution=Attribution(speaker="Shah Mahmood Qureshi", speaker_kind="named_person"),
    ).presumption

    assert presumed.rule.startswith("both go back to Shah Mahmood Qureshi")
