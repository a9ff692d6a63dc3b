"""The acceptance story of the design, on the demo desk: day by day (D) and record by record (T)."""

import io
import json
from datetime import date

import pytest
from django.core.management import call_command

from claims.models import Claim, Event, Link
from claims.reports.facts import figures_for
from claims.vocabulary import Noun, Verb

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

MUTTAQI = "Muttaqi will visit Islamabad"
WITHDRAWAL = "The US withdrawal will be completed by August 31"
KARZAI = "Hamid Karzai will be part of the team travelling to Qatar"
YAO = "Yao Jing represented China at the Troika Plus of 11 November"

# Everything on record: what was published by a day. status, articles, origins, timing, verdict
BY_DAY = [
    (MUTTAQI, "2021-11-06", ("no_evidence", 0, 0, "not_due", None)),
    (MUTTAQI, "2021-11-07", ("repeated", 2, 1, "not_due", None)),
    (MUTTAQI, "2021-11-09", ("repeated", 3, 1, "not_due", None)),
    (MUTTAQI, "2021-11-10", ("outcome_reported", 5, 3, "closed", None)),
    (WITHDRAWAL, "2021-07-13", ("no_evidence", 0, 0, "not_due", None)),
    (WITHDRAWAL, "2021-07-14", ("single_source", 1, 1, "not_due", None)),
    (WITHDRAWAL, "2021-08-30", ("single_source", 1, 1, "not_due", None)),
    (WITHDRAWAL, "2021-08-31", ("outcome_reported", 2, 2, "closed", "confirmed")),
    (KARZAI, "2021-07-14", ("single_source", 1, 1, "not_due", None)),
    (KARZAI, "2021-07-17", ("single_source", 1, 1, "not_due", None)),
    (KARZAI, "2021-07-18", ("non_occurrence_reported", 2, 2, "closed", "refuted")),
    (YAO, "2021-11-10", ("no_evidence", 0, 0, None, None)),
    (YAO, "2021-11-11", ("conflicting", 2, 2, None, None)),
]
# The day after each record of the claim was made: (records so far, day), then as above.
BY_RECORD = [
    (MUTTAQI, 1, "2021-11-07", ("single_source", 1, 1, "not_due", None)),
    (MUTTAQI, 2, "2021-11-07", ("repeated", 2, 1, "not_due", None)),
    (MUTTAQI, 3, "2021-11-09", ("repeated", 3, 1, "not_due", None)),
    (MUTTAQI, 4, "2021-11-10", ("corroborated", 4, 2, "not_due", None)),
    (MUTTAQI, 4, "2021-11-16", ("corroborated", 4, 2, "due", None)),
    (MUTTAQI, 4, "2021-11-18", ("corroborated", 4, 2, "overdue", None)),
    (MUTTAQI, 5, "2021-11-10", ("outcome_reported", 5, 3, "closed", None)),
    (WITHDRAWAL, 1, "2021-08-31", ("single_source", 1, 1, "not_due", None)),
    (WITHDRAWAL, 2, "2021-08-31", ("outcome_reported", 2, 2, "closed", None)),
    (KARZAI, 1, "2021-07-18", ("single_source", 1, 1, "not_due", None)),
    (KARZAI, 2, "2021-07-18", ("non_occurrence_reported", 2, 2, "closed", None)),
    (YAO, 1, "2021-11-11", ("single_source", 1, 1, None, None)),
    (YAO, 2, "2021-11-11", ("single_source", 1, 1, None, None)),
]


@pytest.mark.parametrize(("statement", "day", "expected"), BY_DAY)
def test_story_holds_day_by_day(statement, day, expected):
    claim = Claim.objects.get(statement=statement)

    assert reported(claim, as_of=day) == expected
    assert computed(claim, day) == expected


@pytest.mark.parametrize(("statement", "records", "day", "expected"), BY_RECORD)
def test_story_holds_record_by_record(statement, records, day, expected):
    claim = Claim.objects.get(statement=statement)
    known = Link.objects.filter(claim=claim).order_by("pk")[records - 1].created_at

    assert reported(claim, as_of=day, recorded_by=known.isoformat()) == expected
    assert computed(claim, day, known) == expected


def test_undated_report_conflicts_from_the_moment_its_date_was_recorded():
    claim = Claim.objects.get(statement=YAO)
    dated = Event.objects.get(noun=Noun.ARTICLE, verb=Verb.CHANGED, after__published_on="2021-11-11")

    assert computed(claim, "2021-11-11", dated.at)[0] == "conflicting"
    assert reported(claim, as_of="2021-11-11", recorded_by=dated.at.isoformat())[0] == "conflicting"


def test_verdict_stands_from_the_decision_on_and_not_before():
    claim = Claim.objects.get(statement=WITHDRAWAL)
    proposal, decision = claim.assessments.order_by("pk")

    assert computed(claim, "2021-08-31", proposal.created_at)[-1] is None
    assert computed(claim, "2021-08-31", decision.created_at)[-1] == "confirmed"


def test_supports_and_conflicts_are_counted_by_article():
    rows = report(as_of="2021-11-16")

    assert [(rows[one]["supports"], rows[one]["conflicts"]) for one in (MUTTAQI, WITHDRAWAL, KARZAI, YAO)] == [
        (4, 0),
        (1, 0),
        (0, 1),
        (0, 1),
    ]


def reported(claim, **options):
    """Return what `claim_report` says of `claim`."""
    row = report(**options)[claim.statement]
    return tuple(row[name] for name in ("evidence_status", "articles", "origins", "timing", "verdict"))


def report(**options):
    out = io.StringIO()
    call_command("claim_report", format="json", stdout=out, **options)
    return {row["statement"]: row for row in json.loads(out.getvalue())}


def computed(claim, day, recorded_by=None):
    """Return the same from the pure function over the records."""
    got = figures_for([claim], as_of=date.fromisoformat(day), recorded_by=recorded_by)[claim.pk]
    return got.evidence_status, got.articles, got.origins, got.timing, got.verdict
