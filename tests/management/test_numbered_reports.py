"""`manage.py claim_report --report`: the same bytes for the same question, and refusals that name the option."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from claims.reports.numbered.registry import REPORTS
from claims.reports.scope import Scope
from claims.reports.writing.formats import FORMATS
from claims.services import editions
from tests.factories import make_claim, make_decision, make_link, make_reviewer

ROOT = Path(__file__).parents[2]


@pytest.fixture
def claim(db):
    claim = make_claim(topic_names=["Diplomacy", "Troika"])
    make_link(claim)
    return claim


def report(tmp_path, **options):
    out = tmp_path / "report"
    call_command("claim_report", out=str(out), **options)
    return out.read_bytes()


@pytest.mark.parametrize("code", REPORTS)
@pytest.mark.parametrize("name", FORMATS)
def test_every_report_is_written_in_every_format(claim, tmp_path, code, name):
    assert report(tmp_path, report=code, format=name)


@pytest.mark.parametrize("name", ["xlsx", "pdf", "html"])
def test_without_a_report_these_hold_every_live_claim(claim, tmp_path, name):
    moment = timezone.now().isoformat()

    rows = report(tmp_path, format=name, recorded_by=moment)

    assert rows == report(tmp_path, report="R11", format=name, recorded_by=moment)


def test_a_topic_narrows_the_report(claim, tmp_path):
    make_claim(statement="Qureshi will open the meeting")

    every = json.loads(report(tmp_path, report="R11", format="json"))
    one = json.loads(report(tmp_path, report="R11", format="json", topic="diplomacy"))

    assert [row["number"] for row in one["tables"][0]["rows"]] == [claim.number]
    assert len(every["tables"][0]["rows"]) == 2


def test_the_change_log_begins_when_it_is_asked_to(claim, tmp_path):
    def changes(**options):
        return json.loads(report(tmp_path, report="R10", format="json", **options))["tables"][0]["rows"]

    assert changes(since="2021-11-09")
    assert changes(since=timezone.now().isoformat()) == []


def test_the_change_log_tells_of_one_claim_alone(tmp_path, claim):
    make_claim()

    written = json.loads(report(tmp_path, report="R10", format="json", since="2021-11-09", claim=f"c-{claim.number}"))

    assert {row["number"] for row in written["tables"][0]["rows"]} == {claim.number}
    assert written["asked"]["Claim"] == claim.label


def test_the_change_log_says_since_when_it_tells(claim, tmp_path):
    asked = json.loads(report(tmp_path, report="R10", format="json", recorded_by="2021-11-09T18:00"))["asked"]

    assert asked["Changed since"] == "2 November 2021, 00:00:00 UTC"


@pytest.mark.parametrize("name", ["json", "csv", "xlsx", "pdf", "html", "table"])
def test_the_change_log_is_the_same_by_the_command_and_on_the_web(claim, tmp_path, client, name):
    client.force_login(make_reviewer())
    moment = timezone.now().isoformat()

    web = client.get(reverse("report-download", args=["R10", name], query={"recorded_by": moment}))

    assert report(tmp_path, report="R10", format=name, recorded_by=moment) == web.content


def test_the_command_gives_an_edition_with_a_period_of_publication_again(claim, tmp_path):
    period = {"published_from": "2021-11-01", "published_to": "2021-11-08"}
    days = {name: date.fromisoformat(day) for name, day in period.items()}
    edition = editions.freeze(title="Week 44", code="R11", scope=Scope(**days), by=make_reviewer())
    cut_offs = {"as_of": edition.as_of.isoformat(), "recorded_by": edition.recorded_by.isoformat()}

    again = json.loads(report(tmp_path, report="R11", format="json", **period, **cut_offs))

    assert again["sha256"] == edition.sha256
    assert [row["number"] for row in again["tables"][0]["rows"]] == [claim.number]


def test_a_period_of_publication_narrows_the_report(claim, tmp_path):
    def claims(**period):
        return json.loads(report(tmp_path, report="R11", format="json", **period))["tables"][0]["rows"]

    assert claims(published_to="2021-11-07")
    assert claims(published_from="2021-11-08") == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"report": "R99"}, "--report: there is no report “R99”. Choose from R1, "),
        ({"report": "R1", "topic": "sport"}, "--topic: there is no topic “sport”. Known are: diplomacy, troika."),
        ({"report": "R1", "owner": "nobody"}, "--owner: there is no person “nobody”"),
        ({"report": "R1", "outlet": "Nowhere"}, "--outlet: there is no outlet “Nowhere”"),
        ({"report": "R1", "as_of": "soon"}, "--as-of: “soon” is no date"),
        ({"report": "R10", "since": "then"}, "--since: “then” is no moment"),
        (
            {"report": "R10", "since": "2021-11-09", "recorded_by": "2021-11-09"},
            "--since: the period ends before it begins",
        ),
        ({"report": "R1", "since": "2021-11-09"}, "--since: only R10 can be asked this."),
        ({"report": "R1", "since": "2021-11-09", "claim": "C-1"}, "--since and --claim: only R10 can be asked this."),
        ({"report": "R10", "claim": "C-99"}, "--claim: there is no claim “C-99”"),
        ({"report": "R1", "recorded_by": "then"}, "--recorded-by: “then” is no moment"),
        ({"report": "R1", "out": "/nowhere/at/all"}, "--out: /nowhere/at/all cannot be written"),
        ({"report": "R1", "out": ""}, "--out: this names no file"),
        ({"published_from": "2022-W01"}, "--published-from: “2022-W01” is no date"),
        (
            {"published_from": "2022-01-01", "as_of": "2021-11-09"},
            "--published-from: The period begins after the last",
        ),
        ({"published_from": "2021-11-09", "published_to": "2021-11-01"}, "--published-to: The period ends before it"),
    ],
)
def test_a_refusal_names_the_option(claim, options, said):
    with pytest.raises(CommandError) as refused:
        call_command("claim_report", **options)

    assert str(refused.value).startswith(said)


def test_a_change_log_since_today_alone_is_refused(claim):
    with pytest.raises(CommandError, match="--since: the period ends before it begins"):
        call_command("claim_report", report="R10", since=timezone.localdate().isoformat())


@pytest.mark.django_db(transaction=True)
def test_two_processes_write_the_same_bytes(tmp_path):
    claim = make_claim(topic_names=["Diplomacy", "Troika"])
    make_link(claim)
    make_decision(claim)
    make_link(make_claim(statement="Qureshi will open the meeting"))
    moment = timezone.now().isoformat()

    first, second = (in_a_process(tmp_path / seed, moment, seed) for seed in ("1", "2"))

    assert len(first) == len(REPORTS) + 2
    assert all(first.values())
    assert [name for name in first if first[name] != second[name]] == []


WRITES_ALL = """
import sys
import django
django.setup()
from django.core.management import call_command
from claims.reports.numbered.registry import REPORTS
folder, moment = sys.argv[1:]
for code, name in [*((code, "json") for code in REPORTS), ("R11", "xlsx"), ("R11", "pdf")]:
    asked = {"report": code, "format": name, "as_of": "2021-11-30", "recorded_by": moment}
    call_command("claim_report", out=f"{folder}/{code}.{name}", **asked)
"""


def in_a_process(folder, moment, seed):
    """Return {name of a file: its bytes} of what a process of its own writes, on the database of this test."""
    folder.mkdir()
    env = os.environ | {
        "PYTHONHASHSEED": seed,
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "factcheck.settings",
    }
    subprocess.run([sys.executable, "-c", WRITES_ALL, str(folder), moment], cwd=ROOT, env=env, check=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def database_url():
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"
