"""Sets of claims of which at most one can be true: who may be in them, and what follows when one leaves."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from claims.errors import NotAllowed, Refused
from claims.models import Claim, ClaimSet, Event, Membership
from claims.reports.alternatives import alternatives_of
from claims.reports.facts import figures_for
from claims.services import articles, claim_sets, claims, links, merging, splitting
from claims.vocabulary import Flag, Independence, Noun, Standing, State, Verb, Verdict
from tests.factories import (
    make_analyst,
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
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)
    link = make_link(other)
    make_decision(claim, verdict=Verdict.REFUTED, relied_on=[link])
    return claim, other, link


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


def test_claim_that_joins_excludes_every_other():
    claim_set, third = make_claim_set(), make_claim()

    claim_sets.join(claim_set=claim_set, claim=third, reason="He stayed at home.", by=make_analyst())

    assert len(beside(third)) == 2


def test_joining_without_a_reason_is_refused():
    claim_set, third = make_claim_set(), make_claim()

    with pytest.raises(Refused, match="Say why it cannot be true beside the others"):
        claim_sets.join(claim_set=claim_set, claim=third, reason=" ", by=make_analyst())

    assert beside(third) == frozenset()


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


@pytest.mark.parametrize("loss", [of_link, of_revision, of_membership, of_article, of_words])
def test_decision_is_flagged_from_the_moment_its_evidence_of_an_alternative_is_lost(loss):
    claim, other, link = refuted_by_alternative()
    before = timezone.now()

    loss(claim, other, link)

    assert is_flagged(claim)
    assert not is_flagged(claim, recorded_by=before)


def test_decision_that_rests_on_its_own_evidence_is_not_flagged_when_an_alternative_leaves():
    claim, other = make_claim(), make_claim()
    claim_set = make_claim_set(claim, other)
    make_link(claim)
    make_decision(claim)

    leave(other, claim_set)

    assert not is_flagged(claim)
