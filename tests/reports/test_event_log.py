from datetime import date

import pytest

from claims.reports.event_log import log_of
from claims.services import (
    articles,
    assessments,
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
OFFICIALS = Attribution(speaker="Two officials", speaker_kind=SpeakerKind.ANONYMOUS)


@pytest.fixture
def rita():
    return make_reviewer("rita")


def newest(claim):
    return log_of(claim).lines[0]


def test_the_date_of_a_linked_article_is_in_the_log(rita):
    claim = make_claim()
    link = make_link(claim, article=make_article("Muttaqi arrived in Islamabad.", published_on=None))

    articles.set_date(article=link.passage.article, published_on=date(2021, 11, 10), by=rita)

    assert newest(claim).act == f"set the date of “{link.passage.article}” to 10 November 2021"

    articles.set_date(article=link.passage.article, published_on=None, by=rita)

    assert newest(claim).act == f"took the date away from “{link.passage.article}”"


def test_the_standing_of_a_linked_article_is_in_the_log_with_its_reason(rita):
    claim = make_claim()
    article = make_link(claim).passage.article

    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=rita)

    assert (newest(claim).act, newest(claim).reason) == (f"marked “{article}” as withdrawn", "Retracted.")


def test_a_new_attribution_of_a_linked_passage_is_in_the_log_and_makes_forms_stale(rita):
    claim = make_claim()
    link = make_link(claim)
    seen = assessments.last_event(claim)

    passages.reattribute(passage=link.passage, attribution=OFFICIALS, reason="Named lower down.", by=rita)

    assert newest(claim).act == f"said anew who speaks in a passage of “{link.passage.article}”"
    assert assessments.last_event(claim) > seen


def test_what_happened_before_the_link_or_to_other_articles_is_not_in_the_log(rita):
    article, other = make_article(published_on=None), make_article(published_on=None)
    articles.set_date(article=article, published_on=date(2021, 11, 7), by=rita)
    claim = make_claim(article=article)
    lines = log_of(claim).lines

    articles.set_date(article=other, published_on=date(2021, 11, 7), by=rita)

    assert log_of(claim).lines == lines
    assert not any("set the date" in line.act for line in lines)


def test_both_claims_of_a_merge_tell_of_it(rita):
    gone, stays = make_claim(), make_claim()

    gone = merging.merge(claim=gone, into=stays, reason="The same visit.", by=rita)
    assert newest(gone).act == "merged this claim"
    assert newest(stays).act == f"merged {gone.label} into this claim"

    merging.unmerge(claim=gone, reason="Two visits.", by=rita)
    assert newest(gone).act == "took the merge apart"
    assert newest(stays).act == f"took {gone.label} apart from this claim"


def test_what_happens_to_the_evidence_of_a_merged_claim_is_in_the_log_of_the_one_that_stays(rita):
    gone, stays = make_claim(), make_claim()
    link = make_link(gone)
    merging.merge(claim=gone, into=stays, reason="The same visit.", by=rita)

    passages.reattribute(passage=link.passage, attribution=OFFICIALS, reason="Named lower down.", by=make_analyst())

    assert newest(stays).reason == "Named lower down."


def test_a_new_date_is_in_the_log_of_both_claims(rita):
    row = make_reschedule(make_claim())
    recorded = (newest(row.earlier).act, newest(row.later).act)

    reschedules.withdraw(reschedule=row, reason="Another visit.", by=rita)

    label, later = row.earlier.label, row.later.label
    assert recorded == (
        f"recorded a new date of this claim: {later}",
        f"recorded this claim as a new date of {label}",
    )
    assert (newest(row.earlier).act, newest(row.later).act) == (
        f"withdrew a new date of this claim: {later}",
        f"withdrew this claim as a new date of {label}",
    )
