"""Every constraint of every table refuses a row that breaks it and nothing else, in the database itself."""

import uuid
from contextlib import contextmanager
from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.models import (
    Alias,
    Anchor,
    Article,
    ArticleCopy,
    ArticleVersion,
    Assessment,
    AssistantRun,
    ChainStep,
    Claim,
    ClaimFigures,
    ClaimSet,
    Comment,
    Edition,
    Event,
    Fingerprint,
    InboxMark,
    Link,
    Membership,
    Mention,
    NullSearch,
    Passage,
    Presence,
    ProposalRequest,
    Reschedule,
    SavedFilter,
    Seal,
    Sentence,
    Source,
    Suggestion,
    Thread,
    Topic,
    User,
)
from claims.reports.scope import Scope
from claims.services import (
    comments,
    copies,
    editions,
    filters,
    passages,
    presence,
    proposal_requests,
    searches,
)
from claims.services.attribution import Attribution
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reschedule,
    make_reviewer,
)

pytestmark = pytest.mark.django_db

NOW = timezone.now()
TOKEN = uuid.uuid4()
DAY = date(2021, 11, 10)
WITHDRAWN = {"withdrawn_at": NOW, "withdrawn_by": "another", "withdrawn_reason": "A mistake."}

# constraint: (model, the fields that break it). A copy of a good row, with these fields, must not be stored;
# "another" stands for a row that the good one does not refer to.
BAD_ROWS = {
    "source_kind_known": (Source, {"kind": "rumour"}),
    "source_reliability_known": (Source, {"reliability": "G"}),
    "source_name_not_blank": (Source, {"name": "  "}),
    "source_unique_kind_name": (Source, {}),
    "alias_unique_from": (Alias, {"valid_from": date(2021, 9, 7)}),
    "alias_unique_undated": (Alias, {"valid_from": None}),
    "alias_from_before_to": (Alias, {"valid_from": DAY, "valid_to": date(2021, 11, 9)}),
    "alias_surface_not_blank": (Alias, {"surface": " "}),
    "topic_name_not_blank": (Topic, {"name": " ", "slug": "other"}),
    "article_published_basis_known": (Article, {"published_basis": "guess"}),
    "article_standing_known": (Article, {"standing": "doubtful", "standing_at": NOW}),
    "article_date_has_basis": (Article, {"published_on": None}),
    "article_standing_has_moment": (Article, {"standing": "withdrawn", "standing_at": None}),
    "article_version_unique_number": (ArticleVersion, {"sha256": "other"}),
    "article_version_unique_sha256": (ArticleVersion, {"number": 2}),
    "article_version_change_known": (ArticleVersion, {"number": 2, "sha256": "other", "change": "whim"}),
    "article_version_number_from_one": (ArticleVersion, {"number": 0, "sha256": "other"}),
    "article_version_text_not_blank": (ArticleVersion, {"number": 2, "sha256": "other", "text": " "}),
    "sentence_unique_ordinal": (Sentence, {}),
    "sentence_start_before_end": (Sentence, {"ordinal": 99, "start": 7, "end": 7}),
    "passage_exact_not_blank": (Passage, {"exact": " "}),
    "passage_exact_not_too_long": (Passage, {"exact": "x" * 2001}),
    "passage_speaker_kind_known": (Passage, {"speaker_kind": "parrot"}),
    "passage_certainty_known": (Passage, {"certainty": "sure"}),
    "passage_polarity_known": (Passage, {"polarity": "neutral"}),
    "chain_step_unique_position": (ChainStep, {"source": "another"}),
    "chain_step_unique_source": (ChainStep, {"position": 9}),
    "anchor_unique_passage_version": (Anchor, {}),
    "anchor_start_before_end": (Anchor, {"version": "another", "start": 5, "end": 5}),
    "anchor_method_known": (Anchor, {"version": "another", "method": "guess"}),
    "claim_statement_not_blank": (Claim, {"number": 900, "statement": " "}),
    "claim_kind_known": (Claim, {"number": 900, "kind": "rumour"}),
    "claim_state_known": (Claim, {"number": 900, "state": "stuck"}),
    "claim_window_basis_known": (Claim, {"number": 900, "window_basis": "hope"}),
    "claim_window_start_before_end": (Claim, {"number": 900, "window_start": DAY, "window_end": date(2021, 11, 9)}),
    "claim_window_has_basis": (Claim, {"number": 900, "window_basis": ""}),
    "claim_forecast_falls_due": (
        Claim,
        {"number": 900, "kind": "forecast", "window_end": None, "review_on": None},
    ),
    "claim_merged_has_target": (Claim, {"number": 900, "state": "merged", "merged_into": None}),
    "claim_figures_evidence_status_known": (ClaimFigures, {"claim": "another", "evidence_status": "fine"}),
    "link_stance_known": (Link, {"passage": "another", "stance": "likes"}),
    "link_basis_known": (Link, {"passage": "another", "basis": "hope"}),
    "link_independence_known": (Link, {"passage": "another", "independence": "somewhat"}),
    "link_basis_for_support_and_conflict": (Link, {"passage": "another", "basis": "", "occurred_on": None}),
    "link_reason_where_it_needs_one": (Link, {"passage": "another", "independence": "same_origin", "reason": " "}),
    "link_occurred_on_is_outcome": (Link, {"passage": "another", "basis": "expectation", "occurred_on": DAY}),
    "link_credibility_1_to_6": (Link, {"passage": "another", "credibility": 7}),
    "link_withdrawn_by_whom_and_why": (Link, {"passage": "another", "withdrawn_at": NOW}),
    "link_one_live_per_passage": (Link, {}),
    "assessment_step_known": (Assessment, {"step": "guess"}),
    "assessment_verdict_known": (Assessment, {"step": "proposal", "verdict": "true"}),
    "assessment_confidence_known": (Assessment, {"step": "proposal", "confidence": "total"}),
    "assessment_rationale_not_blank": (Assessment, {"step": "proposal", "rationale": " "}),
    "assessment_decision_says_what_would_change": (Assessment, {"what_would_change": " ", "claim": "another"}),
    "assessment_unresolved_has_reason": (Assessment, {"step": "proposal", "verdict": "unresolved"}),
    "assessment_closed_by_whom_and_why": (Assessment, {"step": "proposal", "closed_at": NOW}),
    "assessment_one_live_decision": (Assessment, {}),
    "event_verb_known": (Event, {"verb": "hid"}),
    "event_noun_known": (Event, {"noun": "cat"}),
    "null_search_searched_not_blank": (NullSearch, {"searched": " "}),
    "saved_filter_unique_name": (SavedFilter, {}),
    "saved_filter_name_not_blank": (SavedFilter, {"name": " "}),
    "suggestion_kind_known": (Suggestion, {"rule": "other", "kind": "dream"}),
    "suggestion_state_known": (
        Suggestion,
        {"rule": "other", "state": "lost", "decided_at": NOW, "decided_by": "another"},
    ),
    "suggestion_start_before_end": (Suggestion, {"rule": "other", "start": 5, "end": 5}),
    "suggestion_kept_start_before_end": (Suggestion, {"rule": "other", "kept_start": 5, "kept_end": 5}),
    "suggestion_decided_by_whom": (Suggestion, {"rule": "other", "state": "accepted"}),
    "suggestion_unique_with_claim": (Suggestion, {}),
    "article_copy_unique_pair": (ArticleCopy, {}),
    "article_copy_in_order": (ArticleCopy, {"first": "another"}),
    "article_copy_shares_are_parts": (ArticleCopy, {"second": "another", "resemblance": 1.2}),
    "fingerprint_unique_value_version": (Fingerprint, {}),
    "thread_on_one_thing": (Thread, {"passage": "another"}),
    "thread_done_by_whom": (Thread, {"done_at": NOW}),
    "comment_body_not_blank": (Comment, {"token": TOKEN, "body": " "}),
    "comment_body_not_too_long": (Comment, {"token": TOKEN, "body": "x" * 4001}),
    "comment_version_of_what": (Comment, {"token": TOKEN, "first": "another"}),
    "comment_withdrawn_by_whom": (Comment, {"token": TOKEN, "withdrawn_at": NOW}),
    "reschedule_of_two_claims": (Reschedule, {"earlier": "another", "later": "another"}),
    "reschedule_has_words_or_a_reason": (Reschedule, WITHDRAWN | {"passage": None, "reason": " "}),
    "reschedule_withdrawn_by_whom_and_why": (Reschedule, {"withdrawn_at": NOW}),
    "reschedule_one_live_per_earlier": (Reschedule, {"later": "another"}),
    "reschedule_one_live_per_later": (Reschedule, {"earlier": "another"}),
    "claim_set_name_not_blank": (ClaimSet, {"name": " "}),
    "claim_set_reason_not_blank": (ClaimSet, {"reason": " "}),
    "membership_left_by_whom_and_why": (Membership, {"claim": "another", "left_at": NOW}),
    "membership_once_at_a_time": (Membership, {}),
    "proposal_request_note_not_blank": (ProposalRequest, {"claim": "another", "note": " "}),
    "proposal_request_closed_by_whom_and_why": (ProposalRequest, {"claim": "another", "closed_at": NOW}),
    "proposal_request_one_live_per_person": (ProposalRequest, {}),
    "seal_opened_by_whom_and_how": (Seal, {"proposal": "another", "opened_at": NOW}),
    "edition_title_not_blank": (Edition, {"title": " "}),
    "edition_sha256_is_one": (Edition, {"sha256": "none"}),
    "mention_unique_name": (Mention, {}),
    "mention_name_not_blank": (Mention, {"name": " "}),
    "inbox_mark_on_one_thing": (InboxMark, {"claim": "another"}),
    "inbox_mark_unique_event": (InboxMark, {}),
    "inbox_mark_unique_due": (InboxMark, {"event": None, "claim": "another", "fell_due_on": DAY}),
    "presence_doing_known": (Presence, {"claim": "another", "doing": "sleeping"}),
    "presence_on_one_thing": (Presence, {"claim": "another", "article": "another"}),
    "presence_unique_on_claim": (Presence, {}),
    "presence_unique_on_article": (Presence, {"claim": None, "article": "another"}),
    "user_digest_known": (User, {"username": "other", "digest": "hourly"}),
    "assistant_run_of_one_thing": (AssistantRun, {"version": None, "claim": None}),
}
# These need more than a copy of one row, and have tests of their own below.
ELSEWHERE = {
    "claim_not_merged_into_itself",
    "assessment_one_live_proposal_per_author",
    "suggestion_unique_without_claim",
    "proposal_request_one_live_to_anyone",
}


@pytest.fixture(scope="module")
def good_rows(django_db_setup, django_db_blocker):
    """Rows of every table, for a module of tests whose own rows are refused."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_rows()
        yield
        transaction.set_rollback(True)


def make_rows():
    """Make rows as people make them; those made last are referred to by no other."""
    claim = make_claim(kind="event", topic_names=["Diplomacy"], attribution=Attribution(through=("ANI", "The Times")))
    window = {"window_start": date(2021, 11, 7), "window_end": date(2021, 11, 14), "window_basis": "stated"}
    Claim.objects.filter(pk=claim.pk).update(**window)
    make_link(claim)
    make_decision(claim)
    filters.save(name="Mine", query="state=open", by=claim.owner)
    editions.freeze(title="Week 45", code="R1", scope=Scope(), by=make_reviewer())
    searches.log_null_search(claim=claim, searched="The archive", up_to=DAY, by=claim.owner)
    make_reschedule(make_claim())
    make_claim_set(claim, make_claim())
    Seal.objects.create(proposal=make_undecided())
    proposal_requests.ask(claim=make_undecided().claim, note="Look", person=make_analyst(), by=make_reviewer())
    source = Source.objects.first()
    Alias.objects.create(source=source, surface="the wire", valid_from=date(2021, 9, 7))
    Alias.objects.create(source=source, surface="the wire")
    suggest(claim=claim)
    same = "Muttaqi is expected to visit Islamabad this week, official sources told The Express Tribune on Sunday."
    for _ in range(2):
        copies.record(make_article(same).newest_version())
    ClaimFigures.objects.filter(claim=make_claim(kind="event")).delete()
    passages.mark(article=make_article(), quote=FORETOLD, by=claim.owner)
    comments.make(claim=claim, body=f"@{claim.owner.username} look.", by=claim.owner)
    for seen in ({"event": Event.objects.first()}, {"claim": Claim.objects.first(), "fell_due_on": DAY}):
        InboxMark.objects.create(user=claim.owner, **seen)
    for thing in (claim, Article.objects.latest("pk")):
        presence.note(on=thing, doing="reading", by=claim.owner)


def make_undecided():
    """Return a proposal that waits for a decision."""
    return make_proposal(make_claim(kind="event"), verdict="moot")


def suggest(**fields):
    version = ArticleVersion.objects.first()
    values = {"kind": "link", "version": version, "start": 0, "end": 4, "rule": "r-1", "score": 0.5}
    return Suggestion.objects.create(**values, created_at=NOW, **fields)


def good_row(model):
    """Return the row that a test copies: a link that supports, a decision, and the first row of any other table."""
    only = {Link: {"stance": "supports"}, Assessment: {"step": "decision"}}
    return model.objects.filter(**only.get(model, {})).earliest("pk")


def another(model, field):
    return model._meta.get_field(field).related_model.objects.order_by("pk").last()


@contextmanager
def refusal(name):
    """Expect the constraint `name` to refuse; SQLite names the columns of a unique one, not the constraint."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        yield
    assert name in str(error.value) or "UNIQUE constraint failed" in str(error.value)


@pytest.mark.usefixtures("good_rows")
@pytest.mark.parametrize("name", BAD_ROWS)
def test_constraint_refuses_a_row_that_breaks_it(name):
    model, bad = BAD_ROWS[name]
    row = good_row(model)
    for field, value in bad.items():
        setattr(row, field, another(model, field) if value == "another" else value)
    if model is not ClaimFigures:
        row.pk = None

    with refusal(name):
        row.save(force_insert=True)


@pytest.mark.usefixtures("good_rows")
def test_claim_cannot_be_merged_into_itself():
    claim = Claim.objects.first()

    with refusal("claim_not_merged_into_itself"):
        Claim.objects.filter(pk=claim.pk).update(state="merged", merged_into=claim)


@pytest.mark.usefixtures("good_rows")
def test_author_has_one_live_proposal_on_a_claim():
    proposal = make_undecided()
    proposal.pk = None

    with refusal("assessment_one_live_proposal_per_author"):
        proposal.save(force_insert=True)


@pytest.mark.usefixtures("good_rows")
def test_suggestion_that_concerns_no_claim_is_made_once():
    suggest()

    with refusal("suggestion_unique_without_claim"):
        suggest()


@pytest.mark.usefixtures("good_rows")
def test_anyone_is_asked_once_for_a_claim():
    asked = proposal_requests.ask(claim=make_undecided().claim, note="Look", by=make_reviewer())
    asked.pk = None

    with refusal("proposal_request_one_live_to_anyone"):
        asked.save(force_insert=True)


def test_every_constraint_is_tried_here():
    models = apps.get_app_config("claims").get_models()

    assert {one.name for model in models for one in model._meta.constraints} == set(BAD_ROWS) | ELSEWHERE


@pytest.mark.usefixtures("good_rows")
def test_the_rows_that_are_copied_break_nothing():
    """Else the tests above might see another refusal than the one they mean."""
    for model, _ in BAD_ROWS.values():
        good_row(model).validate_constraints()
