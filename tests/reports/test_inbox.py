"""What lands in whose inbox."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from claims.models import Claim, Event, User
from claims.reports.concerns import count_up_to
from claims.reports.inbox import find_key, items_of, keys_for, unread_in_menu
from claims.services import (
    amending,
    articles,
    assessments,
    comments,
    inbox,
    links,
    merging,
    reschedules,
    splitting,
)
from claims.vocabulary import Basis, ClaimKind, Noun, Stance, Standing, Verb, Verdict, WindowBasis
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reschedule,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    """An analyst who owns a claim, in whose inbox the tests look."""
    return make_analyst("alice")


@pytest.fixture
def bob():
    return make_reviewer("bob")


@pytest.fixture
def claim(alice):
    return make_claim(by=alice)


@pytest.fixture
def elsewhere():
    """A claim of somebody else, of which Alice knows nothing."""
    return make_claim(by=make_analyst("carl"))


def told(person):
    """Return what the inbox of `person` says, newest first: (actor, act, target)."""
    person = User.objects.get(pk=person.pk)
    return [(item.actor, item.act, item.target) for item in items_of(person, keys_for(person))]


def acts(person):
    return [act for _, act, _ in told(person)]


def test_a_mention(alice, bob, elsewhere):
    comments.make(claim=elsewhere, body="@alice, look.", by=bob)
    comments.make(claim=elsewhere, body="@bob, look.", by=bob)

    assert told(alice) == [("bob", "mentioned you on", str(elsewhere))]
    assert told(bob) == []


def test_a_correction_tells_those_alone_whom_it_names_for_the_first_time(alice, bob, elsewhere):
    carla = make_analyst("carla")
    old = comments.make(claim=elsewhere, body="@alice, look.", by=bob)

    comments.correct(comment=old, body="@alice and @carla, look.", by=bob)

    assert (acts(alice), acts(carla)) == (["mentioned you on"], ["mentioned you on"])


def test_who_is_named_again_after_a_correction_was_told_already(alice, bob, elsewhere):
    comment = comments.make(claim=elsewhere, body="@alice, look.", by=bob)
    comment = comments.correct(comment=comment, body="Look.", by=bob)
    comments.correct(comment=comment, body="Look, @alice.", by=bob)

    assert acts(alice) == ["mentioned you on"]


def test_a_withdrawn_comment_tells_nobody(alice, bob, elsewhere):
    comment = comments.make(claim=elsewhere, body="@alice, look.", by=bob)
    comment = comments.correct(comment=comment, body="@alice, look here.", by=bob)

    comments.withdraw(comment=comment, by=bob)

    assert told(alice) == []


def test_a_reply_after_ones_own_comment(alice, bob, elsewhere):
    thread = comments.make(claim=elsewhere, body="One origin?", by=bob).thread
    comments.reply(thread=thread, body="Before Alice.", by=bob)
    comments.reply(thread=thread, body="Two.", by=alice)

    comments.reply(thread=thread, body="Why?", by=bob)

    assert told(alice) == [("bob", "replied to you on", str(elsewhere))]
    assert acts(bob) == ["replied to you on"]


def test_comments_on_ones_claim_and_on_its_evidence(alice, bob, claim, elsewhere):
    passage = make_link(claim).passage
    comments.make(claim=claim, body="One origin?", by=bob)
    comments.make(passage=passage, body="Who says so?", by=bob)
    comments.make(passage=make_link(elsewhere).passage, body="Who says so?", by=bob)

    comment_acts = [act for act in acts(alice) if act.startswith("commented")]

    assert comment_acts == ["commented on evidence of your claim,", "commented on your claim"]


def test_ones_proposal_decided_and_ones_claim_proposed_on(alice, bob, elsewhere):
    make_link(elsewhere)
    make_proposal(elsewhere, by=alice)
    make_decision(elsewhere, by=bob)

    assert told(alice) == [("bob", "decided “Confirmed” for", str(elsewhere))]
    owner = elsewhere.owner
    proposed = [(actor, act) for actor, act, _ in told(owner) if "linked" not in act]
    assert proposed == [("bob", "decided “Confirmed” for"), ("alice", "proposed “Confirmed” for")]


def test_ones_proposal_sent_back_or_overtaken_by_an_amendment(alice, bob, elsewhere):
    make_proposal(elsewhere, by=alice, verdict=Verdict.MOOT)
    assessments.send_back(claim=elsewhere, reason="Say why.", by=bob)
    make_proposal(elsewhere, by=alice, verdict=Verdict.MOOT)
    amending.edit(claim=elsewhere, values={"statement": "Another"}, by=bob, reason="Too wide.")
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        make_proposal(elsewhere, by=make_analyst(), verdict=Verdict.MOOT)
        assessments.send_back(claim=elsewhere, reason="Not Alice's.", by=bob)

    assert acts(alice) == ["amended", "sent back the proposal on"]


def test_a_decision_shaken_concerns_who_made_it_and_who_owns_the_claim(alice, bob, claim):
    decider, before = make_reviewer("rita"), make_reviewer("rob")
    other = make_claim()
    make_claim_set(claim, other)
    link = make_link(other)
    make_decision(claim, by=before, verdict=Verdict.REFUTED, relied_on=[link])
    assessments.reopen(claim=claim, reason="Look again.", by=before)
    make_decision(claim, by=decider, verdict=Verdict.REFUTED, relied_on=[link])

    links.withdraw(link=link, reason="Another visit.", by=bob)

    shook = ("bob", "shook the decision on", str(claim))
    assert [shook in told(person) for person in (alice, decider, before)] == [True, True, False]
    (item,) = [one for one in items_of(decider, keys_for(decider)) if one.act == shook[1]]
    assert item.url == f"{claim.get_absolute_url()}#assessments"


def test_a_proposal_that_its_author_withdrew_is_no_concern_of_a_later_decision(alice, bob, elsewhere):
    proposal = make_proposal(elsewhere, by=alice, verdict=Verdict.MOOT)
    assessments.withdraw_proposal(proposal=proposal, by=alice)
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        make_decision(elsewhere, by=bob, verdict=Verdict.MOOT)

    assert told(alice) == []


def test_ones_claim_merged_split_reopened(alice, bob, claim):
    stays = make_claim()
    splitting.split(claim=claim, statements=["One", "Two"], reason="Two visits.", by=bob)
    make_decision(claim, by=bob, verdict=Verdict.MOOT)
    claims_reopened = assessments.reopen(claim=claim, reason="It was not.", by=bob)
    merging.merge(claim=claims_reopened, into=stays, reason="The same.", by=bob)

    assert [act for act in acts(alice) if "proposed" not in act] == [
        "merged",
        "reopened",
        "decided “Moot” for",
        "split",
    ]


def test_a_merge_of_two_claims_of_ones_own_is_told_once(alice, bob, claim):
    stays = make_claim(by=alice)

    merging.merge(claim=claim, into=stays, reason="The same.", by=bob)

    assert told(alice) == [("bob", f"merged {claim.label} into", str(stays))]


def test_a_new_date_of_ones_claim_and_its_withdrawal(alice, bob, claim):
    row = make_reschedule(claim, by=bob)
    reschedules.withdraw(reschedule=row, reason="Another visit.", by=bob)

    later = row.later.label
    assert told(alice) == [
        ("bob", f"withdrew {later} as the new date of", str(claim)),
        ("bob", f"recorded {later} as the new date of", str(claim)),
    ]


def test_conflicts_and_outcomes_newly_linked_to_ones_claim(alice, bob, claim, elsewhere):
    make_link(claim, by=bob)
    make_link(claim, by=bob, stance=Stance.REFUTES, basis=Basis.EXPECTATION)
    make_link(claim, by=bob, stance=Stance.CONTEXT)
    make_link(claim, by=alice)
    make_link(elsewhere, by=bob)

    assert acts(alice) == ["linked a conflict to", "linked support to"]


def test_links_copied_to_a_part_of_ones_claim_are_not_new(alice, bob, claim):
    make_link(claim, by=alice)

    splitting.split(claim=claim, statements=["One", "Two"], reason="Two visits.", by=bob)

    assert acts(alice) == ["split"]


def test_a_claim_handed_over(alice, bob, elsewhere):
    amending.edit(claim=elsewhere, values={"owner": alice}, by=bob)

    assert acts(alice) == ["made you the owner of"]


@pytest.mark.parametrize("standing", [Standing.WITHDRAWN, Standing.CORRECTED])
def test_an_article_withdrawn_or_corrected_under_ones_evidence(alice, bob, elsewhere, standing):
    linked, unlinked = make_link(elsewhere, by=alice), make_link(elsewhere, by=bob)
    for link in (linked, unlinked):
        articles.set_standing(article=link.passage.article, standing=standing, reason="They say so.", by=bob)

    assert told(alice) == [("bob", f"marked as {standing}, under your evidence,", str(linked.passage.article))]


def test_an_article_from_which_ones_link_was_withdrawn_before_is_no_concern(alice, bob, elsewhere):
    link = make_link(elsewhere, by=alice)
    links.withdraw(link=link, reason="A mistake.", by=alice)

    articles.set_standing(article=link.passage.article, standing=Standing.WITHDRAWN, reason="They say so.", by=bob)

    assert told(alice) == []


def make_forecast(by, *, end, **fields):
    window = {"window_end": end, "window_basis": WindowBasis.ANALYST} if end else {}
    return make_claim(by=by, kind=ClaimKind.FORECAST, **window, **fields)


def test_a_forecast_of_ones_own_fell_due(alice, bob):
    today = timezone.localdate()
    forecast = make_forecast(alice, end=today)
    review = make_claim(by=alice, review_on=today + timedelta(days=1))
    make_forecast(bob, end=today)
    make_claim(by=alice)  # its window had passed when it was made
    make_forecast(alice, end=today + timedelta(days=9))

    assert told(alice) == []
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert told(alice) == [("", "Fell due:", str(forecast))]
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert told(alice) == [("", "Fell due:", str(review)), ("", "Fell due:", str(forecast))]
        assert unread_in_menu(alice) == "2"


def test_a_forecast_that_is_decided_waits_for_nobody(alice, bob):
    forecast = make_forecast(alice, end=timezone.localdate())
    make_decision(forecast, by=bob, verdict=Verdict.MOOT)

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert "Fell due:" not in acts(alice)


def test_every_item_leads_to_its_very_place(alice, bob, claim):
    link = make_link(claim, by=bob)
    on_claim = comments.make(claim=claim, body="One origin?", by=bob)
    on_passage = comments.make(passage=link.passage, body="Who says so?", by=bob)
    make_proposal(claim, by=bob)

    urls = [item.url for item in items_of(alice, keys_for(alice))]

    page = claim.get_absolute_url()
    assert urls == [
        f"{page}#assessments",
        f"/passages/{link.passage_id}/comments/#comment-{on_passage.pk}",
        f"{page}#comment-{on_claim.pk}",
        f"{page}#link-{link.pk}",
    ]


def test_a_key_is_found_by_whom_it_concerns_alone(alice, bob, claim):
    make_link(claim, by=bob)
    (key,) = keys_for(alice)

    assert find_key(alice, str(key)) == key
    assert find_key(bob, str(key)) is None
    assert [find_key(alice, text) for text in ("event-0", "due-1-2021-02-30", "event-x", "")] == [None] * 4


def test_what_came_before_the_person_is_read(bob):
    article = make_article()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        dora = make_analyst("dora")
        claim = make_claim(by=make_analyst(), article=article, owner=dora)
        make_link(claim, by=bob)
        assert unread_in_menu(dora) == "1"

    User.objects.filter(pk=dora.pk).update(inbox_read_at=timezone.now() + timedelta(days=2))
    assert unread_in_menu(User.objects.get(pk=dora.pk)) == ""


def test_the_menu_counts_what_is_unread_in_one_query(alice, bob, claim, django_assert_num_queries):
    for _ in range(3):
        comments.make(claim=claim, body="One origin?", by=bob)
    inbox.mark(key=keys_for(alice)[0], by=alice)

    with django_assert_num_queries(1):
        assert unread_in_menu(alice) == "2"


def test_an_event_and_a_claim_with_one_key_are_counted_as_two(claim):
    told = {"at": timezone.now(), "verb": Verb.CREATED, "noun": Noun.CLAIM, "object_id": claim.pk}
    Event.objects.get_or_create(pk=claim.pk, defaults=told)

    found = [model.objects.filter(pk=claim.pk) for model in (Event, Claim)]

    assert count_up_to(9, found) == 2


def test_the_menu_stops_counting(alice, bob, claim):
    first = comments.make(claim=claim, body="One origin?", by=bob)
    event = Event.objects.latest("pk")
    rows = [
        Event(at=event.at, actor=bob, verb=event.verb, noun=event.noun, object_id=first.pk, claim=claim)
        for _ in range(120)
    ]
    Event.objects.bulk_create(rows)

    assert unread_in_menu(alice) == "99+"


def test_queries_do_not_grow_with_the_items(alice, bob, claim, django_assert_num_queries):
    def happen():
        link = make_link(claim, by=bob)
        comments.make(passage=link.passage, body="Who says so?", by=bob)
        thread = comments.make(claim=claim, body="@alice?", by=bob).thread
        comments.reply(thread=thread, body="Yes?", by=alice)
        comments.reply(thread=thread, body="No.", by=bob)

    happen()
    with django_assert_num_queries(8):
        items_of(alice, keys_for(alice))
    happen()
    with django_assert_num_queries(8):
        items_of(alice, keys_for(alice))


def test_day_of_a_window_is_in_words(alice):
    forecast = make_forecast(alice, end=date(2031, 3, 1))

    with time_machine.travel("2031-03-02 12:00"):
        (item,) = items_of(alice, keys_for(alice))

    assert (item.target, item.excerpt) == (str(forecast), "Its window ended 1 March 2031.")


def test_rows_found_twice_count_once_up_to_a_bound():
    claims_made = [make_claim(by=make_analyst()) for _ in range(4)]
    of_first, of_all = Event.objects.filter(claim=claims_made[0]), Event.objects.filter(claim__in=claims_made)
    once = of_all.count()

    assert count_up_to(1000, [of_first, of_all]) == once
    assert [count_up_to(most, [of_all, of_first, of_all]) for most in (1, 3, once, once + 1)] == [1, 3, once, once]
