from datetime import date, timedelta

import pytest

from claims.reports import calendar
from claims.reports.month import Month
from claims.vocabulary import ClaimKind
from tests.factories import make_analyst, make_article, make_claim, make_decision, make_link

pytestmark = pytest.mark.django_db

NOVEMBER = Month(2021, 11)
TODAY = date(2021, 11, 12)


@pytest.fixture
def alice():
    return make_analyst("alice")


def make_due(by, day, *, start=None, **fields):
    return make_claim(by=by, window_start=start, window_end=day, window_basis="stated", **fields)


def page_for(user, month=NOVEMBER, today=TODAY, **narrowed):
    return calendar.month_page(calendar.scheduled(user, **narrowed), month, user=user, today=today)


def entries_of(page):
    return {day.day: [(entry.due.what, entry.claim) for entry in day.entries] for week in page.weeks for day in week}


def test_a_window_begins_on_its_first_day_and_ends_on_its_last(alice):
    claim = make_due(alice, date(2021, 11, 14), start=date(2021, 11, 7))

    entries = entries_of(page_for(alice))

    assert entries[date(2021, 11, 7)] == [("begins", claim)]
    assert entries[date(2021, 11, 14)] == [("ends", claim)]


def test_a_window_of_one_day_is_told_once(alice):
    claim = make_due(alice, TODAY, start=TODAY)

    assert entries_of(page_for(alice))[TODAY] == [("ends", claim)]


def test_an_undated_forecast_is_looked_at_again_on_its_day(alice):
    claim = make_claim(by=alice, review_on=TODAY)

    assert entries_of(page_for(alice))[TODAY] == [("review", claim)]


def test_drafts_and_what_is_no_forecast_fall_due_on_no_day(alice):
    make_due(alice, TODAY, opened=False)
    make_due(alice, TODAY, kind=ClaimKind.EVENT)

    assert page_for(alice).is_empty


def test_days_of_the_neighbouring_months_are_on_the_page_but_not_in_its_sum(alice):
    claim = make_due(alice, date(2021, 12, 3))

    page = page_for(alice)

    assert entries_of(page)[date(2021, 12, 3)] == [("ends", claim)]
    assert page.is_empty


def test_what_is_still_to_be_done_comes_first_and_ones_own_before_others(alice):
    done = make_due(alice, TODAY)
    make_link(done, article=make_article("Muttaqi arrived in Islamabad.", published_on=TODAY))
    begins = make_due(alice, date(2021, 11, 30), start=TODAY)
    others = make_due(make_analyst(), TODAY)
    own = make_due(alice, TODAY)

    entries = entries_of(page_for(alice))[TODAY]

    assert [claim for _, claim in entries] == [own, others, begins, done]


def test_a_busy_day_is_folded_and_counted(alice):
    for _ in range(7):
        make_due(alice, TODAY)

    day = next(day for week in page_for(alice).weeks for day in week if day.day == TODAY)

    assert (len(day.entries), day.more, day.count) == (4, 3, 7)


def test_the_sum_counts_what_ends_begins_is_overdue_and_done(alice):
    make_due(alice, date(2021, 11, 2), start=date(2021, 10, 1))
    make_due(alice, date(2021, 12, 20), start=date(2021, 11, 20))
    make_claim(by=alice, review_on=date(2021, 11, 30))
    decided = make_due(alice, TODAY)
    make_link(decided, article=make_article("Muttaqi arrived in Islamabad.", published_on=TODAY))
    make_decision(decided)

    assert page_for(alice).sum == calendar.Sum(ends=2, reviews=1, begins=1, overdue=1, done=1)


def test_only_ones_own_or_one_topic_where_asked_for(alice):
    own = make_due(alice, TODAY, topic_names=["Visits"])
    other = make_due(make_analyst(), TODAY, topic_names=["Aid"])

    mine = entries_of(page_for(alice, mine=True))[TODAY]
    aid = entries_of(page_for(alice, topic=other.topics.get()))[TODAY]

    assert (mine, aid) == ([("ends", own)], [("ends", other)])


def test_an_empty_month_names_the_nearest_that_are_not(alice):
    make_due(alice, date(2021, 3, 4))
    make_claim(by=alice, review_on=date(2022, 2, 1))

    page = page_for(alice, Month(2021, 7))

    assert (page.before, page.after) == (Month(2021, 3), Month(2022, 2))


def test_a_month_in_which_a_window_only_begins_is_a_neighbour_as_well(alice):
    make_due(alice, date(2022, 6, 30), start=date(2022, 3, 1))

    assert page_for(alice, Month(2022, 1)).after == Month(2022, 3)
    assert page_for(alice, Month(2022, 5)).before == Month(2022, 3)


def test_what_became_overdue_in_the_past_month_comes_the_latest_first(alice):
    for days in (10, 20, 40, 2):
        make_due(alice, TODAY - timedelta(days=days))

    overdue, more = calendar.lately_overdue(calendar.scheduled(alice), user=alice, today=TODAY)

    assert ([(TODAY - entry.due.day).days for entry in overdue], more) == ([10, 20], 0)


def test_the_download_has_what_is_still_waited_for_by_day(alice):
    later, sooner = make_due(alice, TODAY + timedelta(days=9)), make_due(alice, TODAY - timedelta(days=9))
    make_due(alice, TODAY - timedelta(days=60))
    make_link(make_due(alice, TODAY), article=make_article("Muttaqi arrived in Islamabad.", published_on=TODAY))

    found = calendar.to_come(calendar.scheduled(alice), today=TODAY, most=10)

    assert list(found) == [sooner, later]


@pytest.mark.parametrize("claims", [1, 6])
def test_a_month_takes_five_queries_however_much_falls_due(alice, claims, django_assert_num_queries):
    for at in range(claims):
        make_due(alice, date(2021, 11, 1 + at), start=date(2021, 10, 1))

    with django_assert_num_queries(5):
        page_for(alice)
