"""Filters of reports are those of the record cut-off, whatever was changed since."""

from datetime import UTC, date, datetime, timedelta
from datetime import timezone as zones

import pytest
from django.utils import timezone

from claims.models import Source, Topic
from claims.reports.scope import Scope
from claims.services import amending, articles, links, merging
from claims.vocabulary import SourceKind
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db


def found(**scope):
    return {claim.number for claim in Scope(**scope).claims()}


def outlet(name):
    return Source.objects.get(kind=SourceKind.OUTLET, name=name)


def test_an_outlet_holds_the_claims_in_whose_articles_it_stood_then():
    article = make_article(publisher="Orient News")
    claim = make_claim(article=article)
    then = timezone.now()

    articles.edit(article=article, outlet_name="Arab News", by=make_analyst())

    assert found(outlet=outlet("Orient News")) == set()
    assert found(outlet=outlet("Arab News")) == {claim.number}
    assert found(outlet=outlet("Orient News"), recorded_by=then) == {claim.number}
    assert found(outlet=outlet("Arab News"), recorded_by=then) == set()


def test_an_outlet_that_has_not_changed_since_holds_its_claims_then_too():
    claim = make_claim(article=make_article(publisher="Orient News"))
    then = timezone.now()
    make_claim(
        article=make_article("Talks will be held in Doha.", publisher="Orient News"), quote="Talks will be held"
    )

    assert found(outlet=outlet("Orient News"), recorded_by=then) == {claim.number}


def test_a_period_holds_the_claims_made_on_the_days_known_then():
    article = make_article(published_on=None)
    claim = make_claim(article=article)
    undated = timezone.now()
    articles.set_date(article=article, published_on=date(2021, 11, 7), by=make_analyst())
    period = {"published_from": date(2021, 11, 1), "published_to": date(2021, 11, 30)}

    assert found(**period) == {claim.number}
    assert found(**period, recorded_by=undated) == set()
    assert found(**period, recorded_by=timezone.now()) == {claim.number}


@pytest.mark.parametrize(("end", "held"), [("published_from", 8), ("published_to", 6)])
def test_a_period_leaves_out_what_was_made_before_or_after_it(end, held):
    make_claim(article=make_article(published_on=date(2021, 11, 7)))
    then = timezone.now()
    day = date(2021, 11, held)

    assert found(**{end: day}) == found(**{end: day}, recorded_by=then) == set()
    assert found(**{end: date(2021, 11, 7)}) == found(**{end: date(2021, 11, 7)}, recorded_by=then) == {1}


def test_a_link_withdrawn_since_still_brought_its_outlet_then():
    claim = make_claim(article=make_article(publisher="Orient News"))
    link = make_link(
        claim, article=make_article("Muttaqi arrived on Wednesday.", publisher="Arab News"), quote="Muttaqi arrived"
    )
    then = timezone.now()

    links.withdraw(link=link, reason="A mistake.", by=make_analyst())

    assert found(outlet=outlet("Arab News")) == set()
    assert found(outlet=outlet("Arab News"), recorded_by=then) == {claim.number}


def test_topics_and_owners_are_those_of_then():
    alice, bob = make_analyst("alice"), make_analyst("bob")
    claim = make_claim(by=alice, topic_names=["Trade"])
    then = timezone.now()

    amending.edit(claim=claim, values={"owner": bob, "topic_names": ["Talks"]}, by=alice)

    trade = Topic.objects.get(name="Trade")
    assert found(owner=alice) == found(topic=trade) == set()
    assert found(owner=alice, recorded_by=then) == found(topic=trade, recorded_by=then) == {claim.number}


def test_an_outlet_holds_no_claim_by_what_it_published_after_the_day():
    claim = make_claim()
    article = make_link(claim).passage.article  # of 10 November
    then = timezone.now()
    articles.set_date(article=article, published_on=date(2021, 11, 12), reason="It says so.", by=make_analyst())

    for moment, first in ((then, 10), (None, 12)):
        held = [
            found(outlet=article.outlet, as_of=date(2021, 11, day), recorded_by=moment) for day in (first - 1, first)
        ]
        assert held == [set(), {claim.number}]


def test_an_undated_article_is_not_known_to_be_later():
    article = make_article(published_on=None)
    claim = make_claim(article=article)

    assert found(outlet=article.outlet, as_of=date(2021, 11, 9)) == {claim.number}


def test_a_period_holds_no_claim_made_after_the_day():
    claim = make_claim(article=make_article(published_on=date(2021, 11, 7)))
    period = {"published_from": date(2021, 11, 1), "published_to": date(2021, 11, 30)}

    assert found(**period, as_of=date(2021, 11, 6)) == set()
    assert found(**period, as_of=date(2021, 11, 7)) == {claim.number}


@pytest.mark.parametrize("narrowed", ["outlet", "period"])
def test_what_speaks_of_a_merged_claim_holds_the_one_it_was_merged_into(narrowed):
    claim = make_claim(article=make_article(published_on=date(2021, 11, 1)))
    twin = make_claim(article=make_article(published_on=date(2021, 11, 7), publisher="Orient News"))
    apart = timezone.now()
    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())
    merged = timezone.now()
    twin.refresh_from_db()
    merging.unmerge(claim=twin, reason="Another visit.", by=make_reviewer())
    asked = {"outlet": {"outlet": outlet("Orient News")}, "period": {"published_from": date(2021, 11, 5)}}[narrowed]

    assert found(**asked, recorded_by=apart) == {twin.number}
    assert found(**asked, recorded_by=merged) == {claim.number, twin.number}
    assert found(**asked) == {twin.number}


def test_a_claim_is_held_by_the_links_of_one_that_is_merged_into_it_now():
    claim, twin = make_claim(), make_claim(article=make_article(publisher="Orient News"))
    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())

    assert claim.number in found(outlet=outlet("Orient News"))


def test_a_moment_is_one_of_utc_wherever_it_was_written():
    moment = datetime(2021, 11, 9, 23, tzinfo=zones(timedelta(hours=5)))

    assert Scope(recorded_by=moment).recorded_by.isoformat() == "2021-11-09T18:00:00+00:00"
    assert Scope(recorded_by=moment).recorded_by.tzinfo is UTC
