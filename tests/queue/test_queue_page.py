"""What the queue shows, in which order, and what it says when nothing is left."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import AssistantRun, Claim, Link, Suggestion
from claims.services import suggestions
from claims.views.queue_stage import TEACHING
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_user, make_version
from tests.queue.suggesting import SUGGEST, suggest_claim, suggest_link, suggest_origin

pytestmark = pytest.mark.django_db


def page(client, **query):
    return client.get(reverse("queue", query=query)).content.decode()


def shown(client, **query):
    return client.get(reverse("queue", query=query)).context["suggestion"]


def test_the_best_suggestion_comes_first_and_equals_by_age(client, amina):
    weak, first, second = suggest_claim(score=0.2), suggest_claim(score=0.9), suggest_claim(score=0.9)

    place = client.get(reverse("queue")).context["place"]

    assert shown(client) == first
    assert (place.position, place.total, place.previous, place.next) == (1, 3, None, second.pk)
    last = client.get(weak.get_absolute_url()).context["place"]
    assert (last.position, last.previous, last.next) == (3, second.pk, None)


def test_neighbours_stay_when_a_colleague_judges_what_is_open(client, amina):
    first, open_one, last = (suggest_claim(score=score) for score in (0.9, 0.8, 0.7))
    suggestions.reject(suggestion=open_one, by=make_analyst())

    place = client.get(open_one.get_absolute_url()).context["place"]

    assert (place.previous, place.next, place.total) == (first.pk, last.pk, 2)


def test_the_words_stand_marked_in_their_paragraph(client, amina):
    suggest_link()

    body = page(client)

    assert "<mark>Muttaqi arrived in Islamabad</mark> on Wednesday. He met Qureshi.</p>" in body
    assert "Kabul slept." in body
    assert "Talks follow." in body


def test_the_article_is_opened_at_the_words(client, amina):
    suggestion = suggest_claim(score=0.2)
    article = suggestion.version.article

    [address] = re.findall(r'href="([^"]+)">In the article<', page(client))

    assert html.unescape(address) == f"/articles/{article.pk}/?version=1&suggestions=all#suggestion-{suggestion.pk}"
    assert f'id="suggestion-{suggestion.pk}"' in client.get(html.unescape(address)).content.decode()


def test_the_words_of_links_are_opened_at_their_marks(client, amina):
    suggest_origin()

    addresses = re.findall(r'href="([^"]+)">In the article<', page(client))

    assert [address.rpartition("#")[2] for address in addresses] == [
        f"passage-{link.passage_id}" for link in Link.objects.order_by("-pk")
    ]


def test_words_that_nothing_marks_are_found_by_what_they_say(client, amina):
    suggestion = suggest_link()
    suggestions.reject(suggestion=suggestion, by=amina)

    assert "#:~:text=Muttaqi%20arrived%20in%20Islamabad" in client.get(suggestion.get_absolute_url()).content.decode()


def test_a_suggested_claim_says_what_would_be_made_of_it(client, amina):
    suggest_claim()

    assert (
        "Makes an open claim: forecast, window 8–11 Nov 2021 (from “this week”), said by sources, "
        "through The Express Tribune → ANI."
    ) in page(client)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"stance": "supports", "basis": "outcome"}, "in support of {claim}, reported to have happened."),
        ({"stance": "refutes", "basis": "outcome"}, "as a conflict with {claim}, reported not to have happened."),
        ({"stance": "context", "basis": ""}, "as context to {claim} (never counted)."),
    ],
)
def test_a_suggested_link_says_what_it_would_do(client, amina, said, sentence):
    suggestion = suggest_link(**said)

    assert f"Links these words {sentence.format(claim=suggestion.claim.label)}" in page(client)


def test_what_is_only_worth_a_look_is_labelled_so(client, amina):
    suggest_link(stance="context", basis="")

    assert "Check these two" in page(client)


def test_rules_of_evidence_are_said_before_a_link_is_accepted(client, amina):
    claim = make_claim()
    suggest_link(claim, article=make_article(f"{FORETOLD} today."), quote=FORETOLD)

    assert "E2: published on the very day from which an outcome can be reported" in page(client)


def test_the_two_passages_of_one_origin_stand_side_by_side(client, amina):
    suggest_origin()

    assert page(client).count(f"<mark>{FORETOLD}</mark>") == 2


def test_what_says_the_same_already_is_named_beside_a_suggested_claim(client, amina):
    claim = make_claim()
    suggest_claim()

    body = page(client)

    assert "Already a claim? Then link the words to it instead." in body
    assert f'<span class="number">{claim.label}</span> Muttaqi will visit Islamabad' in body
    assert "Accept… <kbd" in body


def test_words_are_linked_to_the_claim_that_says_the_same(client, amina):
    claim, suggestion = make_claim(), suggest_claim()

    [address] = set(re.findall(r'hx-get="([^"]+)" data-act="queue.link"', page(client, kind="claim")))

    assert address == f"/queue/{suggestion.pk}/link/{claim.number}/?kind=claim"
    assert client.get(address).context["instead"] == claim


def test_whoever_only_reads_is_offered_no_link(client):
    make_claim()
    suggest_claim()
    client.force_login(make_user())

    body = page(client)

    assert "says the same" in body
    assert "/link/" not in body


@pytest.mark.parametrize("kind", SUGGEST)
def test_whoever_only_reads_sees_the_queue_and_why_the_buttons_are_grey(client, kind):
    SUGGEST[kind]()
    client.force_login(make_user())

    body = page(client)

    assert "Only analysts and reviewers can do this." in body
    assert 'data-act="queue.accept" data-decides disabled' in body
    assert 'data-act="queue.reject" data-decides disabled' in body


def test_analysts_see_why_they_cannot_merge_but_can_reject(client, amina):
    SUGGEST["merge"]()

    body = page(client)

    assert "Only reviewers can do this." in body
    assert 'data-act="queue.reject" data-decides>' in body


def test_a_judged_suggestion_says_who_was_quicker_and_what_was_made(client, amina):
    suggestion = suggest_claim()
    suggestions.accept(suggestion=suggestion, by=make_analyst("bob"))

    body = client.get(suggestion.get_absolute_url()).content.decode()

    claim = Claim.objects.get()
    assert "bob accepted this" in body
    assert f'It made <a href="{claim.get_absolute_url()}">{claim.label}</a>.' in body
    assert 'data-act="queue.accept"' not in body


def test_an_anchor_is_shown_with_the_words_that_are_gone(client, amina):
    article = make_article()
    make_claim(article=article)
    make_version(article, "Muttaqi is expected to visit Lahore this week. Talks follow.")

    body = page(client, kind="anchor")

    assert "Where do these words stand now?" in body
    assert FORETOLD in body
    assert "Say on the page of the link why it still holds" in body
    assert f"/links/{Link.objects.get().pk}/reaffirm/" in body


def test_an_empty_desk_is_told_to_import(client, amina):
    assert "none is imported yet" in page(client)


def test_a_queue_judged_to_the_end_says_so(client, amina):
    AssistantRun.objects.filter(version=suggest_claim().version).update(waiting=False, done_at=timezone.now())
    suggestions.reject(suggestion=Suggestion.objects.get(), by=amina)

    assert "Everything that was suggested is judged: 0 accepted, 1 rejected." in page(client)


def test_a_filter_that_leaves_nothing_offers_to_clear_it(client, amina):
    suggest_claim()

    body = page(client, kind="merge")

    assert "Nothing that is pending matches these filters. One suggestion waits without them." in body
    assert "Reject all of these" not in body


def test_articles_that_are_still_being_read_are_counted(client, amina):
    make_article()
    make_article()

    assert "2 articles are still being read." in page(client)


def test_a_queue_that_never_held_anything_says_so(client, amina):
    AssistantRun.objects.filter(version=make_article().newest_version()).update(waiting=False, done_at=timezone.now())

    body = page(client)

    assert "Every article is read, and nothing is suggested." in body
    assert "New articles and new claims bring new suggestions." in body


@pytest.mark.parametrize("kind", [*SUGGEST, "anchor"])
def test_an_empty_kind_says_when_such_a_thing_is_suggested(client, amina, kind):
    other = "merge" if kind == "claim" else "claim"
    SUGGEST[other]()

    response = client.get(reverse("queue", query={"kind": kind}))

    assert response.context["teaching"] == TEACHING[kind]
    assert TEACHING[kind] in response.content.decode()


@pytest.mark.parametrize("kind", SUGGEST)
def test_more_suggestions_need_no_more_queries(client, amina, kind):
    SUGGEST[kind]()
    client.get(reverse("queue"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(reverse("queue", query={"kind": kind}))
    for _ in range(3):
        SUGGEST[kind]()

    with CaptureQueriesContext(connection) as many:
        client.get(reverse("queue", query={"kind": kind}))

    assert len(many) <= len(few) + 1  # the first one had no next to look for


def test_htmx_gets_the_part_that_changes_and_its_address(client, amina):
    suggest_claim(score=0.5)
    suggestion = suggest_claim(score=0.9)

    response = client.get(reverse("queue", query={"kind": "claim"}), headers={"HX-Request": "true"})

    assert b"<html" not in response.content
    assert response["HX-Replace-Url"] == f"/queue/{suggestion.pk}/?kind=claim"
    assert "HX-Request" in response["Vary"]
