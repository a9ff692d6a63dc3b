"""What is said of a merge, its taking apart and an edit beforehand is what comes of it."""

from datetime import date

import pytest

from claims.reports.claim_effects import edit_effects, merge_effects, unmerge_effects
from claims.reports.claim_sets import set_rows
from claims.reports.facts import figures_for
from claims.services import amending, merging
from claims.vocabulary import Flag, Stance, Verdict, WindowBasis
from tests.factories import (
    make_analyst,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


def told(effects):
    return {effect.claim.pk: plain(effect.after) for effect in effects.claims}


def found(effects):
    return {pk: plain(one) for pk, one in figures_for([effect.claim for effect in effects.claims]).items()}


def plain(figures):
    names = "evidence_status timing verdict articles origins supports conflicts flags".split()
    return [getattr(figures, name) for name in names]


def states_of(effects):
    for effect in effects.claims:
        before, expected = effect.claim.state, effect.state or effect.claim.state
        effect.claim.refresh_from_db()
        yield effect.claim.state == expected, before


def merge(claim, into):
    return merging.merge(claim=claim, into=into, reason="The same.", by=make_reviewer())


def test_what_is_told_of_a_merge_is_what_comes_of_it():
    claim, into = make_claim(), make_claim()
    make_link(claim), make_link(into, stance=Stance.REFUTES)
    make_proposal(claim)

    effects = merge_effects(claim, into)
    merge(claim, into)

    assert told(effects) == found(effects)
    assert all(same for same, _ in states_of(effects))
    assert ("Evidence", "Reported not to have happened", "Conflicting") in effects.claims[1].changes
    assert [one.author for one in effects.voided] == [claim.assessments.get().author]


def test_merge_into_a_decided_claim_flags_the_decision():
    claim, into = make_claim(), make_claim()
    make_link(into)
    make_decision(into)
    into.refresh_from_db()

    effects = merge_effects(claim, into)
    merge(claim, into)

    assert [effect.claim for effect in effects.flagged] == [into]
    assert Flag.NEEDS_REVIEW in figures_for([into])[into.pk].flags


def test_what_is_told_of_taking_a_merge_apart_is_what_comes_of_it():
    claim, into = make_claim(), make_claim()
    make_link(claim), make_link(into), make_link(into)
    merge(claim, into)
    claim.refresh_from_db()

    effects = unmerge_effects(claim)
    merging.unmerge(claim=claim, reason="Two visits.", by=make_reviewer())

    assert told(effects) == found(effects)
    assert all(same for same, _ in states_of(effects))
    assert ("For", "3", "2") in effects.claims[1].changes


@pytest.mark.parametrize("amends", [True, False])
def test_what_is_told_of_an_edit_is_what_comes_of_it(amends):
    alice = make_analyst()
    claim = make_claim(by=alice)
    if amends:
        make_link(claim), make_proposal(claim), make_proposal(claim, verdict="unresolved")
        claim.refresh_from_db()
    values = {"window_start": date(2021, 11, 12), "window_end": date(2021, 11, 20)}

    effects = edit_effects(claim, values, amends=amending.would_amend(claim, values, alice))
    amending.edit(claim=claim, values=values, by=alice, reason="It was put off.")

    assert told(effects) == found(effects)
    assert all(same for same, _ in states_of(effects))
    assert len(effects.voided) == (2 if amends else 0)


def test_amendment_of_a_decided_claim_flags_the_decision():
    alice = make_analyst()
    claim = make_claim(by=alice)
    make_link(claim)
    make_decision(claim)
    claim.refresh_from_db()

    effects = edit_effects(claim, {"statement": "Muttaqi will visit Kabul"}, amends=True)

    assert [effect.claim for effect in effects.flagged] == [claim]


def test_nothing_is_written_by_looking(django_assert_num_queries):
    claim, into = make_claim(), make_claim()

    with django_assert_num_queries(10) as asked:
        merge_effects(claim, into)

    assert all(query["sql"].startswith("SELECT") for query in asked.captured_queries)


# What rests on it as an alternative, and the sets -----------------------------------------------------------------


def refuted_by(other):
    """Return a claim that is decided as refuted by a link to `other`, its alternative."""
    claim = make_claim(statement="Muttaqi will stay in Kabul")
    make_claim_set(claim, other)
    make_decision(claim, verdict=Verdict.REFUTED, relied_on=[make_link(other)])
    claim.refresh_from_db()
    return claim


def test_decision_that_rests_on_a_merge_is_told_before_that_is_taken_apart():
    member, into = make_claim(), make_claim()
    make_claim_set(member, decided := make_claim(statement="Muttaqi will stay in Kabul"))
    member = merge(member, into)
    make_decision(decided, verdict=Verdict.REFUTED, relied_on=[make_link(into)])

    effects = unmerge_effects(member)
    merging.unmerge(claim=member, reason="Two visits.", by=make_reviewer())

    assert [effect.claim for effect in effects.flagged] == [decided]
    assert told(effects) == found(effects)


def test_decision_that_a_merge_would_leave_without_evidence_is_told():
    other, on = make_claim(), date(2021, 11, 8)
    decided = refuted_by(other)
    into = make_claim(window_start=on, window_end=on, window_basis=WindowBasis.STATED)

    effects = merge_effects(other, into)
    merge(other, into)

    assert [effect.claim for effect in effects.flagged] == [decided]
    assert told(effects) == found(effects)


def test_merge_that_keeps_what_a_decision_rests_on_flags_nothing():
    other, into = make_claim(), make_claim()
    refuted_by(other)

    effects = merge_effects(other, into)
    merge(other, into)

    assert effects.flagged == []
    assert len(effects.claims) == 2


@pytest.mark.parametrize("amends", [True, False])
def test_decision_that_rests_on_what_is_reported_of_an_alternative_is_told_before_that_changes(amends):
    alice = make_analyst()
    other = make_claim(by=alice)
    decided = refuted_by(other)

    effects = edit_effects(other, {"statement": "Muttaqi will call"}, amends=amends, tells_anew=True)
    amending.edit(claim=other, values={"statement": "Muttaqi will call"}, by=alice, reason="Misread.")

    assert [effect.claim for effect in effects.flagged] == [decided]
    assert found(effects)[decided.pk] == told(effects)[decided.pk]


def test_change_of_the_topics_alone_tells_of_no_decision():
    other = make_claim()
    refuted_by(other)

    assert edit_effects(other, {"topic_names": ["Travel"]}, amends=False).flagged == []


def test_merge_names_the_set_that_it_joins_and_the_contradiction_that_comes_of_it():
    member, beside, into = make_claim(), make_claim(statement="Muttaqi will stay in Kabul"), make_claim()
    claim_set = make_claim_set(member, beside)
    make_link(beside), make_link(into)

    [effect] = merge_effects(member, into).sets
    merge(member, into)

    assert (effect.claim_set, effect.joins) == (claim_set, True)
    assert f"{beside.label} and {into.label} are both reported" in effect.contradiction
    assert effect.contradiction == set_rows([claim_set])[0].contradiction


def test_merge_that_changes_no_set_names_none():
    claim, into = make_claim(), make_claim()
    make_claim_set(into, make_claim())

    assert merge_effects(claim, into).sets == ()
