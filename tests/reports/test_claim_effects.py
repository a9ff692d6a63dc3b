"""What is said of a merge, its taking apart and an edit beforehand is what comes of it."""

from datetime import date

import pytest

from claims.reports.claim_effects import edit_effects, merge_effects, unmerge_effects
from claims.reports.facts import figures_for
from claims.services import claims, merging
from claims.vocabulary import Flag, Stance
from tests.factories import make_analyst, make_claim, make_decision, make_link, make_proposal, make_reviewer

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

    effects = edit_effects(claim, values, amends=claims.would_amend(claim, values, alice))
    claims.edit(claim=claim, values=values, by=alice, reason="It was put off.")

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

    with django_assert_num_queries(5) as asked:
        merge_effects(claim, into)

    assert all(query["sql"].startswith("SELECT") for query in asked.captured_queries)
