"""Claims: made, rejected, edited, amended."""

from datetime import date

import pytest

from claims.errors import Refused, Stale
from claims.models import Claim, ClaimFigures, Event, Link
from claims.services import amending, claims, merging
from claims.vocabulary import ClaimKind, Closing, EvidenceStatus, State, Verb, Verdict
from tests.factories import (
    FORETOLD,
    claim_in,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_reviewer,
)

pytestmark = pytest.mark.django_db


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


def test_a_claim_that_others_were_merged_into_is_not_taken_back():
    by = make_analyst()
    claim, other = make_claim(by=by), make_claim()
    merging.merge(claim=other, into=claim, reason="The same.", by=make_reviewer())

    with pytest.raises(Refused, match=f"{other.label} was merged into {claim.label}"):
        claims.take_back(claim=claim, reason="A mistake.", by=by)

    assert Claim.objects.get(pk=claim.pk).state == State.OPEN


def test_edit_of_ones_own_untouched_claim_is_no_amendment():
    claim = make_claim()

    amending.edit(claim=claim, values={"statement": "Muttaqi will visit Pakistan"}, by=claim.owner)

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
        amending.edit(claim=claim, values={"statement": "Muttaqi will visit Pakistan"}, by=claim.owner)

    claim.refresh_from_db()
    assert claim.statement == "Muttaqi will visit Islamabad"


def test_amendment_voids_live_proposals():
    claim = claim_in(State.PROPOSED)

    amending.edit(claim=claim, values={"window_end": date(2021, 11, 20)}, reason="Misread.", by=claim.owner)

    claim.refresh_from_db()
    assert claim.state == State.OPEN
    assert claim.assessments.get().closing == Closing.AMENDED
    assert Event.objects.filter(claim=claim).first().verb == Verb.AMENDED


def test_amendment_flags_a_decision_that_stays():
    claim = claim_in(State.DECIDED)

    amending.edit(claim=claim, values={"criteria": "He was seen there."}, reason="Clearer.", by=claim.owner)

    claim.refresh_from_db()
    assert claim.state == State.DECIDED
    assert claim.figures.needs_review
    assert claim.figures.verdict == Verdict.CONFIRMED


def test_topics_and_owner_change_without_amendment():
    claim = claim_in(State.PROPOSED)

    amending.edit(claim=claim, values={"owner": None, "topic_names": ["Trade"]}, by=claim.owner)

    claim.refresh_from_db()
    assert (claim.state, claim.owner, claim.amended_at) == (State.PROPOSED, None, None)
    assert [topic.name for topic in claim.topics.all()] == ["Trade"]


def test_stale_edit_is_refused_and_saves_nothing():
    claim = make_claim()
    loaded = claim.lock_version
    amending.edit(claim=claim, values={"statement": "The first to save"}, by=claim.owner, lock_version=loaded)

    with pytest.raises(Stale, match="Nothing was saved"):
        amending.edit(claim=claim, values={"statement": "The second"}, by=make_analyst(), lock_version=loaded)

    claim.refresh_from_db()
    assert claim.statement == "The first to save"


def test_edit_that_changes_nothing_is_refused():
    claim = make_claim()

    with pytest.raises(Refused, match="Nothing was changed"):
        amending.edit(claim=claim, values={"statement": f" {claim.statement} "}, by=claim.owner)


def test_open_forecast_keeps_a_day_on_which_it_falls_due():
    claim = make_claim()

    with pytest.raises(Refused, match="A forecast needs a last day"):
        amending.edit(claim=claim, values={"window_end": None}, by=claim.owner)


def test_kinds_without_a_window_need_no_day():
    claim = make_claim(kind=ClaimKind.BACKGROUND)

    assert (claim.state, claim.window_end, claim.review_on) == (State.OPEN, None, None)
