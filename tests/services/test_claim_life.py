"""The life of a claim as a table: which act is allowed in which state, and what it leads to."""

import inspect
from itertools import product

import pytest

from claims.errors import Refused
from claims.models import Claim, Event
from claims.services import amending, assessments, claims, links, merging, splitting
from claims.vocabulary import State, Verdict
from tests.factories import (
    claim_in,
    make_analyst,
    make_claim,
    make_link,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


def assess(act, person):
    return lambda claim: act(
        claim=claim,
        verdict=Verdict.MOOT,
        confidence="low",
        rationale="It no longer matters.",
        what_would_change="New plans.",
        by=person(),
    )


ACTS = {
    claims.open_draft: lambda claim: claims.open_draft(claim=claim, by=make_analyst()),
    claims.reject: lambda claim: claims.reject(claim=claim, reason="No claim.", by=make_analyst()),
    claims.take_back: lambda claim: claims.take_back(claim=claim, reason="A mistake.", by=claim.owner),
    amending.edit: lambda claim: amending.edit(claim=claim, values={"topic_names": ["Trade"]}, by=make_analyst()),
    merging.merge: lambda claim: merging.merge(claim=claim, into=make_claim(), reason="Same.", by=make_reviewer()),
    merging.unmerge: lambda claim: merging.unmerge(claim=claim, reason="Not the same.", by=make_reviewer()),
    splitting.split: lambda claim: splitting.split(
        claim=claim, statements=["One thing", "Another"], reason="It says two things.", by=make_analyst()
    ),
    links.add: make_link,
    assessments.propose: assess(assessments.propose, make_analyst),
    assessments.decide: assess(assessments.decide, make_reviewer),
    assessments.send_back: lambda claim: assessments.send_back(claim=claim, reason="Thin.", by=make_reviewer()),
    assessments.reopen: lambda claim: assessments.reopen(claim=claim, reason="News.", by=make_reviewer()),
}
# act: {state in which it is allowed: the state that it leads to}. Any other pair is refused.
LIFE = {
    claims.open_draft: {State.DRAFT: State.OPEN},
    claims.reject: {State.DRAFT: State.REJECTED},
    claims.take_back: {State.DRAFT: State.REJECTED, State.OPEN: State.REJECTED},
    amending.edit: {state: state for state in (State.DRAFT, State.OPEN, State.PROPOSED, State.DECIDED)},
    merging.merge: {State.OPEN: State.MERGED, State.PROPOSED: State.MERGED},
    merging.unmerge: {State.MERGED: State.OPEN},
    splitting.split: {State.OPEN: State.OPEN, State.PROPOSED: State.PROPOSED},
    links.add: {state: state for state in (State.DRAFT, State.OPEN, State.PROPOSED, State.DECIDED)},
    assessments.propose: {State.OPEN: State.PROPOSED, State.PROPOSED: State.PROPOSED},
    assessments.decide: {State.PROPOSED: State.DECIDED},
    assessments.send_back: {State.PROPOSED: State.OPEN},
    assessments.reopen: {State.DECIDED: State.OPEN},
}


@pytest.mark.parametrize(
    ("act", "state"), list(product(LIFE, State)), ids=lambda value: getattr(value, "__name__", value)
)
def test_life_of_a_claim(act, state):
    claim = claim_in(state)
    kept = Claim.objects.filter(pk=claim.pk).values().get()
    log = Event.objects.filter(claim=claim).count()

    if state in LIFE[act]:
        ACTS[act](claim)
        claim.refresh_from_db()
        assert claim.state == LIFE[act][state]
        assert Event.objects.filter(claim=claim).count() > log
    else:
        with pytest.raises(Refused) as refused:
            ACTS[act](claim)
        assert str(refused.value).endswith(".")
        assert Claim.objects.filter(pk=claim.pk).values().get() == kept
        assert Event.objects.filter(claim=claim).count() == log


def test_table_holds_every_act_on_a_claim():
    acts = {
        act
        for module in (claims, amending, merging, splitting, assessments, links)
        for act in public_functions(module)
    }
    on_a_claim = {act for act in acts if takes_keyword(act, "claim") and takes_keyword(act, "by")}

    assert {act for act in on_a_claim if not act.__name__.startswith("check_")} == set(LIFE) == set(ACTS)


def public_functions(module):
    functions = inspect.getmembers(module, inspect.isfunction)
    return [act for name, act in functions if act.__module__ == module.__name__ and not name.startswith("_")]


def takes_keyword(act, name):
    parameter = inspect.signature(act).parameters.get(name)
    return parameter is not None and parameter.kind == parameter.KEYWORD_ONLY
