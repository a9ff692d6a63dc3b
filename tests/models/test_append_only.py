"""The database itself refuses to change or delete what was written, on SQLite and on PostgreSQL."""

from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import override_settings
from django.utils import timezone

from claims.models import (
    Anchor,
    ArticleVersion,
    Assessment,
    Comment,
    Edition,
    Event,
    Link,
    Membership,
    Mention,
    Passage,
    ProposalRequest,
    Reschedule,
    Seal,
    Thread,
)
from claims.reports.scope import Scope
from claims.services import claim_sets, comments, editions, proposal_requests, reschedules, seals
from tests.factories import (
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reschedule,
    make_reviewer,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("decided")]
append_only = import_module("claims.migrations.0003_append_only")
TABLES = append_only.TABLES.copy()
for later in (
    "0010_comments",
    "0014_editions",
    "0016_reschedules",
    "0017_claim_sets",
    "0018_adjudication",
    "0020_edition_passages",
):
    TABLES |= import_module(f"claims.migrations.{later}").TABLES

KNOWN_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}
RELIED_ON = Assessment.relied_on.through
# A column that must never change, for each table, and SQL for another value.
FIXED = [
    (Event, "reason", "'another'"),
    (ArticleVersion, "text", "'another'"),
    (Anchor, "start", "start + 1"),
    (RELIED_ON, "link_id", "link_id + 1"),
    (Link, "reason", "'another'"),
    (Link, "stance", "'context'"),
    (Assessment, "rationale", "'another'"),
    (Assessment, "verdict", "'moot'"),
    (Passage, "exact", "'another'"),
    (Comment, "body", "'another'"),
    (Mention, "name", "'another'"),
    (Thread, "claim_id", "claim_id + 1"),
    (Edition, "title", "'another'"),
    (Edition.passages.through, "passage_id", "passage_id + 1"),
    (Reschedule, "reason", "'another'"),
    (Reschedule, "later_id", "later_id + 1"),
    (Seal, "proposal_id", "proposal_id + 1"),
    (ProposalRequest, "note", "'another'"),
    (Membership, "claim_id", "claim_id + 1"),
]


@pytest.fixture(scope="module")
def decided(django_db_setup, django_db_blocker):
    """A decided claim with its whole record, for a module of tests that are refused every change."""
    with django_db_blocker.unblock(), transaction.atomic():
        claim = make_claim()
        make_link(claim)
        _propose_blind(claim, reviewer=make_reviewer())
        make_decision(claim)
        make_claim_set(claim, make_claim())
        make_reschedule(claim)
        editions.freeze(title="Signed", code="R1", scope=Scope(), by=make_reviewer())
        comments.make(claim=claim, body=f"@{claim.owner.username} look.", by=claim.owner)
        yield
        transaction.set_rollback(True)


def _propose_blind(claim, reviewer):
    with override_settings(FACTCHECK_BLIND_PROPOSALS=True):
        make_proposal(claim)
    claim.refresh_from_db()
    proposal_requests.ask(claim=claim, note="Who saw him?", by=reviewer)
    seals.open_round(claim=claim, by=reviewer)


def test_every_trigger_stands_after_all_migrations():
    with connection.cursor() as cursor:
        cursor.execute(KNOWN_TRIGGERS[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}

    assert set(append_only.trigger_names(TABLES)) <= standing


def test_every_append_only_table_is_tried_below():
    assert {model._meta.db_table for model, *_ in FIXED} == set(TABLES)


@pytest.mark.parametrize(("model", "column", "other"), FIXED)
def test_what_was_written_cannot_be_changed(model, column, other):
    before = list(model.objects.order_by("pk").values_list(column, flat=True))

    refused(f"UPDATE {model._meta.db_table} SET {column} = {other}")

    assert list(model.objects.order_by("pk").values_list(column, flat=True)) == before


@pytest.mark.parametrize("model", sorted({model for model, *_ in FIXED}, key=lambda model: model.__name__))
def test_what_was_written_cannot_be_deleted(model):
    before = model.objects.count()

    refused(f"DELETE FROM {model._meta.db_table}")

    assert model.objects.count() == before > 0


def test_withdrawn_link_cannot_be_brought_back():
    link = Link.objects.last()
    Link.objects.filter(pk=link.pk).update(
        withdrawn_at=timezone.now(), withdrawn_by=link.created_by, withdrawn_reason="A mistake."
    )

    refused(
        f"UPDATE claims_link SET withdrawn_at = NULL, withdrawn_by_id = NULL, withdrawn_reason = '' "
        f"WHERE id = {link.pk}"
    )

    link.refresh_from_db()
    assert not link.is_live


def test_closed_assessment_cannot_be_opened_again():
    proposal = Assessment.objects.proposals().get()

    refused(
        f"UPDATE claims_assessment SET closed_at = NULL, closed_by_id = NULL, closing = '' WHERE id = {proposal.pk}"
    )

    proposal.refresh_from_db()
    assert not proposal.is_live


def test_withdrawn_new_date_cannot_be_brought_back():
    row = Reschedule.objects.get()
    reschedules.withdraw(reschedule=row, reason="A mistake.", by=row.created_by)

    refused(
        f"UPDATE claims_reschedule SET withdrawn_at = NULL, withdrawn_by_id = NULL, withdrawn_reason = '' "
        f"WHERE id = {row.pk}"
    )

    row.refresh_from_db()
    assert not row.is_live


def test_claim_that_left_a_set_is_in_it_no_more():
    row = Membership.objects.last()
    claim_sets.leave(membership=row, reason="A mistake.", by=row.joined_by)

    refused(f"UPDATE claims_membership SET left_at = NULL, left_by_id = NULL, left_reason = '' WHERE id = {row.pk}")

    row.refresh_from_db()
    assert not row.is_live


def test_withdrawn_comment_cannot_be_brought_back():
    comment = Comment.objects.last()
    comments.withdraw(comment=comment, by=comment.author)

    refused(f"UPDATE claims_comment SET withdrawn_at = NULL, withdrawn_by_id = NULL WHERE id = {comment.pk}")

    comment.refresh_from_db()
    assert comment.is_withdrawn


def test_an_opened_seal_cannot_be_closed_again():
    refused("UPDATE claims_seal SET opened_at = NULL, opened_by_id = NULL, opening = ''")


def test_a_closed_request_cannot_be_opened_again():
    refused("UPDATE claims_proposalrequest SET closed_at = NULL, closed_by_id = NULL, closing = ''")


def refused(statement):
    with pytest.raises(DatabaseError, match="is append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
