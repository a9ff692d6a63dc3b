"""For how long a search that found nothing speaks."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from claims.models import NullSearch
from claims.reports.claim_page import claim_page
from claims.reports.null_searches import freshness_of
from claims.services import links, merging, searches
from claims.vocabulary import Stance
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db
NOW = datetime(2021, 11, 20, 12, tzinfo=UTC)
UP_TO = date(2021, 11, 12)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def make_search(claim, up_to=UP_TO, **fields):
    return searches.log_null_search(claim=claim, searched="Kabul papers", up_to=up_to, by=make_analyst(), **fields)


def judged(claim, day=None, **cut_offs):
    """Return the searches on the page of `claim` as of `day`."""
    return claim_page(claim, as_of=day, **cut_offs).null_searches


def report_of(day, **fields):
    return make_article(f"{ARRIVED}, we learn.", published_on=day, **fields)


@pytest.mark.parametrize(("day", "is_expired"), [(date(2021, 11, 26), False), (date(2021, 11, 27), True)])
def test_search_holds_for_fourteen_days_after_the_day_up_to_which_it_looked(day, is_expired):
    claim = make_claim()
    make_search(claim)

    with time_machine.travel(datetime(2021, 12, 24, tzinfo=UTC)):
        [search] = judged(claim, day)

    assert (search.is_expired, search.fresh_until) == (is_expired, date(2021, 11, 26))


def test_desk_sets_for_how_many_days_a_search_holds(settings):
    settings.FACTCHECK_SEARCH_DAYS = 7
    claim = make_claim()
    make_search(claim)

    [search] = judged(claim)

    assert search.sentence == "It held for 7 days, until 19 November 2021."


def test_search_says_nothing_of_articles_published_since_that_bear_on_the_claim():
    claim = make_claim()
    make_search(claim)
    for day in (13, 14, 14):
        make_link(claim, article=report_of(date(2021, 11, day)))

    [search] = judged(claim)

    assert search.is_expired
    assert search.sentence == "It says nothing of the 3 articles linked here that were published since."


def test_two_links_into_one_article_are_one_article():
    claim = make_claim()
    make_search(claim)
    article = report_of(date(2021, 11, 13))
    make_link(claim, article=article)
    make_link(claim, article=article, quote="we learn", stance=Stance.QUALIFIES)

    assert judged(claim)[0].sentence == (
        "It says nothing of the article linked here that was published since."
    )  # fmt: skip


def test_what_does_not_bear_on_the_claim_ends_no_search():
    claim = make_claim()
    make_search(claim)
    make_link(claim, article=report_of(UP_TO))
    make_link(claim, article=report_of(date(2021, 11, 13)), stance=Stance.CONTEXT)
    withdrawn = make_link(claim, article=report_of(date(2021, 11, 14)))
    links.withdraw(link=withdrawn, reason="The wrong minister.", by=make_analyst())
    make_link(claim, article=report_of(None))

    [search] = judged(claim)

    assert (search.is_expired, search.sentence) == (False, "It holds until 26 November 2021.")


def test_article_of_a_later_day_than_asked_for_ends_no_search_yet():
    claim = make_claim()
    make_search(claim)
    make_link(claim, article=report_of(date(2021, 11, 14)))

    assert not judged(claim, date(2021, 11, 13))[0].is_expired
    assert judged(claim, date(2021, 11, 14))[0].is_expired


def test_link_of_a_later_moment_than_asked_for_ends_no_search_yet():
    with time_machine.travel("2021-11-15T09:00:00Z", tick=False):
        claim = make_claim()
        make_search(claim)
    make_link(claim, article=report_of(date(2021, 11, 14)))

    assert not judged(claim, recorded_by=datetime(2021, 11, 16, tzinfo=UTC))[0].is_expired
    assert judged(claim)[0].is_expired


def test_search_of_a_later_day_or_moment_is_not_shown():
    with time_machine.travel("2021-11-15T09:00:00Z", tick=False):
        claim = make_claim()
        first = make_search(claim)
    second = make_search(claim, date(2021, 11, 18))

    shown = [each.search for each in judged(claim)]

    assert shown == [second, first]
    assert [each.search for each in judged(claim, date(2021, 11, 17))] == [first]
    assert [each.search for each in judged(claim, recorded_by=datetime(2021, 11, 19, tzinfo=UTC))] == [first]
    assert judged(claim, date(2021, 11, 11)) == ()


def test_search_on_a_merged_claim_speaks_for_the_claim_that_stays():
    claim, other = make_claim(), make_claim(statement="The minister will come to Islamabad")
    make_search(other)
    merging.merge(claim=other, into=claim, reason="The same.", by=make_reviewer())

    assert [each.search.claim for each in judged(claim)] == [other]
    assert freshness_of(claim).newest.search.claim == other


def test_newest_search_is_that_which_looked_farthest_whenever_it_was_logged():
    claim = make_claim()
    far = make_search(claim, date(2021, 11, 19))
    make_search(claim, date(2021, 11, 2))

    assert freshness_of(claim).newest.search == far


def test_fresh_search_needs_no_warning():
    claim = make_claim()
    search = make_search(claim)

    fresh = freshness_of(claim)

    assert fresh.warning == ""
    assert fresh.sentence == (
        f"The newest search that found nothing, by {search.by}, looked up to 12 November 2021 and is fresh. "
        "It holds until 26 November 2021."
    )


def test_no_search_and_an_expired_one_are_warned_of():
    claim = make_claim()

    assert freshness_of(claim).warning.startswith("No search that found nothing is logged on this claim.")

    make_search(claim, date(2021, 11, 2))

    warning = freshness_of(claim).warning
    assert "looked up to 2 November 2021 and has expired. It says nothing of the article" in warning
    assert "It held for 14 days, until 16 November 2021. Search again and log it." in warning
    assert freshness_of(claim, day=date(2021, 11, 1)).warning.startswith(
        "No search that found nothing up to 1 November 2021 or an earlier day is logged"
    )


def test_day_so_late_that_no_search_could_expire_breaks_nothing(settings):
    settings.FACTCHECK_SEARCH_DAYS = 9_000_000
    claim = make_claim()
    make_search(claim)

    assert judged(claim)[0].fresh_until == date.max
    assert NullSearch.objects.count() == 1
