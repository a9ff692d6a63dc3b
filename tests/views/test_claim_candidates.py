"""What is suggested for a claim, on its page."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import AssistantRun, Link, Suggestion
from claims.services import copies, folds, merging, suggestions
from claims.services.roles import ANNOTATORS_ONLY
from claims.vocabulary import Stance, SuggestionState
from tests.factories import (
    ARRIVED,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_reviewer,
    make_suggestion,
    make_user,
)

pytestmark = pytest.mark.django_db
OUTCOME = {"stance": "supports", "basis": "outcome"}
CONTEXT = {"stance": "context", "basis": ""}


@pytest.fixture(autouse=True)
def alice(client):
    """An analyst who is logged in; nothing waits to be read."""
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


def everything_read():
    AssistantRun.objects.update(waiting=False, done_at=timezone.now())


def make_candidate(claim, text=f"{ARRIVED} on Wednesday. He met Qureshi.", quote=ARRIVED, article=None, **fields):
    fields.setdefault("says", OUTCOME)
    article = article or make_article(text, published_on=date(2021, 11, 10))
    return make_suggestion("link", article=article, quote=quote, claim=claim, **fields)


def page_of(client, claim, **params):
    return client.get(claim.get_absolute_url(), params)


def text_of(client, claim, **params):
    return " ".join(page_of(client, claim, **params).content.decode().split())


def candidates_on(client, claim):
    return page_of(client, claim).context["candidates"]


def test_a_candidate_shows_its_words_in_context_its_bearing_and_its_reasons(client):
    claim = make_claim()
    said = {"speaker": "the foreign office", "through": ["ANI", "Dawn"]}
    suggestion = make_candidate(claim, says=OUTCOME | said)

    text = text_of(client, claim)

    assert f'quote">{ARRIVED}</b><span class="around"> on Wednesday. He met Qureshi.</span>' in text
    assert '<span class="stance" data-value="supports">Supports</span> <span class="meta">Reported to have' in text
    assert "it looks ahead" in text
    assert "said by the foreign office · through ANI ← Dawn" in text
    assert f'#suggestion-{suggestion.pk}">In the article</a>' in text


def test_what_conflicts_stands_first(client):
    claim = make_claim()
    support = make_candidate(claim, score=0.9)
    conflict = make_candidate(claim, score=0.4, says={"stance": "refutes", "basis": "outcome"})

    groups = candidates_on(client, claim).groups

    assert [one.offer.suggestion for group in groups for one in group.candidates] == [conflict, support]


def test_candidates_stand_by_article_and_context_last(client):
    claim = make_claim()
    article = make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, 10))
    context = make_candidate(claim, score=0.9, says=CONTEXT)
    first = make_candidate(claim, article=article, score=0.7)
    second = make_candidate(claim, article=article, quote="He met Qureshi", score=0.3)

    groups = candidates_on(client, claim).groups

    found = [[one.offer.suggestion for one in group.candidates] for group in groups]
    assert found == [[first, second], [context]]
    assert "Check these two" in text_of(client, claim)


def test_only_the_first_are_shown_and_the_others_are_in_the_queue(client):
    claim = make_claim()
    article = make_article(" ".join(f"{ARRIVED} on day {day}." for day in range(14)))
    for day in range(14):
        make_candidate(claim, article=article, quote=f"{ARRIVED} on day {day}.", rule=f"link-{day}")

    text = text_of(client, claim)

    assert text.count("data-candidate ") == 12
    assert f'<a href="/queue/?claim={claim.number}&amp;kind=link">2 more in the queue</a>' in text


def test_a_candidate_is_linked_from_the_page_and_leads_back_to_it(client, alice):
    claim = make_claim()
    suggestion = make_candidate(claim)
    back = f"{claim.get_absolute_url()}#candidates"

    assert f'action="/queue/{suggestion.pk}/accept/"' in text_of(client, claim)
    answer = client.post(f"/queue/{suggestion.pk}/accept/", {"next": back})

    assert answer.url == back
    link = Link.objects.get(claim=claim, stance=Stance.SUPPORTS)
    assert (link.passage.exact, link.created_by) == (ARRIVED, alice)
    assert not candidates_on(client, claim).count


def test_a_candidate_is_rejected_from_the_page(client):
    claim = make_claim()
    suggestion = make_candidate(claim)

    answer = client.post(f"/queue/{suggestion.pk}/reject/", {"next": claim.get_absolute_url()})

    assert answer.url == claim.get_absolute_url()
    suggestion.refresh_from_db()
    assert suggestion.state == SuggestionState.REJECTED


def test_what_changed_since_the_page_was_opened_is_not_linked(client):
    claim = make_claim()
    suggestion = make_candidate(claim)
    (_, [row]), *_ = page_of(client, claim).context["candidate_groups"]
    shown = row["fingerprint"]
    Suggestion.objects.update(payload=suggestion.payload | CONTEXT)

    answer = client.post(f"/queue/{suggestion.pk}/accept/", {"next": claim.get_absolute_url(), "shown": shown})

    assert answer.status_code == 409
    assert not Link.objects.filter(claim=claim).exclude(stance=Stance.ASSERTS).exists()


def test_a_reader_sees_candidates_and_why_nothing_can_be_done(client):
    claim = make_claim()
    make_candidate(claim)
    client.force_login(make_user("reader"))

    section = text_of(client, claim).partition('id="candidates"')[2].partition("</section>")[0]

    assert ARRIVED in section
    assert ANNOTATORS_ONLY in section
    assert "<form" not in section


def test_a_page_of_the_past_and_a_claim_put_aside_offer_none(client):
    claim, merged = make_claim(), make_claim()
    make_candidate(claim)
    make_candidate(merged)
    merging.merge(claim=merged, into=claim, reason="The same.", by=make_reviewer())

    assert 'id="candidates"' not in text_of(client, claim, as_of="2021-11-09")
    assert 'id="candidates"' not in text_of(client, merged)


def test_after_three_candidates_the_others_are_folded_article_by_article(client):
    claim = make_claim()
    article = make_article("One came. Two came. Three came. Four came. Five came.", published_on=date(2021, 11, 10))
    for i, quote in enumerate(("One came", "Two came", "Three came", "Four came", "Five came")):
        make_candidate(claim, article=article, quote=quote, score=0.9 - i / 10)

    page = page_of(client, claim)

    quotes = [
        [row["candidate"].offer.suggestion.quote for _, rows in page.context[name] for row in rows]
        for name in ("candidate_groups", "more_groups")
    ]
    assert quotes == [["One came", "Two came", "Three came"], ["Four came", "Five came"]]
    assert "<summary>2 more candidates</summary>" in page.text


def test_nothing_found_is_said_once_all_is_read(client):
    claim = make_claim()
    make_article()

    assert "Evidence for this claim is still being looked for." in text_of(client, claim)
    AssistantRun.objects.filter(claim=claim).update(waiting=False, done_at=timezone.now())
    assert "2 articles are still being read; more may be found." in text_of(client, claim)
    everything_read()
    assert "No passage was found that is not linked or judged already." in text_of(client, claim)


def test_a_merge_is_suggested_on_the_pages_of_both_claims(client):
    claim, other = make_claim(), make_claim(statement="Muttaqi is to visit Islamabad")
    article = claim.links.get().passage.article
    merge = make_suggestion("merge", article=article, claim=claim, says={"other": other.pk})

    for one, twin in ((claim, other), (other, claim)):
        text = text_of(client, one)
        assert f'May be the same claim as <a href="{twin.get_absolute_url()}">' in text
        back = urlencode({"next": f"{one.get_absolute_url()}#candidates"}, safe="/")
        assert f'<a href="{merge.get_absolute_url()}?{back}">Judge in the queue</a>' in text


def test_links_that_may_have_one_origin_are_pointed_out(client):
    claim = make_claim()
    link = make_link(claim)
    asserting = claim.links.get(stance=Stance.ASSERTS)
    says = {"link": link.pk, "other": asserting.pk}
    origin = make_suggestion("origin", article=link.passage.article, quote=ARRIVED, claim=claim, says=says)

    text = text_of(client, claim)

    assert "may have the same origin as another link." in text
    assert origin.get_absolute_url() in text


def test_a_judged_candidate_is_gone_and_back_when_it_is_taken_back(client, alice):
    claim = make_claim()
    suggestions.reject(suggestion=make_candidate(claim), by=alice)
    gone = candidates_on(client, claim).count

    suggestions.undo(by=alice)

    assert (gone, candidates_on(client, claim).count) == (0, 1)


@pytest.fixture
def in_copies():
    """A claim with one candidate in three copies of a report, the best one first."""
    claim = make_claim()
    texts = [f"{ARRIVED} on Wednesday with a delegation. He met Qureshi in the afternoon. {end}" for end in "abc"]
    articles = [make_article(text, published_on=date(2021, 11, 10)) for text in texts]
    words = f"{ARRIVED} on Wednesday with a delegation"
    found = [make_candidate(claim, article=one, quote=words, score=0.9 - i / 10) for i, one in enumerate(articles)]
    for article in articles:
        copies.record(article.newest_version())
    folds.fold(Suggestion.objects.all())
    return claim, found


def test_copies_stand_under_the_best_one_each_with_its_own_controls(client, in_copies):
    claim, (best, second, third) = in_copies

    candidates, text = candidates_on(client, claim), text_of(client, claim)

    assert candidates.count == 1
    [[shown]] = [group.candidates for group in candidates.groups]
    assert [one.offer.suggestion for one in (shown, *shown.copies)] == [best, second, third]
    assert f"Also in 2 copies: {second.version.article.outlet}, 10 Nov 2021; {third.version.article.outlet}" in text
    for suggestion in (best, second, third):
        assert f'action="/queue/{suggestion.pk}/accept/"' in text


def test_copies_of_what_was_linked_stay_pending_and_folded(client, alice, in_copies):
    claim, (best, second, third) = in_copies
    suggestions.accept(suggestion=best, by=alice)

    candidates, text = candidates_on(client, claim), text_of(client, claim)

    assert (candidates.count, candidates.groups) == (0, ())
    assert [one.offer.suggestion for one in candidates.of_linked] == [second, third]
    assert "2 copies of what was accepted" in text
    assert f'action="/queue/{second.pk}/accept/"' in text


def test_a_candidate_is_rejected_with_its_copies_on_request(client, in_copies):
    claim, found = in_copies
    assert "Reject with its 2 copies" in text_of(client, claim)

    keys = ",".join(str(one.pk) for one in found[1:])
    client.post(f"/queue/{found[0].pk}/reject/", {"next": claim.get_absolute_url(), "copies": keys})

    assert Suggestion.objects.filter(state=SuggestionState.REJECTED).count() == 3


def test_queries_do_not_grow_with_candidates(client):
    claim = make_claim()
    make_candidate(claim)
    few = _queries(client, claim)

    for _ in range(4):
        make_candidate(claim)

    assert _queries(client, claim) == few


def _queries(client, claim):
    with CaptureQueriesContext(connection) as queries:
        assert page_of(client, claim).status_code == 200
    return len(queries)


def test_related_claims_are_fetched_apart_with_what_keeps_them_apart(client):
    claim = make_claim(statement="Amir Khan Muttaqi will visit Islamabad")
    other = make_claim(statement="Amir Khan Muttaqi will visit Pakistan")

    answer = client.get(f"/claims/{claim.number}/related/", headers={"HX-Request": "true"})

    assert f'hx-get="/claims/{claim.number}/related/"' in text_of(client, claim)
    assert f"{other.label} {other.statement}</a>" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_claim_that_says_the_same_is_not_called_related(client):
    claim, _ = make_claim(), make_claim()

    text = client.get(f"/claims/{claim.number}/related/").content.decode()

    assert "No other claim is of the same matter." in text
