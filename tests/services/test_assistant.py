"""The assistant reads what is waiting, offers what it finds, and forgets nothing."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import AssistantRun, Link, Suggestion
from claims.services import articles, assessments, assistant, claims, finding, passages, suggestions
from claims.services.attribution import Attribution
from claims.vocabulary import Stance, SuggestionKind, SuggestionState
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_reviewer,
    make_version,
)

pytestmark = pytest.mark.django_db


def pending(kind, **fields):
    return Suggestion.objects.pending().filter(kind=kind, **fields)


def arrival(**fields):
    return make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, 10), **fields)


def test_imported_article_is_read_for_claims():
    article = make_article()

    assert assistant.work_off() == 1

    offered = pending(SuggestionKind.CLAIM, version__article=article).order_by("-score").first()
    assert offered.payload["kind"] == "forecast"
    assert offered.quote == offered.version.text[offered.start : offered.end]
    assert offered.reasons


def test_what_was_read_is_not_read_again():
    make_article()
    assistant.work_off()

    assert assistant.work_off() == 0


def test_article_is_offered_to_the_open_claim_that_it_bears_on():
    claim = make_claim()
    assistant.work_off()

    article = arrival()
    assistant.work_off()

    offered = pending(SuggestionKind.LINK, version__article=article).get()
    assert (offered.claim, offered.payload["stance"], offered.payload["basis"]) == (claim, "supports", "outcome")


def test_claim_is_offered_what_was_stored_before_it_was_made():
    article = arrival()
    assistant.work_off()

    claim = make_claim()
    assistant.work_off()

    offered = pending(SuggestionKind.LINK, version__article=article).get()
    assert (offered.claim, offered.payload["stance"], offered.payload["basis"]) == (claim, "supports", "outcome")


def test_article_and_claim_find_one_suggestion_not_two():
    article, claim = arrival(), make_claim()
    assistant.work_off()

    articles.edit(article=article, title="Muttaqi arrives", by=make_analyst())
    assistant.work_off()

    assert Suggestion.objects.filter(kind=SuggestionKind.LINK, claim=claim, version__article=article).count() == 1


def test_offer_to_link_says_who_speaks():
    text = f"Official sources told The Express Tribune that {FORETOLD} soon. Talks follow."
    claim = make_claim()
    article = make_article(text, published_on=date(2021, 11, 8))

    assistant.work_off()

    offered = pending(SuggestionKind.LINK, version__article=article, claim=claim).get()
    assert offered.payload["speaker_kind"] == "anonymous"
    assert offered.payload["through"] == ["The Express Tribune"]


def test_article_that_gets_its_date_is_read_anew():
    article = make_article(f"{FORETOLD} on Thursday.", published_on=None)
    assistant.work_off()
    assert pending(SuggestionKind.CLAIM).get().payload["window"]["end"] is None

    articles.set_date(article=article, published_on=date(2021, 11, 8), by=make_analyst())
    assistant.work_off()

    assert pending(SuggestionKind.CLAIM).get().payload["window"]["end"] == "2021-11-11"


def test_new_version_takes_the_place_of_what_was_offered_of_the_old():
    article = make_article()
    assistant.work_off()

    version = make_version(article, f"{FORETOLD} next week. Talks follow.")

    assert not Suggestion.objects.pending().exists()
    assistant.work_off()
    assert {one.version for one in Suggestion.objects.pending()} == {version}


def test_words_of_which_somebody_made_the_claim_are_not_offered_any_more():
    article = make_article()
    assistant.work_off()
    offered = pending(SuggestionKind.CLAIM).get(payload__kind="forecast")

    make_claim(article=article, quote=offered.quote)
    assistant.work_off()

    offered.refresh_from_db()
    assert offered.state == SuggestionState.STALE


def test_link_made_by_hand_is_not_offered_any_more():
    claim, article = make_claim(), arrival()
    assistant.work_off()

    make_link(claim, article=article)
    assistant.work_off()

    assert not pending(SuggestionKind.LINK, claim=claim, version__article=article, start=0).exists()


def test_nothing_is_offered_for_a_claim_put_aside():
    draft = make_claim(opened=False)
    arrival()
    assistant.work_off()
    assert pending(SuggestionKind.LINK, claim=draft).exists()

    claims.reject(claim=draft, reason="No claim.", by=make_analyst())
    assistant.work_off()

    assert not pending(SuggestionKind.LINK).exists()


def test_one_origin_behind_two_reports_is_offered():
    tribune = Attribution(speaker="sources", speaker_kind="anonymous", through=("The Express Tribune",))
    claim = make_claim(attribution=tribune)
    copy = make_article(f"{FORETOLD} soon, it said.", published_on=date(2021, 11, 8))
    told = {"basis": "expectation", "independence": "undetermined", "reason": ""}
    link = make_link(claim, article=copy, quote=FORETOLD, attribution=tribune, **told)

    assistant.work_off()

    offered = pending(SuggestionKind.ORIGIN).get()
    asserting = Link.objects.get(claim=claim, stance=Stance.ASSERTS)
    assert (offered.payload["link"], offered.payload["other"]) == (link.pk, asserting.pk)
    assert "The Express Tribune" in offered.reasons[0]


def test_accepted_origin_is_not_offered_again():
    test_one_origin_behind_two_reports_is_offered()

    suggestions.accept(suggestion=pending(SuggestionKind.ORIGIN).get(), by=make_analyst())
    assistant.work_off()

    assert not pending(SuggestionKind.ORIGIN).exists()


def test_assistant_changes_no_claim_and_links_nothing():
    claim, _ = make_claim(), arrival()
    before = (list(type(claim).objects.values()), list(Link.objects.values()))

    assistant.work_off()

    assert (list(type(claim).objects.values()), list(Link.objects.values())) == before


def test_text_that_cannot_be_read_is_kept_with_the_error_and_stops_nothing(monkeypatch, caplog):
    bad, good = make_article(), make_article()
    read = finding.suggest_claims

    def fail_once(text, **kwargs):
        monkeypatch.setattr(finding, "suggest_claims", read)
        raise ValueError("no end in sight")

    monkeypatch.setattr(finding, "suggest_claims", fail_once)

    assert assistant.work_off() == 2

    assert AssistantRun.objects.failed().get().error == "ValueError: no end in sight"
    assert AssistantRun.objects.failed().get().version.article == bad
    assert pending(SuggestionKind.CLAIM, version__article=good).exists()
    assert "could not read" in caplog.text


def test_what_a_stopped_worker_left_is_read_by_another():
    make_article()
    run = AssistantRun.objects.get()
    run.waiting, run.started_at = False, timezone.now()
    run.save()
    assert assistant.work_off() == 0

    with time_machine.travel(timezone.now() + assistant.LEASE + timedelta(seconds=1)):
        assert assistant.work_off() == 1

    assert Suggestion.objects.pending().exists()


def test_what_changes_while_it_is_read_is_read_again(monkeypatch):
    article = make_article(published_on=None)
    read = finding.suggest_claims

    def date_meanwhile(text, **kwargs):
        monkeypatch.setattr(finding, "suggest_claims", read)
        articles.set_date(article=article, published_on=date(2021, 11, 8), by=make_analyst())
        return read(text, **kwargs)

    monkeypatch.setattr(finding, "suggest_claims", date_meanwhile)

    assert assistant.work_off() == 2
    assert not AssistantRun.objects.waiting().exists()


def test_what_other_rules_read_is_read_anew_after_an_upgrade(monkeypatch):
    make_article(), make_claim()
    assistant.work_off()
    assistant.catch_up()
    assert not AssistantRun.objects.waiting().exists()

    for module in (finding, assistant):
        monkeypatch.setattr(module, "RULES", finding.RULES + 1)
    assistant.catch_up()

    assert AssistantRun.objects.waiting().count() == 3


def meanwhile(monkeypatch, name, act):
    """Let `act` happen once, after the assistant has found what it offers and before it stores that."""
    find = getattr(assistant, name)

    def find_and_act(of):
        monkeypatch.setattr(assistant, name, find)
        found = find(of)
        found = found if isinstance(found, tuple) else list(found)
        act()
        return found

    monkeypatch.setattr(assistant, name, find_and_act)


def test_words_of_a_claim_taken_back_stay_suggested():
    make_article()
    assistant.work_off()
    suggestion, analyst = pending(SuggestionKind.CLAIM, payload__kind="forecast").get(), make_analyst()
    suggestions.accept(suggestion=suggestion, by=analyst)
    assistant.work_off()

    suggestions.undo(by=analyst)
    assistant.work_off()

    assert suggestion in pending(SuggestionKind.CLAIM)


def test_rejection_undone_after_a_new_version_offers_the_words_of_that():
    article = make_article()
    assistant.work_off()
    suggestion, analyst = pending(SuggestionKind.CLAIM, payload__kind="forecast").get(), make_analyst()
    suggestions.reject(suggestion=suggestion, by=analyst)
    version = make_version(article, f"A line was added. {FORETOLD} this week. Talks follow.")
    assistant.work_off()

    suggestions.undo(by=analyst)
    assistant.work_off()

    assert pending(SuggestionKind.CLAIM, payload__kind="forecast").get().version == version


def test_withdrawn_article_is_not_suggested_from_until_it_is_usable_again():
    make_claim()
    article, analyst = arrival(), make_analyst()
    assistant.work_off()
    known = list(Suggestion.objects.pending().of_article(article))

    articles.set_standing(article=article, standing="withdrawn", reason="They took it down.", by=analyst)
    assistant.work_off()
    assert not Suggestion.objects.pending().of_article(article).exists()
    articles.set_standing(article=article, standing="usable", reason="It is back.", by=analyst)
    assistant.work_off()

    assert list(Suggestion.objects.pending().of_article(article)) == known


def test_merge_into_a_claim_that_is_put_aside_is_suggested_only_once_that_is_back():
    older, _ = make_claim(), make_claim()
    third, reviewer = make_claim(statement="Karzai will resign in Kabul"), make_reviewer()
    assistant.work_off()

    older = claims.merge(claim=older, into=third, reason="The same.", by=reviewer)
    assistant.work_off()
    assert not pending(SuggestionKind.MERGE).exists()
    claims.unmerge(claim=older, reason="Not the same.", by=reviewer)
    assistant.work_off()

    assert pending(SuggestionKind.MERGE).get().payload["other"] == older.pk


def test_text_that_is_replaced_while_a_claim_is_read_is_not_suggested(monkeypatch):
    article = arrival()
    assistant.work_off()
    make_claim()
    meanwhile(monkeypatch, "offers_of_claim", lambda: make_version(article, f"Late: {ARRIVED} on Wednesday."))

    assistant.work_off()

    assert {one.version for one in pending(SuggestionKind.LINK)} <= {article.newest_version()}


def test_nothing_is_offered_for_a_claim_put_aside_while_an_article_is_read(monkeypatch):
    draft = make_claim(opened=False)
    assistant.work_off()
    arrival()

    def put_aside_and_read():
        claims.reject(claim=draft, reason="No claim.", by=make_analyst())
        assistant.work_off()

    meanwhile(monkeypatch, "offers_of_version", put_aside_and_read)

    assistant.work_off()

    assert not pending(SuggestionKind.LINK).exists()


def test_long_article_is_read_in_no_more_queries_than_a_short_one(django_assert_num_queries):
    make_article("Karzai plans to travel to Doha next week.")
    with CaptureQueriesContext(connection) as few:
        assistant.work_off()
    make_article(" ".join(f"{FORETOLD} on Monday with {number} others." for number in range(6)))

    with django_assert_num_queries(len(few)):
        assistant.work_off()


def test_lock_that_was_waited_for_in_vain_is_tried_again(monkeypatch):
    make_article()
    read = finding.suggest_claims

    def fail_once(text, **kwargs):
        monkeypatch.setattr(finding, "suggest_claims", read)
        raise OperationalError("database is locked")

    monkeypatch.setattr(finding, "suggest_claims", fail_once)

    assistant.work_off()

    assert pending(SuggestionKind.CLAIM).exists()
    assert not AssistantRun.objects.failed().exists()


def test_text_that_takes_longer_than_the_lease_is_read_in_the_end(monkeypatch):
    make_article()
    begun = timezone.now() + timedelta(hours=1)
    with time_machine.travel(begun):
        first = assistant._take()
    with time_machine.travel(begun + assistant.LEASE + timedelta(seconds=1)):
        assert assistant._take() == first

    with time_machine.travel(begun + assistant.LEASE + timedelta(minutes=1)):
        assistant._read(first)

    assert AssistantRun.objects.get().done_at


def test_restarted_worker_reads_at_once_what_it_was_killed_in_the_middle_of():
    make_article()
    assistant._take()

    assistant.catch_up()

    assert assistant.work_off() == 1


def test_person_does_not_wait_for_a_long_text(monkeypatch):
    monkeypatch.setattr(assistant, "SHORT", 80)
    short, long = make_article(f"{FORETOLD}."), make_article(f"{FORETOLD}. " + "Talks follow. " * 9)

    assistant.read_now(versions=[short.newest_version(), long.newest_version()], seconds=60)

    assert {run.version.article for run in AssistantRun.objects.waiting()} == {long}


def test_evidence_that_came_while_a_claim_was_decided_is_offered_once_it_is_open_again():
    claim = make_claim()
    make_link(claim)
    make_decision(claim)
    article = arrival()
    assistant.work_off()
    assert not pending(SuggestionKind.LINK, claim=claim, version__article=article).exists()

    claim.refresh_from_db()
    assessments.reopen(claim=claim, reason="A denial came.", by=make_reviewer())
    assistant.work_off()

    assert pending(SuggestionKind.LINK, claim=claim, version__article=article).exists()


def test_passage_that_is_attributed_anew_is_compared_anew():
    tribune = Attribution(through=("The Express Tribune",))
    claim = make_claim(attribution=tribune)
    told = {"basis": "expectation", "independence": "undetermined", "reason": ""}
    copy = make_article("Both capitals prepare for the guest.", published_on=date(2021, 11, 8))
    link = make_link(claim, article=copy, quote="Both capitals prepare", **told)
    assistant.work_off()
    assert not pending(SuggestionKind.ORIGIN).exists()

    passages.reattribute(passage=link.passage, attribution=tribune, reason="It says so.", by=make_analyst())
    assistant.work_off()

    assert pending(SuggestionKind.ORIGIN, claim=claim).exists()
