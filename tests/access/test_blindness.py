"""Nothing of a blind proposal shows anywhere: every address, every report, the mails and the log, word for word.

The desk is looked at twice, as somebody who must not know: with one proposal and with another in its place. Whatever
differs would tell them what was proposed, were it one number. What speaks of neither the claim nor its author and is
no report is looked at once.
"""

import io
import re
from datetime import date, timedelta
from itertools import count
from unittest import mock

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse

from claims.models import Assessment, Claim, Event, Seal
from claims.reports.numbered.parts import Counted, Share
from claims.reports.numbered.registry import REPORTS, build
from claims.reports.scope import Scope
from claims.services import amending, assessments, inbox, proposal_requests, seals
from claims.vocabulary import Confidence, Verdict
from tests.access.test_access_matrix import ADMIN, MATRIX, NO_SUCH_METHOD, REVIEW_NO_SUCH_METHOD, admin_url, url_of
from tests.access.world import make_blind, make_people, make_world
from tests.factories import make_analyst, make_reviewer

pytestmark = pytest.mark.django_db

NOW = "2031-03-03 08:00"
SECRETS = (
    {
        "verdict": Verdict.MOOT, "confidence": Confidence.LOW, "rationale": "MARKER of a zebra",
        "what_would_change": "MARKER to change it", "as_of": date(2022, 4, 5),
    },
    {
        "verdict": Verdict.UNRESOLVED, "unresolved_reason": "conflicting", "confidence": Confidence.HIGH,
        "rationale": "MARKER of the second, longer words", "what_would_change": "", "as_of": date(2020, 8, 9),
        "relied_on": [],
    },
)  # fmt: skip
TOLD = re.compile(r"MARKER|2022-04-05|2020-08-09|April 2022|Apr 2022|August 2020|Aug 2020")
NEAR = re.compile("Gwadar|alice")
REPORT = re.compile(r"/reports/|\?")
OF_THE_CLAIM = re.compile(r"/(claims|queue|inbox|search|reports/R8)/|/admin/claims/(assessment|seal|claim|event)/|/$")
SENT = ("claim-decide", "claim-send-back", "claim-propose", "claim-merge", "claim-edit", "claim-ask")
CLAIM_NEEDS = ("open", "proposed", "decided", "blind")


@pytest.fixture
def desk():
    mailing = override_settings(EMAIL_HOST="mail.example", FACTCHECK_URL="https://desk.example")
    with time_machine.travel(NOW, tick=False) as clock, mailing:
        people = make_people()
        take_mail(people["analyst"])
        rows = make_world(people)
        if connection.vendor == "postgresql":
            # So many pages are asked for; what other tests took back must not mislead whoever plans the queries.
            connection.cursor().execute("ANALYZE")
        # What is done at the moment at which a person came is no news to them.
        clock.shift(timedelta(hours=1))
        yield rows | {"people": people}


def take_mail(person):
    person.email = "analyst@desk.example"
    person.save(update_fields=["email"])
    inbox.choose_digest(digest="daily", by=person)


def propose(desk, secret):
    """Let Alice speak blind on a claim of the analyst, who is mailed what concerns them; return the claim.

    All else is called the same each time, so that lists by name have one order.
    """
    owner = desk["people"]["analyst"]
    with mock.patch("tests.factories.counter", count(10_000)):
        claim = make_blind("Muttaqi will visit Gwadar", by=make_analyst("alice"), owner=owner, **secret)
    claim.refresh_from_db()
    proposal_requests.ask(claim=claim, note="One more, please.", by=make_reviewer("rosa"))
    return claim


def addresses(desk, claim):
    """Yield every address of the desk, of the claim where it is of one, and of the records that belong to it."""
    needs = desk | {need: {"number": claim.number} for need in CLAIM_NEEDS}
    yield from (url_of(needs, name) for name in MATRIX if is_page(name, MATRIX[name][1]))
    yield from (admin_url(name) for name in ADMIN if name.endswith(("_changelist", "_change")))
    yield from (reverse("report-download", args=[code, name]) for code in REPORTS for name in ("csv", "html"))
    yield from (reverse("report-detail", args=[code]) for code in REPORTS)
    yield from (reverse("report-rows", args=["R8", key]) for key in keys_of("R8"))
    yield from of_records(claim)
    yield from (f"{reverse('queue-proposals')}?verdict={verdict}" for verdict in Verdict)
    yield from (f"{reverse('search')}?q={word}" for word in ("zebra", "moot", "unresolved"))
    page = claim.get_absolute_url()
    yield from (f"{page}?{query}" for query in ("as_of=2021-11-12", "as_of=2030-01-01", "recorded_by=2031-03-03"))
    yield f"{page}pulse/?since=1"
    yield f"{page}?log=all"
    yield f"{reverse('waiting-detail', args=['proposals', claim.pk])}"


def is_page(name, answers_to_get):
    """Whether anybody is shown something there; a file is written from the document that the page shows."""
    return answers_to_get not in (NO_SUCH_METHOD, REVIEW_NO_SUCH_METHOD) and not name.endswith("-download")


def keys_of(code):
    """Return the key of every figure of a report that opens its records."""
    report = build(code, Scope())
    cells = [figure.value for figure in report.figures]
    cells += [cell for table in report.tables for row in (*table.rows, table.total) for cell in row]
    counted = [one for cell in cells for one in ([cell.part, cell.whole] if isinstance(cell, Share) else [cell])]
    return sorted({one.key for one in counted if isinstance(one, Counted)})


def of_records(claim):
    """Yield the addresses in the admin of what is on record of a claim, and lists that search and filter it."""
    seal = Seal.objects.get(proposal__claim=claim)
    for model, pk in (("assessment", seal.proposal_id), ("seal", seal.pk), ("claim", claim.pk)):
        yield reverse(f"admin:claims_{model}_change", args=[pk])
    for event in Event.objects.filter(claim=claim):
        yield reverse("admin:claims_event_change", args=[event.pk])
    found = reverse("admin:claims_assessment_changelist")
    yield from (f"{found}?q={word}" for word in ("zebra", claim.label))
    yield from (f"{found}?verdict__exact={verdict}" for verdict in Verdict)
    yield reverse("admin:claims_event_changelist") + f"?q={claim.label}"


def seen_by(person, desk, secret, *, then=lambda claim: None, at=lambda url: True):
    """Return {address: what `person` is shown there} with `secret` proposed; nothing of it is left behind."""
    number_rows_alike()
    with transaction.atomic():
        claim = propose(desk, secret)
        then(claim)
        client = Client()
        client.force_login(person)
        shown = {url: answer(client.get, url) for url in addresses(desk, claim) if at(url)}
        sent = (reverse(name, args=[claim.number]) for name in SENT)
        shown |= {f"sent: {url}": answer(client.post, url) for url in sent}
        shown |= {f"command: {code}": written(code) for code in REPORTS} | {"mails": mailed()}
        transaction.set_rollback(True)
    return shown


def number_rows_alike():
    """Let the next row of each table have the key after the last: PostgreSQL counts on over rows taken back."""
    with connection.cursor() as cursor:
        for reset in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(reset)


def answer(ask, url):
    with transaction.atomic():
        response = ask(url)
        transaction.set_rollback(True)
    return f"{response.status_code} {response.headers.get('Location', '')} {normalised(response.getvalue().decode())}"


def mailed():
    mail.outbox.clear()
    call_command("send_digests", stdout=io.StringIO())
    return "\n".join(normalised(one.body) for one in mail.outbox)


def written(code):
    out = io.StringIO()
    call_command("claim_report", report=code, format="json", stdout=out)
    return normalised(out.getvalue())


def normalised(text):
    """Leave out what differs each time: tokens against forgery and against sending twice."""
    return re.sub(r"[A-Za-z0-9]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", text)


@pytest.mark.parametrize("role", ["analyst", "reviewer"])
def test_nothing_of_a_blind_proposal_shows_anywhere(desk, role):
    person = desk["people"][role]

    first = seen_by(person, desk, SECRETS[0])
    near = {url for url, text in first.items() if NEAR.search(text) or REPORT.search(url)}
    second = seen_by(person, desk, SECRETS[1], at=near.__contains__)

    assert [url for url, text in [*first.items(), *second.items()] if TOLD.search(text)] == []
    assert [url for url in second if first[url] != second[url]] == []
    assert "proposed a verdict on" in first["mails"]


def withdraw(claim):
    proposal = Assessment.objects.get(claim=claim)
    assessments.withdraw_proposal(proposal=proposal, by=proposal.author)


def amend(claim):
    amending.edit(claim=claim, values={"criteria": "Seen by two."}, reason="Tidier.", by=make_analyst("amy"))


@pytest.mark.parametrize(("role", "end"), [("reviewer", withdraw), ("analyst", amend)])
def test_nor_does_it_once_it_was_taken_back_or_voided(desk, role, end):
    person = desk["people"][role]

    first, second = (seen_by(person, desk, secret, then=end, at=OF_THE_CLAIM.match) for secret in SECRETS)

    assert [url for url, text in [*first.items(), *second.items()] if TOLD.search(text)] == []
    assert [url for url in first if first[url] != second[url]] == []


def test_what_is_looked_at_shows_the_proposal_once_its_round_is_open(desk):
    rosa = make_reviewer("rosa-maria")
    near = re.compile(r"/claims/\d+/(decide/|send-back/|\?log=all)?$|/admin/claims/(assessment|event)/")

    shown = seen_by(rosa, desk, SECRETS[0], then=lambda claim: seals.open_round(claim=claim, by=rosa), at=near.match)

    telling = {url for url, text in shown.items() if TOLD.search(text)}
    number = max(Claim.objects.values_list("number", flat=True)) + 1
    page = f"/claims/{number}/"
    assert {page, f"{page}decide/", f"{page}send-back/", f"sent: {page}decide/"} <= telling
    assert {url.split("/")[3] for url in telling if url.startswith("/admin/")} == {"assessment", "event"}
