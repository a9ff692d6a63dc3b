"""Suggestions judged on the page: each answer is about the suggestion that it names, and about nothing else."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from claims.models import Claim, Event, Link, Suggestion
from claims.services import offers, suggestions
from claims.vocabulary import Verb
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_reviewer
from tests.queue.suggesting import suggest_claim, suggest_link, suggest_merge, suggest_origin

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def amina(client):
    """An analyst who is logged in."""
    person = make_analyst("amina")
    client.force_login(person)
    return person


def post(client, name, suggestion=None, query=None, htmx=False, **data):
    address = reverse(name, args=[suggestion.pk] if suggestion else [], query=query)
    return client.post(address, data, headers=HTMX if htmx else {})


def state_of(suggestion):
    return Suggestion.objects.get(pk=suggestion.pk).state


def test_accepting_makes_the_claim_and_goes_on_under_the_same_filter(client, amina):
    suggestion, following = suggest_claim(score=0.9), suggest_claim(score=0.8)

    response = post(client, "suggestion-accept", suggestion, {"kind": "claim"})

    assert response.url == f"/queue/{following.pk}/?kind=claim"
    claim = Claim.objects.get()
    body = client.get(response.url).content.decode()
    assert f'You accepted “Muttaqi will visit Islamabad”: <a href="/claims/{claim.number}/">{claim.label}</a>' in body


def test_htmx_gets_the_next_suggestion_at_once(client, amina):
    suggestion, following = suggest_claim(score=0.9), suggest_claim(score=0.8)

    response = post(client, "suggestion-accept", suggestion, htmx=True)

    assert response.context["suggestion"] == following
    assert response["HX-Replace-Url"] == following.get_absolute_url()
    assert b"1</b> of <b>1</b>" in response.content
    assert b"1 judged today" in response.content


def test_a_second_submit_is_answered_with_what_became_of_it_and_touches_nothing_else(client, amina):
    suggestion, following = suggest_claim(score=0.9), suggest_claim(score=0.8)
    post(client, "suggestion-accept", suggestion)

    again = post(client, "suggestion-accept", suggestion, htmx=True)

    assert again.status_code == 409
    assert "amina accepted this" in again.content.decode()
    assert f"/queue/{following.pk}/" in again.content.decode()
    assert (state_of(following), Claim.objects.count()) == ("pending", 1)


@pytest.mark.parametrize("name", ["suggestion-accept", "suggestion-reject"])
def test_what_a_colleague_judged_meanwhile_is_not_judged_again(client, amina, name):
    suggestion = suggest_claim()
    suggestions.reject(suggestion=suggestion, by=make_analyst("bob"))

    response = post(client, name, suggestion)

    assert response.status_code == 409
    assert "bob rejected this" in response.content.decode()
    assert Suggestion.objects.get().decided_by.username == "bob"
    assert not Claim.objects.exists()


@pytest.mark.parametrize("name", ["suggestion-accept", "suggestion-reject"])
def test_what_changed_since_it_was_shown_is_not_judged(client, amina, name):
    suggestion = suggest_claim()
    shown = client.get(reverse("queue")).context["fingerprint"]
    changed = Suggestion.objects.get()
    changed.payload |= {"statement": "Muttaqi will visit Lahore"}
    offers.renew([changed], among=Suggestion.objects.all())

    response = post(client, name, suggestion, shown=shown)

    assert response.status_code == 409
    assert "has changed since you opened it" in response.content.decode()
    assert state_of(suggestion) == "pending"


def test_a_judgement_may_lead_back_to_the_page_it_was_made_on(client, amina):
    suggestion = suggest_link()
    back = f"{suggestion.claim.get_absolute_url()}#candidates"

    response = post(client, "suggestion-reject", suggestion, next=back)

    assert response.url == back
    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "Rejected; it is not suggested again."
    ]


def test_an_edit_leads_back_to_the_page_it_was_begun_on(client, amina):
    suggestion = suggest_link(stance="context", basis="")
    back = suggestion.claim.get_absolute_url()
    form = {"edited": "1", "stance": "context", "quote": suggestion.quote}
    form |= {"speaker_kind": "unattributed", "certainty": "certain"}

    opened = client.get(reverse("suggestion-accept", args=[suggestion.pk], query={"next": back}))
    response = post(client, "suggestion-accept", suggestion, {"next": back}, **form)

    assert f'href="{back}" data-cancels' in opened.content.decode()
    assert response.url == back


def test_what_a_filter_hides_is_not_said_to_be_skipped(client, amina):
    post(client, "suggestion-skip", suggest_claim())

    body = client.get(reverse("queue", query={"kind": "link"})).content.decode()

    assert "Nothing that is pending matches these filters." in body


def test_no_judgement_leads_to_another_site(client, amina):
    response = post(client, "suggestion-reject", suggest_link(), next="https://elsewhere.example/")

    assert response.url == "/queue/"


def test_a_conflict_opens_the_form_that_asks_for_its_reason(client, amina):
    suggestion = suggest_link(stance="refutes")

    response = post(client, "suggestion-accept", suggestion, htmx=True)

    assert response.status_code == 422
    assert "Say in what the passage conflicts with the claim" in response.content.decode()
    assert response.context["form"]["stance"].value() == "refutes"
    assert state_of(suggestion) == "pending"


def test_a_warning_opens_the_form_and_goes_through_when_acknowledged(client, amina):
    claim = make_claim()
    suggestion = suggest_link(claim, article=make_article(f"{FORETOLD} today."), quote=FORETOLD)
    form = {"edited": "1", "stance": "supports", "basis": "outcome", "quote": FORETOLD}
    form |= {"speaker_kind": "unattributed", "certainty": "certain"}

    warned = post(client, "suggestion-accept", suggestion)
    unread = post(client, "suggestion-accept", suggestion, **form)
    through = post(client, "suggestion-accept", suggestion, **form, acknowledge="on")

    assert (warned.status_code, unread.status_code, through.status_code) == (422, 422, 302)
    assert "Save it all the same" in warned.content.decode()
    assert Link.objects.filter(claim=claim, stance="supports").count() == 1


def test_edited_values_go_into_what_is_made(client, amina):
    suggestion = suggest_claim()
    form = client.get(reverse("suggestion-accept", args=[suggestion.pk])).context["form"]
    said = {name: form[name].value() or "" for name in form.fields}
    said |= {"statement": "Amir Khan Muttaqi will visit Pakistan", "topics": "Diplomacy, Visits", "owner": amina.pk}

    response = post(client, "suggestion-accept", suggestion, edited="1", **said)

    claim = Claim.objects.get()
    passage = claim.links.get().passage
    assert response.status_code == 302
    assert claim.statement == "Amir Khan Muttaqi will visit Pakistan"
    assert [topic.name for topic in claim.topics.all()] == ["Diplomacy", "Visits"]
    assert (claim.window_start, claim.window_end, claim.state) == (date(2021, 11, 8), date(2021, 11, 11), "open")
    assert [step.source.name for step in passage.chain_steps.all()][:2] == ["ANI", "The Express Tribune"]


def test_an_edited_claim_may_stay_a_draft(client, amina):
    suggestion = suggest_claim()
    form = client.get(reverse("suggestion-accept", args=[suggestion.pk])).context["form"]
    said = {name: form[name].value() or "" for name in form.fields} | {"owner": amina.pk}

    post(client, "suggestion-accept", suggestion, edited="1", save="draft", **said)

    assert Claim.objects.get().state == "draft"


def test_what_was_typed_stays_in_a_form_that_is_refused(client, amina):
    suggestion = suggest_claim()

    response = post(client, "suggestion-accept", suggestion, edited="1", statement="Half a claim", quote="Elsewhere")

    body = response.content.decode()
    assert response.status_code == 422
    assert "Half a claim</textarea>" in body
    assert state_of(suggestion) == "pending"


def test_what_was_typed_stays_when_a_colleague_was_quicker(client, amina):
    suggestion = suggest_link()
    suggestions.reject(suggestion=suggestion, by=make_analyst("bob"))

    response = post(
        client, "suggestion-accept", suggestion, edited="1", stance="supports", reason="It was on the air"
    )

    assert response.status_code == 409
    assert "bob rejected this" in response.content.decode()
    assert "It was on the air</textarea>" in response.content.decode()


def test_the_same_origin_is_said_of_the_link_with_the_reason_as_edited(client, amina):
    suggestion = suggest_origin()

    post(client, "suggestion-accept", suggestion, edited="1", reason="Both carry the same dispatch.")

    link = Link.objects.get(pk=Suggestion.objects.get().result_id)
    assert (link.independence, link.reason.endswith("Both carry the same dispatch.")) == ("same_origin", True)


def test_a_reviewer_merges_into_the_claim_suggested(client):
    suggestion = suggest_merge()
    client.force_login(make_reviewer())

    post(client, "suggestion-accept", suggestion)

    merged = Claim.objects.get(state="merged")
    assert (merged, merged.merged_into_id) == (suggestion.claim, suggestion.payload["other"])


def test_rejecting_makes_nothing_and_offers_the_next(client, amina):
    suggestion, following = suggest_claim(score=0.9), suggest_claim(score=0.8)

    response = post(client, "suggestion-reject", suggestion, htmx=True)

    assert (state_of(suggestion), Claim.objects.count()) == ("rejected", 0)
    assert response.context["suggestion"] == following


def test_skipped_suggestions_stay_pending_and_come_again_on_request(client, amina):
    first, second = suggest_claim(score=0.9), suggest_claim(score=0.8)

    assert post(client, "suggestion-skip", first).url == second.get_absolute_url()
    assert client.get(reverse("queue")).context["suggestion"] == second
    assert post(client, "suggestion-skip", second).url == reverse("queue")
    assert "What is left here are 2 that you skipped." in client.get(reverse("queue")).content.decode()
    post(client, "queue-again")

    assert client.get(reverse("queue")).context["suggestion"] == first
    assert Suggestion.objects.pending().count() == 2


def test_after_the_last_one_come_those_before_that_were_not_skipped(client, amina):
    skipped, passed_by, last = (suggest_claim(score=score) for score in (0.9, 0.8, 0.7))
    post(client, "suggestion-skip", skipped)

    response = post(client, "suggestion-reject", last)

    assert response.url == passed_by.get_absolute_url()


def test_undo_takes_back_what_was_made_and_shows_it_again(client, amina):
    suggestion = suggest_claim(score=0.9)
    suggest_claim(score=0.8)
    post(client, "suggestion-accept", suggestion)

    response = post(client, "suggestion-undo", htmx=True, of=suggestion.pk)

    assert response.context["suggestion"] == suggestion
    assert "Taken back: 1 suggestion is pending again." in response.content.decode()
    assert (state_of(suggestion), Claim.objects.get().state) == ("pending", "rejected")


def test_undo_sent_twice_takes_back_one_judgement(client, amina):
    first, second = suggest_claim(score=0.9), suggest_claim(score=0.8)
    post(client, "suggestion-reject", first)
    post(client, "suggestion-reject", second)
    post(client, "suggestion-undo", of=second.pk)

    again = post(client, "suggestion-undo", of=second.pk, htmx=True)

    assert again.status_code == 409
    assert (state_of(first), state_of(second)) == ("rejected", "pending")


def test_undo_with_nothing_to_take_back_says_so(client, amina):
    response = post(client, "suggestion-undo")

    assert response.status_code == 422
    assert "no judgement of yours to take back" in response.content.decode()


def test_bulk_rejection_needs_a_filter(client, amina):
    suggest_claim()

    response = post(client, "queue-reject", newest=10_000)

    assert response.status_code == 422
    assert "Narrow the queue with a filter first" in response.content.decode()
    assert Suggestion.objects.pending().count() == 1


def test_bulk_rejection_by_a_filter_that_is_not_understood_rejects_nothing(client, amina):
    suggest_claim()

    response = post(client, "queue-reject", query={"kind": "claim", "score": "most"}, newest=10_000)

    assert response.status_code == 422
    assert Suggestion.objects.pending().count() == 1


def test_bulk_rejection_says_how_many_rejects_these_and_is_undone_at_once(client, amina):
    suggest_claim(), suggest_claim()
    link = suggest_link()
    confirmation = client.get(reverse("queue-reject", query={"kind": "claim"}))
    newest = confirmation.context["form"]["newest"].value()
    late = suggest_claim()

    response = post(client, "queue-reject", query={"kind": "claim"}, newest=newest)

    assert "Reject 2 suggestions" in confirmation.content.decode()
    assert response.url == "/queue/?kind=claim"
    assert set(Suggestion.objects.pending()) == {link, late}
    assert "You rejected 2 suggestions at once" in client.get("/queue/").content.decode()
    post(client, "suggestion-undo")
    assert Suggestion.objects.pending().count() == 4


def test_a_second_click_on_bulk_rejection_leads_to_the_queue_as_the_first(client, amina):
    suggestion = suggest_claim()
    for _ in range(2):
        response = post(client, "queue-reject", query={"kind": "claim"}, newest=suggestion.pk)

        assert response.url == "/queue/?kind=claim"

    assert Event.objects.filter(verb=Verb.REJECTED).count() == 1


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ({"statement": "It will be his first visit"}, "“It” says nothing without the article."),
        ({"statement": "Envoys will meet and " * 20}, "It has 80 words."),
        ({"statement": "Background and recognition", "score": 0.06}, "It hardly makes a claim"),
    ],
)
def test_a_claim_that_cannot_stand_as_it_is_opens_the_form_and_is_not_made(client, amina, said, doubt):
    suggestion = suggest_claim(**said)

    response = post(client, "suggestion-accept", suggestion)

    assert response.status_code == 422
    assert doubt in response.content.decode()
    assert (state_of(suggestion), Claim.objects.count()) == ("pending", 0)


def test_a_claim_that_says_what_another_says_is_made_from_the_form_alone(client, amina):
    claim, suggestion = make_claim(), suggest_claim()

    refused = post(client, "suggestion-accept", suggestion)
    form = refused.context["form"]
    said = {name: form[name].value() or "" for name in form.fields} | {"owner": amina.pk}
    post(client, "suggestion-accept", suggestion, edited="1", **said)

    assert f"{claim.label} says the same." in refused.content.decode()
    assert Claim.objects.count() == 2
    assert state_of(suggestion) == "accepted"
