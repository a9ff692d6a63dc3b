"""Suspended links in the queue: re-affirmed, withdrawn, and either taken back."""

import pytest
from django.urls import reverse

from claims.models import Event, Link
from claims.reports.facts import figures_for
from claims.services import links, versions
from claims.vocabulary import Verb
from tests.factories import make_analyst, make_claim
from tests.queue.judging import HTMX
from tests.queue.waiting import (
    SAID,
    SECOND,
    TYPED,
    acts_of,
    body,
    make_retracted_link,
    make_stale_link,
    page,
    undo,
)

pytestmark = pytest.mark.django_db


def accept(client, link, words=TYPED):
    return client.post(reverse("stale-accept", args=[link.pk]), {"words": words}, headers=HTMX)


def reaffirm(client, link, **data):
    return client.post(reverse("stale-reaffirm", args=[link.pk]), data, headers=HTMX)


def withdraw(client, link, reason="It says another number."):
    return client.post(reverse("stale-withdraw", args=[link.pk]), {"reason": reason}, headers=HTMX)


def waits(client):
    return page(client, "stale").context["line"].keys


def test_old_words_stand_beside_the_nearest_with_the_difference(client, amina):
    make_stale_link()

    shown = body(page(client, "stale"))

    assert "<mark>An 11-member team" in shown
    assert f"<mark>{SECOND}</mark>" in shown
    assert "<del>11</del><ins>12</ins>" in shown


def test_what_the_outlet_did_is_told_with_a_way_to_all_that_changed(client, amina):
    article = make_stale_link().passage.article
    versions.say_why(version=article.newest_version(), change="correction", reason="Its foot says so.", by=amina)

    shown = body(page(client, "stale"))

    assert "What the outlet did: corrected, <q>Its foot says so.</q>" in shown
    assert f"/articles/{article.pk}/versions/2/changes/?from=1" in shown


def test_other_words_are_re_affirmed_by_the_form_alone(client, amina):
    link = make_stale_link()

    act = acts_of(page(client, "stale"))["queue.accept"]
    response = accept(client, link, SECOND)

    assert (act.how, act.label) == ("form", "Re-affirm…")
    assert response.status_code == 422
    assert "say why the link still holds" in body(response)
    assert waits(client) == [link.pk]


def test_the_form_opens_on_the_nearest_words_and_re_affirms(client, amina):
    link = make_stale_link()

    form = client.get(reverse("stale-reaffirm", args=[link.pk])).context["form"]
    reaffirm(client, link, quote=form["quote"].value(), reason="One more joined.")

    assert form["quote"].value() == SECOND
    assert waits(client) == []
    assert link.pk not in figures_for([link.claim])[link.claim_id].uncounted


def test_the_same_words_in_other_type_are_re_affirmed_at_once(client, amina):
    link = make_stale_link(SAID, TYPED)

    act = acts_of(page(client, "stale"))["queue.accept"]
    response = accept(client, link)

    assert act.how == "post"
    assert "1 judged today" in body(page(client, "stale", link)) or response.context["progress"].done == 1
    assert Event.objects.get(verb=Verb.REAFFIRMED).reason.startswith("The same words")
    assert waits(client) == []


def test_words_of_a_withdrawn_article_need_a_reason(client, amina):
    link = make_retracted_link()

    response = page(client, "stale")

    assert "The outlet withdrew the article" in body(response)
    assert acts_of(response)["queue.accept"].how == "form"
    reaffirm(client, link, reason="The agency's own report stands.")
    assert waits(client) == []


def test_withdrawing_asks_for_a_reason_in_its_place(client, amina):
    link = make_stale_link()

    silent = withdraw(client, link, reason="")
    withdraw(client, link)

    assert silent.status_code == 422
    assert Link.objects.get(pk=link.pk).withdrawn_reason == "It says another number."
    assert waits(client) == []


def test_undo_of_a_re_affirmation_suspends_the_link_again_and_keeps_the_record(client, amina):
    link = make_stale_link(SAID, TYPED)
    accept(client, link)

    undo(client, "stale")

    (anew,) = waits(client)
    anew = Link.objects.get(pk=anew)
    assert (anew.supersedes, anew.passage.exact, anew.claim) == (link, SAID, link.claim)
    assert Link.objects.get(pk=link.pk).withdrawn_by == amina
    assert anew.pk in figures_for([link.claim])[link.claim_id].uncounted
    assert acts_of(page(client, "stale"))["queue.accept"].how == "post"


def test_undo_of_a_re_affirmation_suspends_every_link_that_counted_by_it(client, amina):
    link = make_stale_link(SAID, TYPED)
    other = links.add(
        claim=make_claim(), passage=link.passage, stance="supports", basis="expectation", by=amina, acknowledged=True
    )
    assert waits(client) == [link.pk, other.pk]
    accept(client, link)
    assert waits(client) == []

    undo(client, "stale")

    assert set(Link.objects.filter(pk__in=waits(client)).values_list("claim", flat=True)) == {
        link.claim_id, other.claim_id,
    }  # fmt: skip


def test_undo_of_a_withdrawal_lets_the_link_wait_again(client, amina):
    link = make_stale_link()
    withdraw(client, link)

    undo(client, "stale")

    (anew,) = waits(client)
    assert Link.objects.get(pk=anew).supersedes == link
    assert Event.objects.filter(noun="link", verb=Verb.UNDONE).count() == 1
    assert undo(client, "stale").status_code == 422


def test_undo_makes_no_link_into_a_withdrawn_article(client, amina):
    withdraw(client, make_retracted_link())

    response = undo(client, "stale")

    assert response.status_code == 422
    assert "made anew, would count" in body(response)
    assert waits(client) == []


def test_what_a_colleague_did_meanwhile_is_said(client, amina):
    link = make_stale_link(SAID, TYPED)
    links.withdraw(link=link, reason="Wrong.", by=make_analyst("bob"))

    response = accept(client, link)

    assert response.status_code == 422
    assert "bob withdrew a link" in body(response)


def test_words_that_changed_again_since_they_were_shown_are_not_re_affirmed(client, amina):
    link = make_stale_link(SAID, TYPED)

    assert accept(client, link, words=SAID).status_code == 409
    assert waits(client) == [link.pk]


def test_why_and_whose_claim_narrow_the_list(client, amina):
    bob = make_analyst("bob")
    changed, retracted = make_stale_link(claim=make_claim(by=bob, owner=bob)), make_retracted_link()

    def keys(**query):
        return page(client, "stale", **query).context["line"].keys

    assert keys(why="changed") == keys(owner="bob") == [changed.pk]
    assert keys(why="withdrawn") == [retracted.pk]
    assert keys(claim=changed.claim.number) == [changed.pk]
