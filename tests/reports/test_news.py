from datetime import date

import pytest

from claims.reports.news import news_for
from claims.services import (
    articles,
    merging,
    passages,
    reschedules,
)
from claims.services.attribution import Attribution
from claims.vocabulary import SpeakerKind, Standing
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_reschedule,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def rita():
    return make_reviewer("rita")


def told(by):
    """Return what the desk of somebody else says that `by` did, as (acts, target), the newest first."""
    lines, _ = news_for(make_analyst())
    return [(line.acts, line.target) for line in lines if line.actor == str(by)]


def test_a_merge_is_told_once_at_the_claim_that_stays(rita):
    gone, stays = make_claim(), make_claim()

    merging.merge(claim=gone, into=stays, reason="The same visit.", by=rita)

    assert told(rita) == [((f"merged {gone.label} into",), str(stays))]


def test_a_merge_taken_apart_is_told_once_too(rita):
    gone, stays = make_claim(), make_claim()
    gone = merging.merge(claim=gone, into=stays, reason="The same visit.", by=make_reviewer())

    merging.unmerge(claim=gone, reason="Two visits.", by=rita)

    assert told(rita) == [((f"took {gone.label} apart from",), str(stays))]


def test_what_happens_to_an_article_is_told_by_what_it_does_to_the_evidence(rita):
    article = make_article(published_on=None)

    articles.set_date(article=article, published_on=date(2021, 11, 9), by=rita)
    assert told(rita) == [(("set the date of",), str(article))]

    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=rita)
    assert told(rita) == [(("set the date of", "marked as withdrawn"), str(article))]


def test_a_new_attribution_is_told(rita):
    link = make_link(make_claim())
    said = Attribution(speaker="Two officials", speaker_kind=SpeakerKind.ANONYMOUS)

    passages.reattribute(passage=link.passage, attribution=said, reason="They are named lower down.", by=rita)

    assert told(rita) == [(("said anew who speaks in a passage of",), str(link.passage.article))]


def test_a_new_date_is_told_once_at_the_claim_of_old(rita):
    claim = make_claim()
    row = make_reschedule(claim, by=rita)

    assert told(rita) == [
        ((f"recorded {row.later.label} as the new date of",), str(claim)),
        (("made",), str(row.later)),
    ]


def test_a_withdrawn_new_date_is_told_once_too(rita):
    row = make_reschedule(make_claim())

    reschedules.withdraw(reschedule=row, reason="Another visit.", by=rita)

    assert told(rita) == [((f"withdrew {row.later.label} as the new date of",), str(row.earlier))]
