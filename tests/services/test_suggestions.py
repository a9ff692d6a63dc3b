"""Suggestions are judged by people: what accepting makes, what stays when it is refused, and how both are undone."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.errors import NeedsConfirmation, NotAllowed, Refused, Stale
from claims.models import Claim, Event, Link, Suggestion
from claims.services import links, suggestions
from claims.services.attribution import Attribution
from claims.vocabulary import Noun, Stance, State, SuggestionKind, SuggestionState, Verb
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_reviewer,
    make_suggestion,
    make_user,
)

pytestmark = pytest.mark.django_db


def suggest_claim(**fields):
    window = {"start": "2021-11-08", "end": "2021-11-14", "text": "this week", "value": "2021-W45"}
    said = {"speaker": "sources", "speaker_kind": "anonymous", "through": ["The Express Tribune"]}
    values = {"statement": "Muttaqi will visit Islamabad", "kind": "forecast", "window": window}
    where = {name: fields.pop(name) for name in ("article", "quote", "score") if name in fields}
    return make_suggestion(SuggestionKind.CLAIM, says=values | said | fields, **where)


def suggest_link(claim, **fields):
    article = fields.pop("article", None) or make_article(
        f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, 10)
    )
    quote = fields.pop("quote", ARRIVED)
    says = {"stance": "supports", "basis": "outcome"} | fields
    return make_suggestion(SuggestionKind.LINK, article=article, claim=claim, quote=quote, says=says)


def test_accepted_claim_is_open_and_says_what_was_suggested():
    analyst = make_analyst()

    accepted = suggestions.accept(suggestion=suggest_claim(), by=analyst)

    claim = Claim.objects.get(pk=accepted.result_id)
    passage = claim.links.get().passage
    assert (claim.state, claim.owner, claim.created_by) == (State.OPEN, analyst, analyst)
    assert (claim.window_start, claim.window_end) == (date(2021, 11, 8), date(2021, 11, 14))
    assert (passage.exact, passage.speaker, passage.origin.name) == (FORETOLD, "sources", "The Express Tribune")


def test_acceptance_records_the_words_offered_and_the_words_kept():
    suggestion = suggest_claim()

    accepted = suggestions.accept(suggestion=suggestion, by=make_analyst(), edits={"quote": "visit Islamabad"})

    start = suggestion.version.text.index("visit Islamabad")
    assert (accepted.start, accepted.end) == (0, len(FORETOLD))
    assert (accepted.kept_start, accepted.kept_end) == (start, start + len("visit Islamabad"))


def test_what_a_person_edits_goes_before_what_was_suggested():
    edits = {"statement": "Amir Khan Muttaqi will visit Pakistan", "window_end": date(2021, 11, 20)}

    accepted = suggestions.accept(suggestion=suggest_claim(), by=make_analyst(), edits=edits)

    claim = Claim.objects.get(pk=accepted.result_id)
    assert (claim.statement, claim.window_end) == ("Amir Khan Muttaqi will visit Pakistan", date(2021, 11, 20))


def test_acceptance_is_logged_with_what_it_made():
    accepted = suggestions.accept(suggestion=suggest_claim(), by=make_analyst())

    event = Event.objects.get(noun=Noun.SUGGESTION)
    assert (event.verb, event.object_id, event.after["result"]) == (Verb.ACCEPTED, accepted.pk, accepted.result_id)


def test_accepted_link_is_made_as_suggested():
    claim = make_claim()

    accepted = suggestions.accept(suggestion=suggest_link(claim), by=make_analyst())

    link = Link.objects.get(pk=accepted.result_id)
    assert (link.claim, link.stance, link.basis, link.independence) == (claim, "supports", "outcome", "undetermined")


def test_accepted_link_is_of_the_same_origin_where_that_is_presumed():
    tribune = Attribution(speaker="sources", speaker_kind="anonymous", through=("The Express Tribune",))
    claim = make_claim(attribution=tribune)
    copy = make_article(f"{FORETOLD} within days.", published_on=date(2021, 11, 8))
    said = {"through": ["The Express Tribune"], "speaker": "sources", "speaker_kind": "anonymous"}
    suggestion = suggest_link(claim, article=copy, quote=FORETOLD, basis="expectation", **said)

    accepted = suggestions.accept(suggestion=suggestion, by=make_analyst())

    link = Link.objects.get(pk=accepted.result_id)
    assert link.independence == "same_origin"
    assert "The Express Tribune" in link.reason


def test_conflict_is_not_linked_before_a_person_says_in_what_it_conflicts():
    suggestion = suggest_link(make_claim(), stance="refutes")

    with pytest.raises(Refused, match="in what the passage conflicts"):
        suggestions.accept(suggestion=suggestion, by=make_analyst())

    assert Suggestion.objects.get().is_pending
    assert not Link.objects.filter(stance=Stance.REFUTES).exists()


def test_warnings_of_the_rules_are_raised_until_they_are_acknowledged():
    undated = make_article(f"{ARRIVED} on Wednesday.", published_on=None)
    suggestion = suggest_link(make_claim(), article=undated)

    with pytest.raises(NeedsConfirmation, match="no publication date"):
        suggestions.accept(suggestion=suggestion, by=make_analyst())

    assert suggestions.accept(suggestion=suggestion, by=make_analyst(), acknowledged=True).result_id


def test_nothing_is_accepted_twice():
    suggestion = suggest_claim()
    bob = make_analyst("bob")
    suggestions.accept(suggestion=suggestion, by=bob)

    with pytest.raises(Stale, match="bob accepted this"):
        suggestions.accept(suggestion=suggestion, by=make_analyst())

    assert Claim.objects.count() == 1


def test_viewers_judge_nothing():
    suggestion, viewer = suggest_claim(), make_user()

    for act in (suggestions.accept, suggestions.reject):
        with pytest.raises(NotAllowed):
            act(suggestion=suggestion, by=viewer)

    assert Suggestion.objects.get().is_pending


def test_origin_accepted_revises_the_link():
    claim = make_claim()
    other = make_link(claim)
    link = make_link(claim, independence="undetermined")
    where = {"article": link.passage.article, "quote": link.passage.exact, "claim": claim}
    suggestion = make_suggestion(SuggestionKind.ORIGIN, says={"link": link.pk, "other": other.pk}, **where)

    accepted = suggestions.accept(suggestion=suggestion, by=make_analyst())

    revised = Link.objects.get(pk=accepted.result_id)
    assert (revised.supersedes, revised.independence) == (link, "same_origin")
    assert revised.reason == "It says so. it looks ahead"


def test_origin_undone_is_undetermined_again():
    claim = make_claim()
    link = make_link(claim, independence="undetermined")
    where = {"article": link.passage.article, "quote": link.passage.exact, "claim": claim}
    analyst = make_analyst()
    suggestions.accept(suggestion=make_suggestion(SuggestionKind.ORIGIN, says={"link": link.pk}, **where), by=analyst)

    suggestions.undo(by=analyst)

    standing = Link.objects.filter(claim=claim, stance=Stance.SUPPORTS).live().get()
    assert (standing.independence, standing.reason) == ("undetermined", "It says so.")


def test_origin_of_a_link_that_is_gone_cannot_be_judged():
    claim = make_claim()
    link = make_link(claim, independence="undetermined")
    where = {"article": link.passage.article, "quote": link.passage.exact, "claim": claim}
    suggestion = make_suggestion(SuggestionKind.ORIGIN, says={"link": link.pk}, **where)
    links.withdraw(link=link, reason="Misread.", by=make_analyst())

    with pytest.raises(Refused, match="withdrawn or revised"):
        suggestions.check_acceptance(suggestion=suggestion, by=make_analyst())


def test_merge_is_for_reviewers():
    older, newer = make_claim(), make_claim()
    where = {"article": newer.links.get().passage.article, "claim": newer}
    suggestion = make_suggestion(SuggestionKind.MERGE, says={"other": older.pk}, **where)

    with pytest.raises(NotAllowed):
        suggestions.accept(suggestion=suggestion, by=make_analyst())
    reviewer = make_reviewer()
    suggestions.accept(suggestion=suggestion, by=reviewer)

    newer.refresh_from_db()
    assert (newer.state, newer.merged_into) == (State.MERGED, older)


def test_merge_undone_is_taken_apart():
    older, newer, reviewer = make_claim(), make_claim(), make_reviewer()
    where = {"article": newer.links.get().passage.article, "claim": newer}
    suggestions.accept(
        suggestion=make_suggestion(SuggestionKind.MERGE, says={"other": older.pk}, **where), by=reviewer
    )

    suggestions.undo(by=reviewer)

    newer.refresh_from_db()
    assert (newer.state, newer.merged_into) == (State.OPEN, None)


def test_claim_undone_is_put_aside_and_stays_on_record():
    analyst = make_analyst()
    accepted = suggestions.accept(suggestion=suggest_claim(), by=analyst)

    suggestions.undo(by=analyst)

    claim = Claim.objects.get(pk=accepted.result_id)
    assert claim.state == State.REJECTED
    assert Event.objects.filter(claim=claim, verb=Verb.REJECTED).get().reason.startswith("Accepted by mistake")
    undone = Suggestion.objects.get()
    assert (undone.state, undone.decided_by, undone.result_id, undone.kept_start) == ("pending", None, None, None)


def test_link_undone_is_withdrawn():
    claim, analyst = make_claim(), make_analyst()
    accepted = suggestions.accept(suggestion=suggest_link(claim), by=analyst)

    suggestions.undo(by=analyst)

    link = Link.objects.get(pk=accepted.result_id)
    assert not link.is_live
    assert link.withdrawn_reason.startswith("Accepted by mistake")


def test_what_was_undone_can_be_accepted_again():
    claim, analyst = make_claim(), make_analyst()
    suggestion = suggest_link(claim)
    suggestions.accept(suggestion=suggestion, by=analyst)
    suggestions.undo(by=analyst)

    suggestions.accept(suggestion=suggestion, by=analyst)

    assert Link.objects.filter(claim=claim, stance=Stance.SUPPORTS).live().count() == 1


def test_claim_on_which_somebody_has_built_is_not_taken_back():
    analyst = make_analyst()
    accepted = suggestions.accept(suggestion=suggest_claim(), by=analyst)
    make_link(Claim.objects.get(pk=accepted.result_id), by=make_analyst())

    with pytest.raises(Refused, match="worked on since"):
        suggestions.undo(by=analyst)

    assert Suggestion.objects.get().state == SuggestionState.ACCEPTED


def test_undo_goes_back_judgement_by_judgement():
    first, second, analyst = suggest_claim(), suggest_claim(), make_analyst()
    suggestions.reject(suggestion=first, by=analyst)
    suggestions.reject(suggestion=second, by=analyst)

    assert suggestions.undo(by=analyst) == [second.pk]
    assert suggestions.undo(by=analyst) == [first.pk]
    with pytest.raises(Refused, match="no judgement of yours"):
        suggestions.undo(by=analyst)


def test_nobody_undoes_what_somebody_else_judged():
    suggestions.reject(suggestion=suggest_claim(), by=make_analyst())

    with pytest.raises(Refused):
        suggestions.undo(by=make_analyst())

    assert Suggestion.objects.get().state == SuggestionState.REJECTED


def test_judgement_of_another_day_is_not_undone_by_a_key():
    analyst = make_analyst()
    with time_machine.travel(timezone.now() - timedelta(hours=9)):
        suggestions.reject(suggestion=suggest_claim(), by=analyst)

    with pytest.raises(Refused):
        suggestions.check_undo(by=analyst)


def test_bulk_rejection_is_one_act_and_one_undo_takes_it_back():
    analyst = make_analyst()
    kept = suggest_claim(score=0.9)
    low = [suggest_claim(score=0.2), suggest_claim(score=0.3)]

    rejected = suggestions.reject_all(suggestions=Suggestion.objects.filter(score__lt=0.5), by=analyst)

    assert rejected == 2
    assert Event.objects.filter(noun=Noun.SUGGESTION).count() == 1
    assert set(suggestions.undo(by=analyst)) == {one.pk for one in low}
    assert Suggestion.objects.pending().count() == 3
    assert kept.is_pending


def test_bulk_rejection_of_nothing_says_so():
    with pytest.raises(Refused, match="Nothing that is still pending"):
        suggestions.reject_all(suggestions=Suggestion.objects.all(), by=make_analyst())


def test_place_of_a_passage_is_judged_on_the_page_of_its_link():
    with pytest.raises(Refused, match="page of the link"):
        suggestions.check_acceptance(suggestion=make_suggestion(SuggestionKind.ANCHOR), by=make_analyst())


def test_rejected_place_of_a_passage_is_undone_with_the_rest():
    analyst = make_analyst()
    make_suggestion(SuggestionKind.ANCHOR, says={"passage": 1})
    suggestions.reject_all(suggestions=Suggestion.objects.all(), by=analyst)

    suggestions.undo(by=analyst)

    assert Suggestion.objects.get().is_pending


def test_claim_undone_leaves_no_link_to_its_words():
    analyst = make_analyst()
    accepted = suggestions.accept(suggestion=suggest_claim(), by=analyst)

    suggestions.undo(by=analyst)

    link = Link.objects.get(claim=accepted.result_id)
    assert link.withdrawn_reason.startswith("Accepted by mistake")


def test_undo_of_many_takes_no_more_queries_than_of_a_few(django_assert_num_queries):
    analyst, article = make_analyst(), make_article(" ".join(f"Talk {number} follows." for number in range(9)))
    many = [suggest_claim(article=article, quote=f"Talk {number} follows") for number in range(9)]
    suggestions.reject_all(suggestions=Suggestion.objects.filter(pk__in=[one.pk for one in many[:2]]), by=analyst)
    with CaptureQueriesContext(connection) as few:
        suggestions.undo(by=analyst)
    suggestions.reject_all(suggestions=Suggestion.objects.all(), by=analyst)

    with django_assert_num_queries(len(few)):
        suggestions.undo(by=analyst)
