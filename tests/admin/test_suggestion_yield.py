"""The yield of the assistant, checked against a desk where people judged."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import AssistantRun, Suggestion
from claims.reports.suggestion_yield import unread, yield_by_rule
from claims.services import suggestions
from claims.vocabulary import SuggestionState
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_reviewer,
    make_suggestion,
    make_version,
)

pytestmark = pytest.mark.django_db
CLAIM = {"statement": "Muttaqi will visit Islamabad", "kind": "event"}
CONTEXT = {"stance": "context", "basis": ""}


@pytest.fixture
def reader(client):
    client.force_login(make_reviewer())
    return client


def judge(*, accepted=0, cut=0, rejected=0, pending=0, stale=0, rule="claim-event-1"):
    """Have so many suggestions of `rule` judged; of those `cut`, accepted too, fewer words were kept."""
    analyst = make_analyst()
    for fate, number in (("accept", accepted), ("cut", cut), ("reject", rejected), ("stale", stale), ("", pending)):
        for _ in range(number):
            suggestion = make_suggestion("claim", says=CLAIM, rule=rule)
            if fate == "reject":
                suggestions.reject(suggestion=suggestion, by=analyst)
            elif fate == "stale":
                Suggestion.objects.filter(pk=suggestion.pk).update(state=SuggestionState.STALE)
            elif fate:
                edits = {"quote": "visit Islamabad"} if fate == "cut" else None
                suggestions.accept(suggestion=suggestion, edits=edits, by=analyst)


def figures_of(rule):
    [found] = [one for one in yield_by_rule() if one.rule == rule]
    return found


def test_every_judgement_is_counted_under_its_rule():
    judge(accepted=2, cut=1, rejected=3, pending=2, stale=1)
    judge(rejected=1, rule="claim-event-2")

    first, second = figures_of("claim-event-1"), figures_of("claim-event-2")

    assert (first.accepted, first.rejected, first.pending, first.stale) == (3, 3, 2, 1)
    assert (first.accepted_share.part, first.accepted_share.whole, first.accepted_share.percent) == (3, 6, 50)
    assert (first.kept_share.part, first.kept_share.whole) == (2, 3)
    assert (second.accepted, second.rejected) == (0, 1)


def test_what_is_taken_back_counts_as_pending():
    judge(accepted=1)
    suggestions.undo(by=Suggestion.objects.get().decided_by)

    found = figures_of("claim-event-1")

    assert (found.accepted, found.pending, found.with_words) == (0, 1, 0)


@pytest.mark.parametrize(("judged", "percent"), [(4, None), (5, 80), (6, 83)])
def test_a_share_is_in_per_cent_from_five_judgements_on(judged, percent):
    judge(accepted=judged - 1, rejected=1)

    assert figures_of("claim-event-1").accepted_share.percent == percent


def test_keys_of_a_rule_are_counted_together_and_its_versions_apart():
    for rule in ("closest-words-1:7", "closest-words-1:8", "closest-words-10"):
        make_suggestion("anchor", rule=rule, says={"passage": 7})

    assert [(one.rule, one.pending) for one in yield_by_rule()] == [("closest-words-1", 2), ("closest-words-10", 1)]


def test_a_merge_takes_no_words_and_so_keeps_none():
    claim, other = make_claim(), make_claim()
    suggestion = make_suggestion("merge", claim=claim, rule="twins-1", says={"other": other.pk})
    suggestions.accept(suggestion=suggestion, by=make_reviewer())

    found = figures_of("twins-1")

    assert (found.accepted, found.kept_share.whole) == (1, 0)


def test_each_figure_leads_to_exactly_that_many(reader):
    judge(accepted=2, rejected=3, pending=1, stale=1)
    judge(rejected=1, rule="claim-event-10")
    make_version(make_link(make_claim()).passage.article, "Muttaqi was in Islamabad on Wednesday. He met Qureshi.")
    page = reader.get("/admin/suggestions/").content.decode()

    found = re.findall(r'<a href="([^"]+)" aria-label="[^"]+: (\d+)">', page)

    assert len(found) == 3 * 4
    for url, count in found:
        assert _behind(reader.get(unescape(url))) == int(count)


def _behind(answer):
    return answer.context["cl"].result_count if "cl" in answer.context else answer.context["queue"].waiting.count()


def test_what_could_not_be_read_is_listed_with_its_error(reader):
    article, claim = make_article(title="A broken one"), make_claim()
    failed = AssistantRun.objects.filter(version__article=article) | AssistantRun.objects.filter(claim=claim)
    failed.update(waiting=False, done_at=timezone.now(), error="ValueError: <no> sentence")

    page = reader.get("/admin/suggestions/").content.decode()

    assert f'<a href="{article.newest_version().get_absolute_url()}">A broken one, version 1</a>' in page
    assert f'<a href="{claim.get_absolute_url()}">{claim}</a>' in page
    assert page.count("ValueError: &lt;no&gt; sentence") == 2
    assert unread().count == 2


def test_what_rests_is_read_again_on_request(reader):
    run = AssistantRun.objects.get(version__article=make_article())
    failed = {"waiting": False, "done_at": timezone.now(), "error": "ValueError: no end", "tries": 3}
    AssistantRun.objects.filter(pk=run.pk).update(**failed)
    assert "tried 3 times, rests now" in reader.get("/admin/suggestions/").content.decode()

    page = reader.post("/admin/suggestions/read-again/", {"run": run.pk}, follow=True).content.decode()

    assert "1 text or claim is read again." in page
    assert "every article and every claim could be read" in page
    run.refresh_from_db()
    assert (run.waiting, run.tries, run.error) == (True, 0, "")


def test_what_could_be_read_is_not_read_again_by_this(reader):
    run = AssistantRun.objects.get(version__article=make_article())
    AssistantRun.objects.update(waiting=False, done_at=timezone.now())

    reader.post("/admin/suggestions/read-again/", {"run": [run.pk, "x", "9" * 40]})

    assert not AssistantRun.objects.waiting().exists()


def test_an_empty_desk_says_so(reader):
    page = reader.get("/admin/suggestions/").content.decode()

    assert "Nothing has been suggested yet." in page
    assert "every article and every claim could be read" in page


def test_the_page_is_linked_from_the_index(reader):
    assert 'href="/admin/suggestions/"' in reader.get("/admin/").content.decode()


def test_queries_do_not_grow_with_suggestions(reader):
    judge(accepted=1, rejected=1)
    few = _queries(reader)

    judge(accepted=2, rejected=2, pending=2, rule="claim-event-2")
    make_suggestion("link", claim=make_claim(), quote=FORETOLD, says=CONTEXT)

    assert _queries(reader) == few


def _queries(client):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/admin/suggestions/").status_code == 200
    return len(queries)
