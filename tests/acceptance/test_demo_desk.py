"""What the demo desk holds: work of every kind, true to the corpus."""

import pytest
from django.db.models import Count

from claims.models import Anchor, Claim, ClaimFigures, Link, User
from claims.reports.facts import figures_for
from claims.services import figures
from claims.vocabulary import ClaimKind, EvidenceStatus, Independence, Stance, State, Step, Timing, Verdict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_demo_has_claims_of_every_kind():
    kinds = dict(Claim.objects.values_list("kind").annotate(Count("pk")))

    assert sum(kinds.values()) >= 25
    assert set(kinds) == set(ClaimKind.values)


def test_demo_shows_every_state():
    assert set(Claim.objects.values_list("state", flat=True)) == set(State.values)


def test_demo_shows_every_timing():
    assert {one.timing for one in figures_for(Claim.objects.forecasts()).values()} == set(Timing) - {Timing.NOT_DUE}


def test_demo_shows_every_evidence_status_that_a_claim_with_its_article_can_have():
    shown = set(ClaimFigures.objects.values_list("evidence_status", flat=True))

    assert shown == set(EvidenceStatus.values) - {EvidenceStatus.NO_EVIDENCE}


def test_demo_holds_what_a_desk_meets():
    assert Claim.objects.filter(state=State.PROPOSED).count() == 1
    assert Claim.objects.filter(figures__evidence_status=EvidenceStatus.CONFLICTING).count() == 1
    assert Claim.objects.filter(assessments__step=Step.DECISION, figures__verdict=Verdict.UNRESOLVED).exists()
    assert Link.objects.filter(independence=Independence.SAME_ORIGIN).exists()
    assert Link.objects.filter(stance=Stance.QUALIFIES).exists()
    assert Link.objects.exclude(withdrawn_reason="").exists()
    assert Claim.objects.exclude(null_searches=None).exists()


def test_every_quote_of_the_demo_stands_in_its_article():
    anchors = Anchor.objects.select_related("passage", "version")

    assert anchors
    for anchor in anchors:
        assert anchor.version.text[anchor.start : anchor.end] == anchor.passage.exact


def test_kept_figures_of_the_demo_are_those_computed():
    assert figures.rebuild() == []


def test_people_of_the_demo_have_names_and_roles():
    people = {person.username: (person.role, person.is_staff) for person in User.objects.all()}

    assert people == {
        "analyst": ("Analyst", False),
        "reviewer": ("Reviewer", True),
        "admin": ("Administrator", True),
    }
    assert all(person.get_full_name() for person in User.objects.all())
