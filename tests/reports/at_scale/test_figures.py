"""What is computed by columns is what the pure function says: for any facts, and for any history, day and moment."""

from dataclasses import replace

import numpy as np
import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reports.at_scale.columns import NOTHING, number_of
from claims.reports.at_scale.doubts import conflict_moments, move_moments
from claims.reports.at_scale.each import BASES, INDEPENDENCES, STANCES, ClaimColumns, Each, LinkColumns
from claims.reports.at_scale.figures import COUNTS, Listed, figures_by_column, listed_figures
from claims.reports.at_scale.judged import judge
from claims.reports.evidence import figures, moves_since
from claims.reports.history import Past
from claims.services import amending
from claims.vocabulary import (
    SPEAKING,
    Basis,
    ClaimKind,
    EvidenceStatus,
    Flag,
    Independence,
    Stance,
    Step,
    Timing,
    Verdict,
)
from tests.factories import make_claim, make_link
from tests.reports.test_evidence import GRACE, assessments, days, some_claim, some_links

SHOWN = Listed._fields


def shown(figures_of_claim):
    """What the pure function says, as reports list it."""
    one = {name: getattr(figures_of_claim, name) for name in SHOWN}
    return Listed(**one)


# Any facts ----------------------------------------------------------------------------------------------------------

cases = st.lists(st.tuples(some_claim(), some_links(), assessments), max_size=6)


def telling(links):
    """The same links, but all of them live and of articles and origins of their own: so many sides conflict."""
    standing = {"withdrawn_at": None, "suspended_since": None}
    own = {link.id: {"article": 10 + link.id, "origin": 10 + link.id} for link in links}
    independence = {True: Independence.INDEPENDENT, False: ""}
    return [
        replace(link, independence=independence[link.stance in SPEAKING], **standing, **own[link.id])
        for link in links
    ]


sides = (Stance.ASSERTS, Stance.SUPPORTS, Stance.REFUTES)
contested = st.lists(st.tuples(some_claim(), some_links(sides).map(telling), assessments), max_size=6)


@given(cases, days)
@settings(max_examples=200)
def test_columns_add_up_to_what_the_pure_function_says_of_each_claim(some, as_of):
    judged = judge(claims_in_columns(some, as_of), links_in_columns(some), as_of=number_of(as_of), grace_days=GRACE)

    assert listed(judged) == [shown(figures(*case, as_of=as_of, grace_days=GRACE)) for case in some]


@given(st.one_of(cases, contested), days)
@settings(max_examples=200)
def test_columns_know_since_when_the_evidence_conflicts_and_a_decision_is_to_be_looked_at(some, as_of):
    each = Each(claims_in_columns(some, as_of), links_in_columns(some), number_of(as_of))
    conflicting = [is_conflicting(*case, as_of) for case in some]

    conflicts, moves = conflict_moments(each).tolist(), move_moments(each).tolist()

    assert [moment for moment, holds in zip(conflicts, conflicting, strict=True) if holds] == [
        number_of(conflict_since(claim, counted(claim, links, as_of)))
        for (claim, links, _), holds in zip(some, conflicting, strict=True)
        if holds
    ]
    assert moves == [number_of(moved_first(*case, as_of)) for case in some]


def is_conflicting(claim, links, made, as_of):
    return figures(claim, links, made, as_of=as_of, grace_days=GRACE).evidence_status == EvidenceStatus.CONFLICTING


def counted(claim, links, as_of):
    uncounted = figures(claim, links, as_of=as_of, grace_days=GRACE).uncounted
    return [link for link in links if link.withdrawn_at is None and link.id not in uncounted]


def conflict_since(claim, counted):
    """Return when the later of the two sides got its first link that counts."""
    against = first_telling(counted, Stance.REFUTES, Basis.OUTCOME)
    if claim.kind == ClaimKind.FORECAST:
        happened = first_telling(counted, Stance.SUPPORTS, Basis.OUTCOME)
        if against and happened:
            return max(against, happened)
        against = first_telling(counted, Stance.REFUTES, Basis.EXPECTATION)
    made = [link.recorded_at for link in counted if link.stance in (Stance.ASSERTS, Stance.SUPPORTS)]
    return max(against, min(made, default=against))


def first_telling(counted, stance, basis):
    return min((link.recorded_at for link in counted if link.is_telling(stance, basis)), default=None)


def moved_first(claim, links, made, as_of):
    standing = decision(made, as_of)
    if standing is None:
        return None
    return min(moves_since(claim, links, counted(claim, links, as_of), standing.recorded_at), default=None)


def numbers(values):
    return np.array(list(values), dtype=np.int64)


def claims_in_columns(some, as_of):
    decisions = [decision(made, as_of) for _, _, made in some]
    plain = ("window_start", "window_end", "review_on", "amended_at")
    return ClaimColumns(
        keys=np.arange(len(some)),
        is_forecast=np.array([claim.kind == ClaimKind.FORECAST for claim, _, _ in some], dtype=bool),
        **{name: numbers(number_of(getattr(claim, name)) for claim, _, _ in some) for name in plain},
        decided_at=numbers(number_of(one and one.recorded_at) for one in decisions),
        verdict=numbers(Verdict.values.index(one.verdict) if one else NOTHING for one in decisions),
        is_disputed=np.array([disputed(made, as_of) for _, _, made in some], dtype=bool),
    )


def decision(made, as_of):
    standing = [one for one in made if one.step == Step.DECISION and one.as_of <= as_of]
    return max(standing, key=lambda one: one.recorded_at, default=None)


def disputed(made, as_of):
    return len({one.verdict for one in made if one.step == Step.PROPOSAL and one.as_of <= as_of}) > 1


def links_in_columns(some):
    pairs = [(place, link) for place, (_, links, _) in enumerate(some) for link in links]
    moments_and_days = ("published_on", "recorded_at", "withdrawn_at", "suspended_since")
    words = {"stance": STANCES, "basis": BASES, "independence": INDEPENDENCES}
    return LinkColumns(
        holder=numbers(place for place, _ in pairs),
        key=numbers(link.id for _, link in pairs),
        article=numbers(link.article for _, link in pairs),
        origin=numbers(NOTHING if link.origin is None else link.origin for _, link in pairs),
        **{name: numbers(number_of(getattr(link, name)) for _, link in pairs) for name in moments_and_days},
        **{name: numbers(place_of(getattr(link, name), known) for _, link in pairs) for name, known in words.items()},
    )


def place_of(word, known):
    return known.index(word) if word else NOTHING


def listed(judged):
    return [
        Listed(
            evidence_status=EvidenceStatus.values[judged.evidence_status[place]],
            timing=None if judged.timing[place] == NOTHING else Timing.values[judged.timing[place]],
            verdict=None if judged.verdict[place] == NOTHING else Verdict.values[judged.verdict[place]],
            flags=tuple(flag for flag in Flag if judged.flags[flag][place]),
            **{name: int(getattr(judged, name)[place]) for name in COUNTS},
        )
        for place in range(len(judged.evidence_status))
    ]


@pytest.mark.django_db
def test_few_claims_are_left_to_the_pure_function_and_say_the_same(monkeypatch):
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    make_link(claim)

    alone = listed_figures([claim.pk])
    monkeypatch.setattr("claims.reports.at_scale.figures.FEW", 0)

    assert listed_figures([claim.pk]) == alone
    assert listed_figures([claim.pk, twin.pk])[claim.pk] == alone[claim.pk]


@pytest.mark.django_db
def test_a_claim_made_later_has_no_figures_by_column_either():
    past = Past(timezone.now())

    claim = make_claim()

    assert figures_by_column([claim.pk], past=past) == {}


@pytest.mark.django_db
def test_a_kind_changed_since_is_read_as_it_was():
    claim = make_claim()
    past = Past(timezone.now())
    amending.edit(claim=claim, values={"kind": ClaimKind.EVENT}, by=claim.owner)

    then, now = (figures_by_column([claim.pk], past=one)[claim.pk] for one in (past, Past(None)))

    assert (then.timing is None, now.timing is None) == (False, True)
