from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from claims.reports.evidence import Figures
from claims.reports.explanations import FLAGS, explain, explain_evidence, explain_timing
from claims.vocabulary import PUT_ASIDE, ClaimKind, EvidenceStatus, Flag, State, Timing

END = date(2021, 11, 14)
FIGURES = Figures(
    evidence_status=EvidenceStatus.REPEATED,
    timing=Timing.NOT_DUE,
    verdict=None,
    flags=(),
    articles=2,
    origins=1,
    supporting_origins=1,
    supports=1,
    conflicts=0,
    first_made_on=None,
)


def a_claim(**fields):
    fields = {"kind": ClaimKind.FORECAST, "state": State.OPEN, "window_end": END, "review_on": None} | fields
    return SimpleNamespace(is_forecast=fields["kind"] == ClaimKind.FORECAST, **fields)


def test_repetition_is_told_from_corroboration():
    assert explain_evidence(FIGURES, is_forecast=True) == "2 articles, 1 origin: repeated, not corroborated."


@pytest.mark.parametrize("status", EvidenceStatus)
@pytest.mark.parametrize("is_forecast", [True, False])
def test_every_evidence_status_has_a_sentence(status, is_forecast):
    assert explain_evidence(replace(FIGURES, evidence_status=status), is_forecast=is_forecast).endswith(".")


def test_every_evidence_status_has_a_sentence_of_its_own():
    said = {explain_evidence(replace(FIGURES, evidence_status=status), is_forecast=True) for status in EvidenceStatus}

    assert len(said) == len(EvidenceStatus)


@pytest.mark.parametrize(
    ("timing", "as_of", "sentence"),
    [
        (Timing.NOT_DUE, date(2021, 11, 9), "The window ends on 14 November 2021, in 5 days."),
        (Timing.NOT_DUE, date(2021, 11, 13), "The window ends on 14 November 2021, in 1 day."),
        (Timing.NOT_DUE, END, "The window ends on 14 November 2021, today."),
        (
            Timing.DUE,
            date(2021, 11, 15),
            "The window ended on 14 November 2021; reports may still come in until 17 November 2021.",
        ),
        (Timing.OVERDUE, date(2021, 11, 24), "The window ended 10 days ago. Nothing found is not a refutation."),
        (Timing.CLOSED, END, "An outcome is reported or a verdict decided, so nothing is awaited."),
        (None, END, "Only a forecast falls due."),
    ],
)
def test_the_timing_is_told_in_days(timing, as_of, sentence):
    figures = replace(FIGURES, timing=timing)

    assert explain_timing(a_claim(), figures, as_of=as_of, grace_days=3) == sentence


@pytest.mark.parametrize("timing", [Timing.UNDATED, Timing.REVIEW_DUE])
def test_a_forecast_without_a_last_day_names_its_day_of_review(timing):
    claim = a_claim(window_end=None, review_on=END)

    said = explain_timing(claim, replace(FIGURES, timing=timing), as_of=END, grace_days=3)

    assert "14 November 2021" in said


def test_a_draft_without_any_day_is_explained():
    claim = a_claim(window_end=None)

    assert explain_timing(claim, replace(FIGURES, timing=Timing.UNDATED), as_of=END, grace_days=3).endswith(".")


@pytest.mark.parametrize("state", State)
def test_every_state_is_explained(state):
    assert explain(a_claim(state=state), FIGURES, (), as_of=END, grace_days=3).state.endswith(".")


def test_every_flag_is_explained():
    assert set(FLAGS) == set(Flag)


def test_a_decision_of_a_later_day_is_not_denied():
    said = explain(a_claim(state=State.DECIDED), FIGURES, (), as_of=END, grace_days=3)

    assert said.verdict == "The decision speaks of a later day."


@pytest.mark.parametrize("state", PUT_ASIDE)
def test_nothing_is_awaited_of_a_claim_put_aside(state):
    said = explain_timing(
        a_claim(state=state), replace(FIGURES, timing=Timing.OVERDUE), as_of=date(2021, 12, 1), grace_days=3
    )

    assert said == f"It was {state}, so nothing is awaited."


def test_proposal_of_a_later_day_is_not_counted_as_none():
    explained = explain(a_claim(state=State.PROPOSED), FIGURES, [], as_of=date(2021, 11, 9), grace_days=3)

    assert explained.state == "A proposal awaits a reviewer; it speaks of a later day."
