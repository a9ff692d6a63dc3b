"""The chain of dates of a forecast: its order, its slips, and from when on it is known."""

from datetime import date

import pytest
import time_machine
from django.utils import timezone

from claims.models import Link, Reschedule
from claims.reports.date_chain import date_chain, days_of, newest_dates
from claims.reports.date_words import LOST, UNLINKED, WITHDRAWN
from claims.reports.history import Past
from claims.services import amending, articles, links, merging, reschedules
from claims.vocabulary import Standing, WindowBasis
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_reschedule,
    make_reviewer,
    make_version,
)

pytestmark = pytest.mark.django_db


def dated(day, **fields):
    return make_claim(window_start=day, window_end=day, window_basis=WindowBasis.STATED, **fields)


def test_a_claim_of_one_date_has_no_chain():
    assert date_chain(make_claim()) is None


def test_a_chain_is_the_same_from_each_of_its_claims_but_for_their_place():
    first = dated(date(2021, 11, 7))
    second = make_reschedule(first, day=date(2021, 11, 10)).later
    third = make_reschedule(second, day=date(2021, 11, 9)).later

    chains = [date_chain(claim) for claim in (first, second, third)]

    assert [[step.claim for step in chain.steps] for chain in chains] == [[first, second, third]] * 3
    assert [chain.place for chain in chains] == [0, 1, 2]
    assert [chain.next and chain.next.claim for chain in chains] == [second, third, None]


def test_slips_are_counted_in_days_from_the_first_date():
    first = dated(date(2021, 11, 7))
    second = make_reschedule(first, day=date(2021, 11, 10)).later
    third = make_reschedule(second, day=date(2021, 11, 6)).later
    make_reschedule(third, day=date(2021, 11, 8))

    steps = date_chain(first).steps

    assert [step.slip for step in steps] == [None, 3, -1, 1]
    assert [step.slip_in_words for step in steps] == ["", "3 days later", "1 day earlier", "1 day later"]


def test_where_one_of_both_has_no_such_day_no_slip_is_told():
    first = make_claim(window_start=None, review_on=date(2021, 12, 7))

    chain = date_chain(make_reschedule(first, day=date(2021, 11, 10)).later)

    assert chain.newest.slip is None
    assert chain.newest.slip_in_words == ""
    assert days_of(first) == "no day stated"


def test_the_newest_date_of_a_chain_is_told_in_words():
    claim, said = dated(date(2021, 11, 7)), []
    last = claim
    for number in range(10):
        last = make_reschedule(last, day=date(2021, 11, 8 + number)).later
        said.append(date_chain(claim).ordinal)

    assert said[:3] == ["second", "third", "fourth"]
    assert said[-2:] == ["tenth", "latest"]


def test_of_windows_that_end_on_one_day_all_days_are_told():
    claim = make_claim()
    later = make_claim(
        window_start=date(2021, 11, 10), window_end=date(2021, 11, 14), window_basis=WindowBasis.STATED
    )
    reschedules.record_reschedule(earlier=claim, later=later, reason="So.", by=make_analyst())

    assert date_chain(claim).ends == ["7–14 Nov 2021", "10–14 Nov 2021"]


def doubts(claim, past=None):
    """What is said in doubt of the words of the last step, and in short of the newest date."""
    past = Past(past)
    return date_chain(claim, past=past).newest.doubt, newest_dates([claim.pk], past=past)[claim.pk].date_doubt


def test_a_date_is_in_doubt_once_its_article_is_withdrawn_and_not_on_record_before():
    claim = dated(date(2021, 11, 7))
    article = make_reschedule(claim).passage.article
    before = timezone.now()
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Made up.", by=make_analyst())

    assert doubts(claim) == (WITHDRAWN, WITHDRAWN)
    assert doubts(claim, before) == ("", "")


def test_a_date_is_in_doubt_once_its_words_are_linked_no_more_and_not_on_record_before():
    claim = dated(date(2021, 11, 7))
    link = Link.objects.get(claim=make_reschedule(claim).later)
    before = timezone.now()
    links.withdraw(link=link, reason="Misread.", by=make_analyst())

    assert doubts(claim) == (UNLINKED, UNLINKED)
    assert doubts(claim, before) == ("", "")


def test_a_date_is_in_doubt_once_its_words_have_left_the_article():
    claim = dated(date(2021, 11, 7))
    make_version(make_reschedule(claim).passage.article, "The visit was called off.")

    assert doubts(claim) == (LOST, LOST)


def test_what_a_person_re_affirmed_is_in_doubt_no_more():
    claim, by = dated(date(2021, 11, 7)), make_analyst()
    link = Link.objects.get(claim=make_reschedule(claim).later)
    articles.set_standing(article=link.passage.article, standing=Standing.WITHDRAWN, reason="Made up.", by=by)

    links.reaffirm(link=link, reason="Others say so.", by=by)

    assert doubts(claim) == ("", "")


def test_words_that_are_linked_to_a_merged_claim_carry_the_date_of_the_one_that_stands_for_it():
    claim, twin = dated(date(2021, 11, 7)), dated(date(2021, 11, 17))
    row = make_reschedule(claim)

    merging.merge(claim=row.later, into=twin, reason="The same.", by=make_reviewer())

    assert doubts(claim) == ("", "")


def test_a_doubt_on_the_way_is_a_doubt_of_the_newest_date_for_those_before_it():
    first = dated(date(2021, 11, 7))
    row = make_reschedule(first, day=date(2021, 11, 10))
    make_reschedule(row.later, day=date(2021, 11, 12))
    links.withdraw(link=Link.objects.get(claim=row.later), reason="Misread.", by=make_analyst())

    found = newest_dates([first.pk, row.later_id])

    assert [found[pk].date_doubt for pk in (first.pk, row.later_id)] == [UNLINKED, ""]
    assert [step.doubt for step in date_chain(first).steps] == ["", UNLINKED, ""]


def test_newest_dates_name_the_end_of_the_chain_for_all_but_that_one():
    first = dated(date(2021, 11, 7))
    second = make_reschedule(first, day=date(2021, 11, 10)).later
    third = make_reschedule(second, day=date(2021, 11, 12)).later
    alone = make_claim()

    found = newest_dates([one.pk for one in (first, second, third, alone)])

    assert found == {first.pk: third, second.pk: third}


def test_a_date_is_known_from_the_day_on_which_its_words_were_published():
    claim = dated(date(2021, 11, 7))
    make_reschedule(claim, published_on=date(2021, 11, 9))

    known = [date_chain(claim, as_of=date(2021, 11, day)) is not None for day in (8, 9, 10)]

    assert known == [False, True, True]


def test_without_words_a_date_is_known_from_when_the_later_claim_was_first_made():
    claim = dated(date(2021, 11, 7))
    later = dated(date(2021, 11, 10), article=make_article(published_on=date(2021, 11, 8)))
    reschedules.record_reschedule(earlier=claim, later=later, reason="So.", by=make_analyst())

    known = [date_chain(claim, as_of=date(2021, 11, day)) is not None for day in (7, 8)]

    assert known == [False, True]


def test_words_without_a_day_of_publication_are_shown_as_what_is_linked_is():
    claim = dated(date(2021, 11, 7))

    make_reschedule(claim, published_on=None)

    assert date_chain(claim, as_of=date(2021, 11, 1)) is not None


def test_the_day_of_publication_is_the_one_that_was_on_record():
    claim = dated(date(2021, 11, 7))
    article = make_reschedule(claim, published_on=date(2021, 11, 9)).passage.article
    before = timezone.now()
    articles.set_date(article=article, published_on=date(2021, 11, 12), by=make_analyst())

    now, then = (date_chain(claim, as_of=date(2021, 11, 10), past=Past(moment)) for moment in (None, before))

    assert now is None
    assert then.newest.told_on == date(2021, 11, 9)


def test_a_window_is_shown_as_it_was_on_record():
    claim = dated(date(2021, 11, 7))
    row = make_reschedule(claim, day=date(2021, 11, 10))
    before = timezone.now()
    later = row.later
    amending.edit(claim=later, values={"window_end": date(2021, 11, 11)}, by=later.owner, reason="Misread.")

    then = date_chain(claim, past=Past(before))

    assert then.newest.claim.window_end == date(2021, 11, 10)
    assert date_chain(claim).newest.claim.window_end == date(2021, 11, 11)


def test_a_date_is_known_between_its_record_and_its_withdrawal():
    with time_machine.travel("2021-11-18T09:00:00Z"):
        claim = dated(date(2021, 11, 7))
    before = timezone.now()
    row = make_reschedule(claim)
    between = timezone.now()
    reschedules.withdraw(reschedule=row, reason="Another visit.", by=make_analyst())

    found = [newest_dates([claim.pk], past=Past(moment)) for moment in (before, between, None)]

    assert found == [{}, {claim.pk: row.later}, {}]


def test_reschedules_of_other_claims_make_no_chain_longer():
    claim = dated(date(2021, 11, 7))
    make_reschedule(claim)
    make_reschedule(dated(date(2021, 11, 7)))

    assert len(date_chain(claim).steps) == 2
    assert Reschedule.objects.count() == 2
