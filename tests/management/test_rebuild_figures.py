import pytest
from django.core.management import call_command

from claims.models import ClaimFigures
from claims.vocabulary import EvidenceStatus
from tests.factories import make_claim

pytestmark = pytest.mark.django_db


def test_a_wrong_copy_is_named_and_put_right(capsys):
    wrong, right = make_claim(), make_claim()
    ClaimFigures.objects.filter(claim=wrong).update(evidence_status=EvidenceStatus.CORROBORATED, articles=9)

    call_command("rebuild_figures")

    figures = ClaimFigures.objects.get(claim=wrong)
    assert (figures.evidence_status, figures.articles) == (EvidenceStatus.SINGLE_SOURCE, 1)
    out = capsys.readouterr().out
    assert f"{wrong.label}:" in out
    assert right.label not in out


def test_right_copies_are_said_to_be_right(capsys):
    make_claim()

    call_command("rebuild_figures")

    assert capsys.readouterr().out == "The kept figures of every claim were right.\n"
