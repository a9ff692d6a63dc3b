"""A forecast restated with a new date: the new claim, the record between both, and what is refused."""

from datetime import date

import pytest
from django.utils import timezone

from claims.errors import NotAllowed, Refused
from claims.models import Claim, Event, Link, Reschedule
from claims.reports.date_chain import date_chain
from claims.services import amending, claims, merging, reschedules, splitting
from claims.vocabulary import ClaimKind, Stance, State, Verb, WindowBasis
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_reschedule,
    make_reviewer,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def claim(alice):
    return make_claim(by=alice, topic_names=["Visits"], criteria="A report of the arrival.")


def dated(day, **fields):
    """A forecast for one day."""
    return make_claim(window_start=day, window_end=day, window_basis=WindowBasis.STATED, **fields)


def test_the_new_claim_keeps_what_the_old_one_says_and_takes_the_new_window(claim, alice):
    row = make_reschedule(claim, day=date(2021, 11, 17))

    later = row.later
    assert (later.statement, later.criteria, later.owner) == (claim.statement, claim.criteria, alice)
    assert [topic.name for topic in later.topics.all()] == ["Visits"]
    assert (later.kind, later.state) == (ClaimKind.FORECAST, State.OPEN)
    assert (later.window_start, later.window_end) == (date(2021, 11, 17), date(2021, 11, 17))


def test_the_new_claim_is_asserted_by_the_words_that_state_the_date(claim):
    row = make_reschedule(claim, day=date(2021, 11, 17))

    link = Link.objects.get(claim=row.later)
    assert (link.stance, link.passage) == (Stance.ASSERTS, row.passage)
    assert row.passage.exact == "The visit was postponed to 17 November 2021"


def test_the_old_claim_stays_as_it_was_made(claim):
    before = Claim.objects.filter(pk=claim.pk).values().get()

    make_reschedule(claim)

    assert Claim.objects.filter(pk=claim.pk).values().get() == before
    assert Link.objects.filter(claim=claim).count() == 1


def test_both_claims_have_an_event_that_names_the_other(claim, alice):
    row = make_reschedule(claim, by=alice, reason="The ministry said so.")

    events = Event.objects.filter(verb=Verb.RESCHEDULED)
    assert {event.claim: event.after for event in events} == {
        row.earlier: {"rescheduled_to": row.later.number},
        row.later: {"rescheduled_from": row.earlier.number},
    }
    assert {(event.actor, event.reason) for event in events} == {(alice, "The ministry said so.")}


def test_sent_twice_it_is_one(claim, alice):
    article = make_article("It is put off to 17 November 2021.")
    said = {"article": article, "quote": "put off to 17 November 2021", "window_basis": WindowBasis.STATED}
    said |= {"window_start": date(2021, 11, 17), "window_end": date(2021, 11, 17), "by": alice}

    first, second = (reschedules.reschedule(claim=claim, **said) for _ in range(2))

    assert first == second
    assert Claim.objects.count() == 2


def test_another_statement_may_be_given(claim):
    row = make_reschedule(claim, statement="Muttaqi will visit Islamabad on 17 November")

    assert row.later.statement == "Muttaqi will visit Islamabad on 17 November"


def refused(match):
    return pytest.raises(Refused, match=match)


def nothing_made():
    return Reschedule.objects.count() == 0


def test_readers_cannot_record_a_new_date(claim):
    with pytest.raises(NotAllowed):
        make_reschedule(claim, by=make_user())

    assert nothing_made()
    assert Claim.objects.count() == 1


def test_a_draft_is_opened_first():
    with refused("is a draft. Open it first"):
        make_reschedule(make_claim(opened=False))

    assert nothing_made()
    assert Claim.objects.count() == 1


def test_a_rejected_claim_has_no_date():
    draft = make_claim(opened=False)
    claims.reject(claim=draft, reason="No claim.", by=draft.owner)

    with refused("was rejected"):
        make_reschedule(Claim.objects.get(pk=draft.pk))

    assert nothing_made()


def test_of_a_merged_claim_the_one_that_stayed_is_given_the_date(claim):
    twin = make_claim()
    merging.merge(claim=twin, into=claim, reason="The same.", by=make_reviewer())

    with refused(f"was merged. Give {claim.label} the new date"):
        make_reschedule(Claim.objects.get(pk=twin.pk))

    assert nothing_made()


def test_what_is_no_forecast_has_no_new_date():
    with refused("is no forecast"):
        make_reschedule(make_claim(kind=ClaimKind.EVENT))

    assert nothing_made()
    assert Claim.objects.count() == 1


def test_a_decided_forecast_may_get_a_new_date(claim):
    make_link(claim)
    make_decision(claim)

    row = make_reschedule(Claim.objects.get(pk=claim.pk))

    assert row.earlier.state == State.DECIDED


def test_a_claim_with_a_new_date_is_extended_at_the_end_of_its_chain(claim):
    first = make_reschedule(claim)
    second = make_reschedule(first.later, day=date(2021, 11, 20))

    with refused(f"{claim.label} has a new date already. Extend the chain at {second.later.label}"):
        make_reschedule(claim, day=date(2021, 11, 25))

    assert Claim.objects.count() == 3
    assert Reschedule.objects.count() == 2


def test_the_same_window_is_no_new_date():
    claim = dated(date(2021, 11, 17))

    with refused(f"the window that {claim.label} has already"):
        make_reschedule(claim, day=date(2021, 11, 17))

    assert nothing_made()
    assert Claim.objects.count() == 1


def test_a_new_date_has_a_day(claim, alice):
    article = make_article("The visit was called off.")

    with refused("Say the new date"):
        reschedules.reschedule(
            claim=claim, article=article, quote="called off", window_start=None, window_end=None, window_basis="",
            by=alice,
        )  # fmt: skip

    assert nothing_made()
    assert Claim.objects.count() == 1


def test_two_claims_that_stand_already_can_be_put_in_order(claim, alice):
    later = dated(date(2021, 11, 17))

    row = reschedules.record_reschedule(earlier=claim, later=later, reason="ANI says so.", by=alice)

    assert (row.earlier, row.later, row.passage) == (claim, later, None)
    assert [step.claim for step in date_chain(later).steps] == [claim, later]


def test_without_words_there_is_a_reason(claim, alice):
    with refused("say what shows it"):
        reschedules.record_reschedule(earlier=claim, later=dated(date(2021, 11, 17)), reason=" ", by=alice)

    assert nothing_made()


def test_the_words_of_a_new_date_are_linked_to_the_new_claim(claim, alice):
    other = make_link(claim).passage

    with refused("are not linked to"):
        reschedules.record_reschedule(earlier=claim, later=dated(date(2021, 11, 17)), passage=other, by=alice)

    assert nothing_made()


def test_a_claim_is_no_new_date_of_itself(claim, alice):
    with refused("cannot be its own new date"):
        reschedules.record_reschedule(earlier=claim, later=claim, reason="So.", by=alice)


def test_a_chain_does_not_lead_back_to_itself(claim, alice):
    row = make_reschedule(claim)
    last = make_reschedule(row.later, day=date(2021, 11, 20)).later

    with refused(f"{last.label} is itself a later date of {claim.label}"):
        reschedules.record_reschedule(earlier=last, later=claim, reason="So.", by=alice)

    assert Reschedule.objects.count() == 2


def test_a_claim_is_the_new_date_of_one_other_only(claim, alice):
    row = make_reschedule(claim)

    with refused(f"{row.later.label} is the new date of {claim.label} already"):
        reschedules.record_reschedule(earlier=make_claim(), later=row.later, reason="So.", by=alice)

    assert Reschedule.objects.count() == 1


def test_a_new_date_is_withdrawn_with_a_reason_and_may_be_given_anew(claim, alice):
    row = make_reschedule(claim)

    reschedules.withdraw(reschedule=row, reason="Another visit.", by=alice)

    row.refresh_from_db()
    assert (row.withdrawn_by, row.withdrawn_reason) == (alice, "Another visit.")
    assert date_chain(claim) is None
    make_reschedule(claim, day=date(2021, 11, 19))


def test_a_withdrawal_is_told_by_both_claims(claim, alice):
    row = make_reschedule(claim)

    reschedules.withdraw(reschedule=row, reason="Another visit.", by=alice)

    told = Event.objects.filter(verb=Verb.UNDONE).values_list("claim", "reason")
    assert set(told) == {(row.earlier_id, "Another visit."), (row.later_id, "Another visit.")}


def test_a_withdrawal_needs_a_reason_and_happens_once(claim, alice):
    row = make_reschedule(claim)

    with refused("Say why"):
        reschedules.withdraw(reschedule=row, reason=" ", by=alice)
    reschedules.withdraw(reschedule=row, reason="Another visit.", by=alice)
    with refused(f"withdrawn already, by {alice}"):
        reschedules.withdraw(reschedule=row, reason="Another visit.", by=alice)


# Merged, split and edited claims of a chain -------------------------------------------------------------------------


def test_a_merged_claim_answers_in_the_chain_through_its_target(claim):
    row = make_reschedule(claim)
    twin = dated(date(2021, 11, 17))

    merging.merge(claim=row.later, into=twin, reason="The same.", by=make_reviewer())

    assert [step.claim for step in date_chain(claim).steps] == [claim, twin]
    assert [step.claim for step in date_chain(twin).steps] == [claim, twin]
    assert date_chain(Claim.objects.get(pk=row.later_id)) is None


def test_an_unmerged_claim_has_its_place_again(claim):
    row = make_reschedule(claim)
    rita = make_reviewer()
    merging.merge(claim=row.later, into=dated(date(2021, 11, 17)), reason="The same.", by=rita)

    merging.unmerge(claim=Claim.objects.get(pk=row.later_id), reason="Not the same.", by=rita)

    assert [step.claim for step in date_chain(claim).steps] == [claim, row.later]


def test_a_chain_goes_on_at_the_target_of_a_merged_claim(claim):
    row = make_reschedule(claim)
    twin = dated(date(2021, 11, 17))
    merging.merge(claim=row.later, into=twin, reason="The same.", by=make_reviewer())

    last = make_reschedule(Claim.objects.get(pk=twin.pk), day=date(2021, 11, 20)).later

    assert [step.claim for step in date_chain(claim).steps] == [claim, twin, last]


def test_two_dates_are_not_merged(claim):
    row = make_reschedule(claim)

    with refused("are both dates of a forecast"):
        merging.merge(claim=row.later, into=claim, reason="The same.", by=make_reviewer())

    assert Claim.objects.get(pk=row.later_id).state == State.OPEN


def test_a_date_is_merged_into_a_forecast_only(claim):
    make_reschedule(claim)
    event = make_claim(kind=ClaimKind.EVENT)

    with refused(f"{event.label} is no forecast"):
        merging.merge(claim=claim, into=event, reason="The same.", by=make_reviewer())

    assert Claim.objects.get(pk=claim.pk).state == State.OPEN


def test_the_parts_of_a_split_date_are_no_dates_of_the_chain(claim, alice):
    row = make_reschedule(claim)

    parts = splitting.split(
        claim=row.later, statements=["He will go", "He will talk"], reason="Two things.", by=alice
    )

    assert [step.claim for step in date_chain(claim).steps] == [claim, row.later]
    assert all(date_chain(part) is None for part in parts)


def test_a_date_of_a_chain_stays_a_forecast(claim, alice):
    make_reschedule(claim)

    with refused("must stay a forecast"):
        amending.edit(claim=claim, values={"kind": ClaimKind.EVENT}, by=alice)

    assert Claim.objects.get(pk=claim.pk).kind == ClaimKind.FORECAST


def test_a_date_does_not_take_the_window_of_the_date_beside_it(claim, alice):
    first = make_reschedule(claim, by=alice)
    last = make_reschedule(first.later, day=date(2021, 11, 20), by=alice).later

    for day, other in ((date(2021, 11, 20), last), (None, claim)):
        start, end = (day, day) if day else (claim.window_start, claim.window_end)
        with refused(f"This is the window of {other.label}"):
            amending.edit(
                claim=first.later, values={"window_start": start, "window_end": end}, by=alice, reason="So."
            )

    assert Claim.objects.get(pk=first.later_id).window_end == date(2021, 11, 17)


def test_a_date_of_a_chain_may_have_another_window_or_words(claim, alice):
    later = make_reschedule(claim, by=alice).later

    amending.edit(claim=later, values={"window_end": date(2021, 11, 18)}, by=alice)
    amending.edit(claim=later, values={"criteria": "He lands."}, by=alice, reason="Clearer.")

    later.refresh_from_db()
    assert (later.window_end, later.criteria) == (date(2021, 11, 18), "He lands.")


def test_a_new_date_is_withdrawn_before_its_claim_is_taken_back(claim, alice):
    row = make_reschedule(claim, by=alice)

    with refused("Withdraw its new date first"):
        claims.take_back(claim=row.later, reason="A mistake.", by=alice)
    reschedules.withdraw(reschedule=row, reason="A mistake.", by=alice)
    claims.take_back(claim=row.later, reason="A mistake.", by=alice)

    assert Claim.objects.get(pk=row.later_id).state == State.REJECTED


def test_two_who_join_chains_at_once_do_not_make_a_ring(claim, alice, monkeypatch):
    """What another person recorded while this one waited for the rows is seen before anything is written."""
    later, last = dated(date(2021, 11, 17)), make_claim()
    lock_all = type(Claim.objects).lock_all

    def late(manager, ids):
        if not Reschedule.objects.exists():
            Reschedule.objects.create(
                earlier=later, later=last, reason="So.", created_at=timezone.now(), created_by=alice
            )
        return lock_all(manager, ids)

    monkeypatch.setattr(type(Claim.objects), "lock_all", late)
    with refused("Somebody recorded another date meanwhile"):
        reschedules.record_reschedule(earlier=claim, later=later, reason="So.", by=alice)
