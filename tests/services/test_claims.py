"""Claims: their life as a table, amendments, merging and splitting."""

import inspect
from datetime import date
from itertools import product

import pytest

from claims.errors import NotAllowed, Refused, Stale
from claims.models import Claim, ClaimFigures, Event, Link
from claims.services import assessments, claims, links
from claims.vocabulary import ClaimKind, Closing, EvidenceStatus, State, Verb, Verdict
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


def claim_in(state):
    """Return a claim that people have brought into `state`."""
    claim = make_claim(opened=state not in (State.DRAFT, State.REJECTED))
    if state in (State.PROPOSED, State.DECIDED):
        make_link(claim)
        make_proposal(claim)
    if state == State.DECIDED:
        make_decision(claim)
    if state == State.REJECTED:
        claims.reject(claim=claim, reason="No claim.", by=claim.owner)
    if state == State.MERGED:
        claims.merge(claim=claim, into=make_claim(), reason="The same.", by=make_reviewer())
    return Claim.objects.get(pk=claim.pk)


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
    claims.edit: lambda claim: claims.edit(claim=claim, values={"topic_names": ["Trade"]}, by=make_analyst()),
    claims.merge: lambda claim: claims.merge(claim=claim, into=make_claim(), reason="Same.", by=make_reviewer()),
    claims.unmerge: lambda claim: claims.unmerge(claim=claim, reason="Not the same.", by=make_reviewer()),
    claims.split: lambda claim: claims.split(
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
    claims.edit: {state: state for state in (State.DRAFT, State.OPEN, State.PROPOSED, State.DECIDED)},
    claims.merge: {State.OPEN: State.MERGED, State.PROPOSED: State.MERGED},
    claims.unmerge: {State.MERGED: State.OPEN},
    claims.split: {State.OPEN: State.OPEN, State.PROPOSED: State.PROPOSED},
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
    acts = {act for module in (claims, assessments, links) for act in public_functions(module)}
    on_a_claim = {act for act in acts if takes_keyword(act, "claim") and takes_keyword(act, "by")}

    assert {act for act in on_a_claim if not act.__name__.startswith("check_")} == set(LIFE) == set(ACTS)


def public_functions(module):
    functions = inspect.getmembers(module, inspect.isfunction)
    return [act for name, act in functions if act.__module__ == module.__name__ and not name.startswith("_")]


def takes_keyword(act, name):
    parameter = inspect.signature(act).parameters.get(name)
    return parameter is not None and parameter.kind == parameter.KEYWORD_ONLY


# Making -------------------------------------------------------------------------------------------------------------


def test_claim_is_numbered_linked_to_its_words_and_logged():
    first, second = make_claim(), make_claim()

    assert second.number == first.number + 1
    assert Link.objects.asserting().get(claim=second).passage.exact == FORETOLD
    assert set(Event.objects.filter(claim=second).values_list("verb", flat=True)) == {
        Verb.CREATED,
        Verb.LINKED,
        Verb.OPENED,
    }
    assert ClaimFigures.objects.get(claim=second).evidence_status == EvidenceStatus.SINGLE_SOURCE


def test_forecast_without_an_end_is_reviewed_some_days_after_it_was_published(settings):
    settings.FACTCHECK_REVIEW_DAYS = 30

    claim = make_claim(article=make_article(published_on=date(2021, 11, 7)), window_end=None)

    assert claim.review_on == date(2021, 12, 7)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"statement": "  "}, "A claim needs a statement."),
        ({"statement": "x" * 501}, "at most 500 characters"),
        ({"quote": "words that stand nowhere"}, "do not stand in the newest version"),
        (
            {"window_start": date(2021, 11, 9), "window_end": date(2021, 11, 8), "window_basis": "stated"},
            "ends before it starts",
        ),
        ({"window_end": date(2021, 11, 9), "window_basis": ""}, "Say where the window comes from."),
        ({"window_end": None, "window_basis": "stated"}, "A window needs a first or a last day"),
    ],
)
def test_claim_that_says_nothing_checkable_is_refused(fields, sentence):
    with pytest.raises(Refused, match=sentence):
        make_claim(**fields)

    assert not Claim.objects.exists()
    assert not Link.objects.exists()


def test_draft_is_not_rejected_without_a_reason():
    claim = make_claim(opened=False)

    with pytest.raises(Refused, match="Say why the draft is rejected"):
        claims.reject(claim=claim, reason=" ", by=claim.owner)

    claim.refresh_from_db()
    assert claim.state == State.DRAFT


# Editing ------------------------------------------------------------------------------------------------------------


def test_edit_of_ones_own_untouched_claim_is_no_amendment():
    claim = make_claim()

    claims.edit(claim=claim, values={"statement": "Muttaqi will visit Pakistan"}, by=claim.owner)

    event = Event.objects.filter(claim=claim).first()
    claim.refresh_from_db()
    assert (event.verb, claim.amended_at) == (Verb.CHANGED, None)
    assert (event.before, event.after) == (
        {"statement": "Muttaqi will visit Islamabad"},
        {"statement": "Muttaqi will visit Pakistan"},
    )


def test_amendment_needs_a_reason():
    claim = make_claim()
    make_link(claim)

    with pytest.raises(Refused, match="this is an amendment: say why it changes"):
        claims.edit(claim=claim, values={"statement": "Muttaqi will visit Pakistan"}, by=claim.owner)

    claim.refresh_from_db()
    assert claim.statement == "Muttaqi will visit Islamabad"


def test_amendment_voids_live_proposals():
    claim = claim_in(State.PROPOSED)

    claims.edit(claim=claim, values={"window_end": date(2021, 11, 20)}, reason="Misread.", by=claim.owner)

    claim.refresh_from_db()
    assert claim.state == State.OPEN
    assert claim.assessments.get().closing == Closing.AMENDED
    assert Event.objects.filter(claim=claim).first().verb == Verb.AMENDED


def test_amendment_flags_a_decision_that_stays():
    claim = claim_in(State.DECIDED)

    claims.edit(claim=claim, values={"criteria": "He was seen there."}, reason="Clearer.", by=claim.owner)

    claim.refresh_from_db()
    assert claim.state == State.DECIDED
    assert claim.figures.needs_review
    assert claim.figures.verdict == Verdict.CONFIRMED


def test_topics_and_owner_change_without_amendment():
    claim = claim_in(State.PROPOSED)

    claims.edit(claim=claim, values={"owner": None, "topic_names": ["Trade"]}, by=claim.owner)

    claim.refresh_from_db()
    assert (claim.state, claim.owner, claim.amended_at) == (State.PROPOSED, None, None)
    assert [topic.name for topic in claim.topics.all()] == ["Trade"]


def test_stale_edit_is_refused_and_saves_nothing():
    claim = make_claim()
    loaded = claim.lock_version
    claims.edit(claim=claim, values={"statement": "The first to save"}, by=claim.owner, lock_version=loaded)

    with pytest.raises(Stale, match="Nothing was saved"):
        claims.edit(claim=claim, values={"statement": "The second"}, by=make_analyst(), lock_version=loaded)

    claim.refresh_from_db()
    assert claim.statement == "The first to save"


def test_edit_that_changes_nothing_is_refused():
    claim = make_claim()

    with pytest.raises(Refused, match="Nothing was changed"):
        claims.edit(claim=claim, values={"statement": f" {claim.statement} "}, by=claim.owner)


def test_open_forecast_keeps_a_day_on_which_it_falls_due():
    claim = make_claim()

    with pytest.raises(Refused, match="A forecast needs a last day"):
        claims.edit(claim=claim, values={"window_end": None}, by=claim.owner)


# Merging and splitting ----------------------------------------------------------------------------------------------


def test_merging_moves_no_link_and_counts_them_for_the_target():
    into, claim = make_claim(), make_claim()
    link = make_link(claim)

    claims.merge(claim=claim, into=into, reason="The same visit.", by=make_reviewer())

    link.refresh_from_db()
    assert link.claim == claim
    assert ClaimFigures.objects.get(claim=into).evidence_status == EvidenceStatus.OUTCOME_REPORTED


def test_unmerging_takes_the_evidence_back():
    into, claim = make_claim(), make_claim()
    make_link(claim)
    claims.merge(claim=claim, into=into, reason="The same visit.", by=make_reviewer())

    claims.unmerge(claim=claim, reason="Two visits.", by=make_reviewer())

    claim.refresh_from_db()
    assert (claim.state, claim.merged_into) == (State.OPEN, None)
    assert ClaimFigures.objects.get(claim=into).evidence_status == EvidenceStatus.SINGLE_SOURCE
    assert ClaimFigures.objects.get(claim=claim).evidence_status == EvidenceStatus.OUTCOME_REPORTED


@pytest.mark.parametrize("state", [State.DRAFT, State.REJECTED, State.MERGED])
def test_nothing_is_merged_into_a_claim_that_is_not_open(state):
    claim, into = make_claim(), claim_in(state)

    with pytest.raises(Refused, match="choose a claim that is open"):
        claims.merge(claim=claim, into=into, reason="The same.", by=make_reviewer())

    claim.refresh_from_db()
    assert claim.state == State.OPEN


def test_claim_is_not_merged_into_itself():
    claim = make_claim()

    with pytest.raises(Refused, match="into itself"):
        claims.merge(claim=claim, into=claim, reason="The same.", by=make_reviewer())


def test_merges_make_no_chains():
    last, middle, first = make_claim(), make_claim(), make_claim()
    claims.merge(claim=first, into=middle, reason="The same.", by=make_reviewer())

    with pytest.raises(Refused, match="Take these apart first"):
        claims.merge(claim=middle, into=last, reason="The same.", by=make_reviewer())


def test_analyst_cannot_merge():
    with pytest.raises(NotAllowed, match="Only reviewers"):
        claims.merge(claim=make_claim(), into=make_claim(), reason="The same.", by=make_analyst())


def test_split_makes_drafts_with_copies_of_the_live_links():
    claim = make_claim(topic_names=["Trade"])
    kept = make_link(claim)
    gone = make_link(claim)
    links.withdraw(link=gone, reason="A mistake.", by=make_analyst())

    parts = claims.split(claim=claim, statements=["He will come", "They will talk"], reason="Two.", by=make_analyst())

    assert [(part.statement, part.state, part.split_from) for part in parts] == [
        ("He will come", State.DRAFT, claim),
        ("They will talk", State.DRAFT, claim),
    ]
    for part in parts:
        copied = set(Link.objects.filter(claim=part).values_list("passage", flat=True))
        assert copied == {kept.passage_id, Link.objects.asserting().get(claim=claim).passage_id}
        assert [topic.name for topic in part.topics.all()] == ["Trade"]
        assert part.figures.evidence_status == EvidenceStatus.OUTCOME_REPORTED
    assert Link.objects.filter(claim=claim).live().count() == 2


def test_split_into_one_is_refused():
    claim = make_claim()

    with pytest.raises(Refused, match="at least two claims"):
        claims.split(claim=claim, statements=["He will come"], reason="Two.", by=make_analyst())

    assert Claim.objects.count() == 1


def test_kinds_without_a_window_need_no_day():
    claim = make_claim(kind=ClaimKind.BACKGROUND)

    assert (claim.state, claim.window_end, claim.review_on) == (State.OPEN, None, None)
