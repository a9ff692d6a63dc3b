"""Sets of claims of which at most one can be true: who may be in them, and what follows when one leaves."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from claims.errors import NotAllowed, Refused, Stale
from claims.models import Claim, ClaimSet, Event, Membership
from claims.reports.alternatives import alternatives_of
from claims.reports.facts import figures_for
from claims.services import amending, articles, claim_sets, claims, links, merging, splitting
from claims.vocabulary import Flag, Independence, Noun, Standing, State, Verb, Verdict, WindowBasis
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db


def beside(claim, **then):
    return alternatives_of([claim.pk], **then).get(claim.pk, frozenset())


def leave(claim, claim_set, by=None):
    membership = claim_set.memberships.live().get(claim=claim)
    return claim_sets.leave(membership=membership, reason="He flew on.", by=by or make_analyst())


def refuted_by_alternative():
    """Return (claim, other, link): `claim` is decided as refuted, by the link that reports `other`."""
    by = make_analyst()
    claim, other = make_claim(), make_claim(by=by)
    make_claim_set(claim, other)
    link = make_link(other, by=by)
    make_decision(claim, verdict=Verdict.REFUTED, relied_on=[link])
    return claim, other, link


def arrival(day, **fields):
    """Return a forecast for the day `day` of November 2021 alone."""
    on = date(2021, 11, day)
    return make_claim(
        statement=f"Muttaqi will arrive on {day} November",
        window_start=on,
        window_end=on,
        window_basis=WindowBasis.STATED,
        **fields,
    )


def is_flagged(claim, **then):
    return Flag.NEEDS_REVIEW in figures_for([claim], **then)[claim.pk].flags


# Made -------------------------------------------------------------------------------------------------------------


def test_claims_of_a_set_exclude_each_other():
    first, second, third = make_claim(), make_claim(), make_claim()

    make_claim_set(first, second, third)

    assert beside(first) == {second.pk, third.pk}


def test_making_a_set_is_logged_with_each_claim_that_joins():
    claim_set = make_claim_set()

    told = (
        Event.objects.filter(noun=Noun.CLAIM_SET, object_id=claim_set.pk).order_by("pk").values_list("verb", "claim")
    )
    members = list(claim_set.memberships.values_list("claim", flat=True))
    assert list(told) == [(Verb.CREATED, None), *((Verb.JOINED, pk) for pk in members)]


def test_a_claim_may_be_in_two_sets_that_do_not_exclude_each_other():
    shared, first, second = make_claim(), make_claim(), make_claim()
    make_claim_set(shared, first)

    make_claim_set(shared, second)

    assert beside(shared) == {first.pk, second.pk}
    assert beside(first) == {shared.pk}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"name": " "}, "Name what the claims are about."),
        ({"name": "x" * 201}, "it has at most 200"),
        ({"reason": ""}, "Say why at most one"),
    ],
)
def test_set_without_its_words_is_refused(said, sentence):
    with pytest.raises(Refused, match=sentence):
        make_claim_set(**said)

    assert not ClaimSet.objects.exists()


def test_set_of_one_claim_is_refused():
    claim = make_claim()

    with pytest.raises(Refused, match="Choose a claim that cannot be true"):
        make_claim_set(claim, claim)


def test_claims_that_exclude_each_other_already_make_no_other_set():
    first, second, third = make_claim(), make_claim(), make_claim()
    make_claim_set(first, second, third)

    with pytest.raises(Refused, match=f"{first.label} and {second.label} exclude each other already"):
        make_claim_set(first, second)

    assert ClaimSet.objects.count() == 1


def test_rejected_claim_excludes_nothing():
    claim = claims.reject(claim=make_claim(opened=False), reason="No claim.", by=make_analyst())

    with pytest.raises(Refused, match="was rejected"):
        make_claim_set(claim, make_claim())


def test_merged_claim_is_refused_with_the_one_that_stands_for_it():
    claim, into = make_claim(), make_claim()
    claim = merging.merge(claim=claim, into=into, reason="The same.", by=make_reviewer())

    with pytest.raises(Refused, match=f"merged into {into.label}"):
        make_claim_set(claim, make_claim())


def test_reader_makes_no_set():
    with pytest.raises(NotAllowed):
        make_claim_set(by=make_user())


# Worded anew, joined, left ----------------------------------------------------------------------------------------


def test_rewording_keeps_in_the_log_what_the_set_said():
    claim_set = make_claim_set()

    claim_sets.reword(claim_set=claim_set, name="Islamabad or Tehran", reason=claim_set.reason, by=make_analyst())

    event = Event.objects.get(noun=Noun.CLAIM_SET, verb=Verb.CHANGED)
    assert (event.before, event.after) == ({"name": "Where Muttaqi is"}, {"name": "Islamabad or Tehran"})


def test_rewording_what_another_has_worded_anew_meanwhile_is_refused():
    claim_set = make_claim_set()
    seen = claim_sets.last_wording(claim_set)
    claim_sets.reword(claim_set=claim_set, name="Kabul", reason=claim_set.reason, by=make_analyst(), seen=seen)

    with pytest.raises(Stale):
        claim_sets.reword(claim_set=claim_set, name="Tehran", reason="Mine.", by=make_analyst(), seen=seen)

    claim_set.refresh_from_db()
    assert claim_set.name == "Kabul"


def test_joining_makes_no_wording_stale():
    claim_set = make_claim_set()
    seen = claim_sets.last_wording(claim_set)

    claim_sets.join(claim_set=claim_set, claim=make_claim(), reason="At home.", by=make_analyst())

    assert claim_sets.last_wording(claim_set) == seen


def test_claim_that_joins_excludes_every_other():
    claim_set, third = make_claim_set(), make_claim()

    claim_sets.join(claim_set=claim_set, claim=third, reason="He stayed at home.", by=make_analyst())

    assert len(beside(third)) == 2


def test_joining_without_a_reason_is_refused():
    claim_set, third = make_claim_set(), make_claim()

    with pytest.raises(Refused, match="Say why it cannot be true beside the others"):
        claim_sets.join(claim_set=claim_set, claim=third, reason=" ", by=make_analyst())

    assert beside(third) == frozenset()


def test_whichever_of_two_claims_is_not_in_the_set_joins_it():
    claim_set, new = make_claim_set(), make_claim()
    member = claim_set.memberships.first().claim

    for pair in ([member, new], [new, member]):
        joined = claim_sets.exclude_in(claim_set=claim_set, claims=pair, reason="Nor there.", by=make_analyst())
        assert joined.claim == new
        claim_sets.leave(membership=joined, reason="He may.", by=make_analyst())


def test_two_claims_of_which_neither_is_in_the_set_any_more_do_not_join_it():
    claim_set, new = make_claim_set(), make_claim()
    left = leave(claim_set.memberships.first().claim, claim_set).claim

    with pytest.raises(Refused, match=f"Neither {new.label} nor {left.label} is in “Where Muttaqi is” any more"):
        claim_sets.exclude_in(claim_set=claim_set, claims=[new, left], reason="Nor there.", by=make_analyst())

    assert beside(new) == frozenset()


def test_claim_joins_a_set_once():
    claim_set = make_claim_set()
    member = claim_set.memberships.first().claim

    with pytest.raises(Refused, match="is in “Where Muttaqi is” already"):
        claim_sets.join(claim_set=claim_set, claim=member, reason="Again.", by=make_analyst())


def test_claim_into_which_a_member_was_merged_is_in_the_set_already():
    merged, into = make_claim(), make_claim()
    claim_set = make_claim_set(merged, make_claim())
    merging.merge(claim=merged, into=into, reason="The same.", by=make_reviewer())

    with pytest.raises(Refused, match=f"as {merged.label} was merged into it"):
        claim_sets.join(claim_set=claim_set, claim=into, reason="Again.", by=make_analyst())


def test_claim_that_left_excludes_nothing_any_more_and_may_join_anew():
    claim, other = make_claim(), make_claim()
    claim_set = make_claim_set(claim, other)

    leave(claim, claim_set)

    assert beside(other) == frozenset()
    claim_sets.join(claim_set=claim_set, claim=claim, reason="He did not fly on.", by=make_analyst())
    assert beside(other) == {claim.pk}


def test_claim_leaves_a_set_once():
    claim_set = make_claim_set()
    left = leave(claim_set.memberships.first().claim, claim_set)

    with pytest.raises(Refused, match="left “Where Muttaqi is” already"):
        claim_sets.leave(membership=left, reason="Again.", by=make_analyst())


def test_what_excluded_what_is_read_as_of_a_moment():
    before = timezone.now()
    claim, other = make_claim(), make_claim()
    claim_set = make_claim_set(claim, other)
    between = timezone.now()
    leave(claim, claim_set)

    assert beside(claim, recorded_by=before) == beside(claim) == frozenset()
    assert beside(claim, recorded_by=between) == {other.pk}


# Undone -----------------------------------------------------------------------------------------------------------


def test_joining_is_undone_by_whoever_did_it():
    by = make_analyst()
    claim_set = make_claim_set()
    joined = claim_sets.join(claim_set=claim_set, claim=make_claim(), reason="At home.", by=by)

    claim_sets.undo(membership=joined, by=by)

    assert beside(joined.claim) == frozenset()


def test_with_a_claim_of_which_the_set_was_made_all_of_them_leave():
    by = make_analyst()
    claim_set = make_claim_set(by=by)

    claim_sets.undo(membership=claim_set.memberships.first(), by=by)

    assert not claim_set.memberships.live().exists()


def test_leaving_is_undone_by_joining_anew():
    by, claim = make_analyst(), make_claim()
    claim_set = make_claim_set(claim, make_claim())

    claim_sets.undo(membership=leave(claim, claim_set, by=by), by=by)

    assert len(beside(claim)) == 1
    assert Membership.objects.filter(claim=claim).count() == 2
    assert Membership.objects.latest("pk").reason == "He is in one place."


def test_that_a_set_was_made_is_not_undone_once_another_claim_joined():
    by = make_analyst()
    claim_set, third = make_claim_set(by=by), make_claim()
    claim_sets.join(claim_set=claim_set, claim=third, reason="At home.", by=make_analyst())

    with pytest.raises(Refused, match=f"{third.label} joined “Where Muttaqi is” since"):
        claim_sets.undo(membership=claim_set.memberships.first(), by=by)

    assert claim_set.memberships.live().count() == 3


def test_nobody_undoes_what_another_did():
    membership = make_claim_set().memberships.first()

    with pytest.raises(Refused, match="Only who did this"):
        claim_sets.undo(membership=membership, by=make_analyst())

    assert membership.is_live


def test_what_was_done_long_ago_is_not_undone():
    by = make_analyst()
    membership = make_claim_set(by=by).memberships.first()

    with time_machine.travel(timezone.now() + timedelta(hours=2)), pytest.raises(Refused, match="too long ago"):
        claim_sets.undo(membership=membership, by=by)


# Merged, split, rejected ------------------------------------------------------------------------------------------


def test_alternatives_cannot_be_merged_into_each_other():
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)

    with pytest.raises(Refused, match="cannot both be true"):
        merging.merge(claim=claim, into=other, reason="The same.", by=make_reviewer())

    assert Claim.objects.get(pk=claim.pk).state == State.OPEN


def test_claim_into_which_a_member_was_merged_stands_for_it():
    merged, into, other = make_claim(), make_claim(), make_claim()
    make_claim_set(merged, other)
    before = timezone.now()

    merging.merge(claim=merged, into=into, reason="The same.", by=make_reviewer())

    assert (beside(into), beside(other), beside(merged)) == ({other.pk}, {into.pk}, frozenset())
    assert beside(other, recorded_by=before) == {merged.pk}


def test_member_stands_for_itself_once_its_merge_is_taken_apart():
    merged, into, other = make_claim(), make_claim(), make_claim()
    make_claim_set(merged, other)
    merged = merging.merge(claim=merged, into=into, reason="The same.", by=make_reviewer())

    merging.unmerge(claim=merged, reason="Not the same.", by=make_reviewer())

    assert (beside(into), beside(other)) == (frozenset(), {merged.pk})


def test_rejected_member_is_no_alternative_any_more():
    draft, other = make_claim(opened=False), make_claim()
    make_claim_set(draft, other)

    claims.reject(claim=draft, reason="No claim.", by=make_analyst())

    assert beside(other) == frozenset()


def test_set_of_which_all_claims_but_one_were_rejected_has_fallen_apart():
    draft = make_claim(opened=False)
    claim_set = make_claim_set(draft, make_claim())
    assert list(ClaimSet.objects.standing()) == [claim_set]

    claims.reject(claim=draft, reason="No claim.", by=make_analyst())

    assert (list(ClaimSet.objects.standing()), list(ClaimSet.objects.fallen_apart())) == ([], [claim_set])


def test_set_with_a_merged_claim_stands():
    merged = make_claim()
    claim_set = make_claim_set(merged, make_claim())

    merging.merge(claim=merged, into=make_claim(), reason="The same.", by=make_reviewer())

    assert list(ClaimSet.objects.standing()) == [claim_set]


def test_parts_of_a_member_are_judged_anew_and_the_member_stays():
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)

    parts = splitting.split(claim=claim, statements=["He flies.", "He lands."], reason="Two.", by=make_analyst())

    assert [beside(part) for part in parts] == [frozenset(), frozenset()]
    assert beside(other) == {claim.pk}


# Refuted by what is reported of an alternative (E6) ---------------------------------------------------------------


def test_outcome_of_an_alternative_carries_refuted():
    claim, _, link = refuted_by_alternative()

    decision = claim.assessments.decisions().get()
    assert (decision.verdict, list(decision.relied_on.all())) == (Verdict.REFUTED, [link])


def test_outcome_of_an_alternative_confirms_nothing():
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)

    with pytest.raises(Refused, match="cannot rest on what is reported of a claim that cannot be true as well"):
        make_proposal(claim, verdict=Verdict.CONFIRMED, relied_on=[make_link(claim), make_link(other)])


def test_outcome_of_a_claim_that_is_no_alternative_is_refused():
    claim, link = make_claim(), make_link(make_claim())

    with pytest.raises(Refused, match="belongs to another claim"):
        make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link])


@pytest.mark.parametrize(
    "values",
    [{"independence": Independence.UNDETERMINED}, {"basis": "expectation"}, {"stance": "refutes"}],
    ids=["undetermined", "foretold", "denied"],
)
def test_only_an_independent_outcome_of_an_alternative_is_relied_on(values):
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)

    with pytest.raises(Refused, match="belongs to another claim"):
        make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[make_link(other, **values)])


def test_outcome_of_an_alternative_in_a_withdrawn_article_is_refused():
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)
    link = make_link(other)
    withdraw(link.passage.article)

    with pytest.raises(Refused, match="does not count"):
        make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link])


def test_what_happened_outside_the_window_of_an_alternative_carries_nothing():
    claim, other = arrival(10), arrival(8)
    make_claim_set(claim, other)
    link = make_link(other)

    with pytest.raises(Refused, match="belongs to another claim"):
        make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link])


def test_later_report_of_a_day_inside_the_window_of_an_alternative_is_relied_on():
    claim, other = arrival(10), arrival(8)
    make_claim_set(claim, other)
    link = make_link(other, occurred_on=date(2021, 11, 8))

    proposal = make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link])

    assert list(proposal.relied_on.all()) == [link]


def test_window_of_the_claim_into_which_an_alternative_was_merged_counts():
    claim, merged, into = arrival(10), make_claim(), arrival(8)
    make_claim_set(claim, merged)
    link = make_link(merged)
    merging.merge(claim=merged, into=into, reason="The same.", by=make_reviewer())

    with pytest.raises(Refused, match="belongs to another claim"):
        make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link])


def test_outcome_of_an_alternative_reported_before_the_claim_could_fail_is_refused():
    claim = make_claim(article=make_article(published_on=date(2021, 11, 12)))
    other = make_claim()
    make_claim_set(claim, other)

    with pytest.raises(Refused, match="published before the event could have happened"):
        make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[make_link(other)])


def test_outcome_of_an_alternative_published_after_the_day_of_the_verdict_is_refused():
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)
    link = make_link(other)
    day = link.passage.article.published_on - timedelta(days=1)

    with pytest.raises(Refused, match="was published after the day"):
        make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link], as_of=day)


def withdraw(article):
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="They say so.", by=make_analyst())


def of_link(claim, other, link):
    links.withdraw(link=link, reason="Another man.", by=make_analyst())


def of_revision(claim, other, link):
    links.revise(link=link, stance="context", why="Misread.", by=make_analyst())


def of_membership(claim, other, link):
    leave(other, ClaimSet.objects.get())


def of_article(claim, other, link):
    withdraw(link.passage.article)


def of_words(claim, other, link):
    make_version(link.passage.article, "He has postponed his journey.")


def of_amendment(claim, other, link):
    amending.edit(claim=other, values={"statement": "Muttaqi will call"}, by=make_analyst(), reason="Misread.")


def of_edit(claim, other, link):
    """Nobody else has worked on the claim that is edited, so that it is no amendment."""
    amending.edit(claim=other, values={"criteria": "A communiqué."}, by=link.created_by)


def of_merge(claim, other, link):
    merging.merge(claim=other, into=arrival(8), reason="The same.", by=make_reviewer())


LOSSES = [of_link, of_revision, of_membership, of_article, of_words, of_amendment, of_edit, of_merge]


@pytest.mark.parametrize("loss", LOSSES)
def test_decision_is_flagged_from_the_moment_its_evidence_of_an_alternative_is_lost(loss):
    claim, other, link = refuted_by_alternative()
    before = timezone.now()

    loss(claim, other, link)

    assert is_flagged(claim)
    assert not is_flagged(claim, recorded_by=before)


@pytest.mark.parametrize("has_link", [True, False], ids=["it had the link", "it was in the set"])
def test_decision_is_flagged_once_the_merge_is_taken_apart_on_which_it_rests(has_link):
    claim, stays, goes = make_claim(), make_claim(), make_claim()
    make_claim_set(claim, stays if has_link else goes)
    link = make_link(goes if has_link else stays)
    goes = merging.merge(claim=goes, into=stays, reason="The same.", by=make_reviewer())
    make_decision(claim, verdict=Verdict.REFUTED, relied_on=[link])
    assert not is_flagged(claim)

    merging.unmerge(claim=goes, reason="Two journeys.", by=make_reviewer())

    assert is_flagged(claim)


def test_decision_that_rests_on_a_draft_is_flagged_once_that_is_rejected():
    claim, draft = make_claim(), make_claim(opened=False)
    make_claim_set(claim, draft)
    make_decision(claim, verdict=Verdict.REFUTED, relied_on=[make_link(draft)])

    claims.reject(claim=draft, reason="No claim.", by=make_analyst())

    assert is_flagged(claim)


def test_decision_is_not_flagged_by_new_topics_of_the_alternative():
    claim, other, _ = refuted_by_alternative()

    amending.edit(claim=other, values={"topic_names": ["Travel"]}, by=make_analyst())

    assert not is_flagged(claim)


def test_log_says_which_change_of_the_alternative_shook_the_decision():
    claim, other, _ = refuted_by_alternative()

    of_amendment(claim, other, None)

    event = Event.objects.get(noun=Noun.CLAIM, object_id=claim.pk, after__has_key="unfounded")
    assert (
        event.reason == f"{other.label}, of which the decision takes something to be reported, was changed: Misread."
    )


def test_decision_that_rests_on_its_own_evidence_is_not_flagged_when_an_alternative_leaves():
    claim, other = make_claim(), make_claim()
    claim_set = make_claim_set(claim, other)
    make_link(claim)
    make_decision(claim)

    leave(other, claim_set)

    assert not is_flagged(claim)
