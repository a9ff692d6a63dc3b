"""The reviewer's pages of a round: what is hidden, what differs, who is asked, and whose proposal goes back."""

import re

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Assessment, Claim, ProposalRequest, Seal
from claims.reports.claim_effects import edit_effects, merge_effects
from claims.services import amending, assessments, proposal_requests, seals
from claims.vocabulary import Verdict
from tests.factories import make_analyst, make_claim, make_link, make_proposal, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


@pytest.fixture
def bob():
    return make_analyst("bob")


@pytest.fixture
def rita(client):
    person = make_reviewer("rita")
    client.force_login(person)
    return person


@pytest.fixture
def claim():
    claim = make_claim()
    make_link(claim)
    return claim


@pytest.fixture
def sealed(settings, claim, alice):
    settings.FACTCHECK_BLIND_PROPOSALS = True
    make_proposal(claim, by=alice, rationale="He was seen there.")
    claim.refresh_from_db()
    return claim


def to(name, claim):
    return reverse(f"claim-{name}", args=[claim.number])


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


# Blind -------------------------------------------------------------------------------------------------------------


def test_the_decide_page_says_what_is_hidden_and_the_two_ways(client, rita, sealed):
    page = client.get(to("decide", sealed))

    assert page.status_code == 200
    assert "alice has proposed" in words(page)
    assert to("propose", sealed) in page.text
    assert f'action="{to("open-round", sealed)}"' in page.text
    assert "He was seen there." not in page.text
    assert "proposals" not in page.context or not page.context["proposals"]


def test_opening_the_round_leads_to_the_form_with_the_proposal_in_it(client, rita, sealed):
    answer = client.post(to("open-round", sealed), follow=True)

    assert answer.redirect_chain == [(to("decide", sealed), 302)]
    assert "He was seen there." in answer.text
    assert answer.context["form"].initial["verdict"] == "confirmed"


def test_who_came_from_the_queue_is_led_back_there_after_deciding(client, rita, sealed):
    answer = client.post(to("open-round", sealed), {"next": "/queue/proposals/"})

    assert answer.url == f"{to('decide', sealed)}?next=%2Fqueue%2Fproposals%2F"


def test_who_speaks_first_or_asks_is_led_back_to_the_queue_too(client, rita, sealed):
    page = client.get(to("decide", sealed), {"next": "/queue/proposals/"})

    onwards = re.findall(r'href="(/claims/[^"]+/(?:propose|ask)/[^"]*)"', page.text)
    assert sorted(onwards) == sorted(
        f"{to(name, sealed)}?next=%2Fqueue%2Fproposals%2F" for name in ("propose", "ask")
    )


@pytest.fixture
def taken_back(sealed, alice):
    assessments.withdraw_proposal(proposal=Assessment.objects.get(), by=alice)
    return sealed


def test_a_reviewer_opens_on_the_claim_what_its_author_took_back(client, rita, taken_back):
    page = client.get(taken_back.get_absolute_url())

    answer = client.post(to("open-round", taken_back), follow=True)

    assert ", and took it back since." in words(page)
    assert f'action="{to("open-round", taken_back)}"' in page.text
    assert answer.redirect_chain == [(f"{taken_back.get_absolute_url()}#assessments", 302)]
    assert "He was seen there." in answer.text
    assert to("open-round", taken_back) not in answer.text


@pytest.mark.parametrize(("name", "query"), [("bob", {}), ("rita", {"as_of": "2021-11-12"})])
def test_nothing_is_opened_by_an_analyst_or_on_a_page_of_the_past(client, rita, bob, taken_back, name, query):
    client.force_login({"bob": bob, "rita": rita}[name])

    page = client.get(taken_back.get_absolute_url(), query)

    assert "alice proposed" in words(page)
    assert to("open-round", taken_back) not in page.text


def test_the_claim_says_that_it_was_amended_since_somebody_spoke(client, rita, sealed, bob):
    amending.edit(claim=sealed, values={"criteria": "Seen by two."}, by=bob, reason="Tidier.")

    page = client.get(sealed.get_absolute_url())

    assert ", and the claim was amended since." in words(page)
    assert "He was seen there." not in page.text


def test_it_is_said_beforehand_that_a_merge_opens_what_is_hidden_and_an_amendment_does_not(sealed):
    amended = edit_effects(sealed, {"criteria": "Seen by two."}, amends=True)
    merged = merge_effects(sealed, make_claim())

    told = [render_to_string("claims/_act_effects.html", {"effects": effects}) for effects in (amended, merged)]

    assert "alice: hidden so far, and not shown by this<" in told[0]
    assert "alice: hidden so far; everybody can read it then<" in told[1]


def test_a_round_opened_meanwhile_is_not_opened_again(client, rita, sealed):
    seals.open_round(claim=sealed, by=make_reviewer())

    answer = client.post(to("open-round", sealed))

    assert answer.status_code == 422
    assert "is hidden from you" in answer.text


def test_a_decision_sent_before_opening_is_refused_and_shows_nothing(client, rita, sealed):
    said = {
        "verdict": "moot",
        "confidence": "low",
        "rationale": "Mine",
        "what_would_change": "Much",
        "as_of": "2021-11-12",
    }

    answer = client.post(to("decide", sealed), said | {"seen": "0"})

    assert answer.status_code == 422
    assert "What was proposed is hidden from you" in answer.text
    assert "He was seen there." not in answer.text
    assert Assessment.objects.count() == 1


def test_who_is_to_speak_second_is_told_that_both_will_be_read(client, rita, sealed):
    page = client.get(to("propose", sealed))

    assert "You judge without knowing what was proposed." in words(page)
    assert "alice has proposed" in words(page)
    assert "He was seen there." not in page.text


def test_the_claim_says_who_has_spoken_and_no_more(client, bob, sealed):
    client.force_login(bob)

    page = client.get(sealed.get_absolute_url())

    assert "alice has proposed" in words(page)
    assert "A proposal is hidden until a second person has spoken, or a reviewer opens the round." in words(page)
    assert "He was seen there." not in page.text
    assert "Confirmed" not in words(page)


def test_its_author_reads_it_and_that_nobody_else_can(client, alice, sealed):
    client.force_login(alice)

    page = client.get(sealed.get_absolute_url())

    assert "He was seen there." in page.text
    assert "Nobody but you can read this" in page.text


def test_a_proposal_made_blind_says_so_when_it_can_be_read(client, rita, sealed, bob):
    make_proposal(sealed, by=bob)

    page = client.get(sealed.get_absolute_url())

    assert page.text.count("made blind") == 2


def test_the_queue_offers_to_decide_what_is_hidden_but_not_to_send_it_back(client, rita, sealed):
    page = client.get(reverse("waiting-detail", args=["proposals", sealed.pk]))

    acts = {act.label: bool(act.refused) for act in page.context["acts"]}
    assert acts == {"Decide…": False, "Propose another…": False, "Send back…": True}
    assert "alice has proposed" in words(page)
    assert "What is the verdict on" in page.text


# Differences -------------------------------------------------------------------------------------------------------


@pytest.fixture
def disputed(claim, alice, bob):
    make_proposal(claim, by=alice, rationale="He was seen in Islamabad on Monday.")
    make_proposal(claim, by=bob, verdict=Verdict.MOOT, rationale="He was seen in Islamabad on Friday.")
    claim.refresh_from_db()
    return claim


@pytest.mark.parametrize(
    "page_of", [lambda c: c.get_absolute_url(), lambda c: to("decide", c), lambda c: to("send-back", c)]
)
def test_two_proposals_stand_side_by_side(client, rita, disputed, page_of):
    page = client.get(page_of(disputed))

    table = page.text[
        page.text.index('id="differences"') : page.text.index("</table>", page.text.index('id="differences"'))
    ]
    assert re.findall(r"<mark>(.*?)</mark>", table) == ["Monday", "Friday"]
    assert re.findall(r'class="verdict" data-value="(\w+)"', table) == ["confirmed", "moot"]
    assert "As of" in re.search(r"<tr data-same><th scope=\"row\">As of.*?</tr>", table, re.S)[0]


def test_one_proposal_stands_as_it_did(client, rita, claim):
    make_proposal(claim)

    page = client.get(claim.get_absolute_url())

    assert 'id="differences"' not in page.text
    assert 'class="card assessment"' in page.text


def test_ones_own_is_withdrawn_where_it_stands_beside_others(client, alice, disputed):
    client.force_login(alice)

    page = client.get(disputed.get_absolute_url())

    own = Assessment.objects.get(author=alice)
    assert re.findall(r'action="(/proposals/\d+/withdraw/)"', page.text) == [
        reverse("proposal-withdraw", args=[own.pk])
    ]


@pytest.mark.parametrize("page_of", [lambda c: c.get_absolute_url(), lambda c: to("decide", c)])
def test_more_proposals_ask_no_more_queries(client, rita, disputed, page_of):
    client.get(page_of(disputed))
    with CaptureQueriesContext(
        connection,
    ) as of_two:
        client.get(page_of(disputed))
    for _ in range(2):
        make_link(disputed)
        make_proposal(disputed)

    with CaptureQueriesContext(connection) as of_four:
        client.get(page_of(disputed))

    assert len(of_four) <= len(of_two)


# Sent back to one --------------------------------------------------------------------------------------------------


def test_one_of_two_is_sent_back(client, rita, disputed, bob):
    answer = client.post(to("send-back", disputed), {"to": bob.pk, "reason": "Which report?"}, follow=True)

    assert "The proposal of bob was sent back" in words(answer)
    assert Claim.objects.get(pk=disputed.pk).state == "proposed"
    assert Assessment.objects.get(author=bob).closing_note == "Which report?"


def test_all_are_sent_back_where_nobody_is_named(client, rita, disputed):
    client.post(to("send-back", disputed), {"to": "", "reason": "Which report?"})

    assert Claim.objects.get(pk=disputed.pk).state == "open"
    assert {one.closing for one in Assessment.objects.all()} == {"sent_back"}


def test_with_one_proposal_nobody_is_named(client, rita, claim):
    make_proposal(claim)

    page = client.get(to("send-back", claim))

    assert "to" not in page.context["form"].fields


def test_it_cannot_be_sent_back_to_who_has_not_proposed(client, rita, disputed):
    answer = client.post(to("send-back", disputed), {"to": rita.pk, "reason": "Which report?"})

    assert answer.status_code == 422
    assert Claim.objects.get(pk=disputed.pk).state == "proposed"


# Asked for ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def carol():
    return make_analyst("carol")


def test_a_reviewer_asks_somebody_who_has_not_spoken(client, rita, disputed, carol):
    page = client.get(to("ask", disputed))
    offered = set(page.context["form"].fields["person"].queryset)

    answer = client.post(to("ask", disputed), {"person": carol.pk, "note": "You speak Dari."}, follow=True)

    assert carol in offered
    assert not offered & {rita, *(one.author for one in Assessment.objects.all())}
    assert "carol is asked for another proposal" in words(answer)
    assert "rita asked carol for another proposal" in words(answer)
    assert "You speak Dari." in answer.text
    assert ProposalRequest.objects.get().person == carol


def test_whoever_is_asked_is_led_from_the_claim_the_queue_and_the_inbox(client, rita, disputed, carol):
    proposal_requests.ask(claim=disputed, person=carol, note="You speak Dari.", by=rita)
    client.force_login(carol)

    page, queue, told = (client.get(url) for url in (disputed.get_absolute_url(), "/queue/asked/", "/inbox/"))

    assert "rita asked you for another proposal" in words(page)
    assert page.context["answerable"] == [ProposalRequest.objects.get()]
    assert queue.context["item"] == disputed
    assert "You speak Dari." in queue.text
    assert to("propose", disputed) in queue.text
    assert "rita asked you for another proposal on" in words(told)


def test_what_is_asked_of_another_is_not_offered(client, rita, disputed, carol):
    proposal_requests.ask(claim=disputed, person=carol, note="You speak Dari.", by=rita)
    client.force_login(make_analyst("dan"))

    page, queue = client.get(disputed.get_absolute_url()), client.get("/queue/asked/")

    assert page.context["answerable"] == []
    assert "Take the request back" not in page.text
    assert queue.context["item"] is None


def test_answering_from_the_queue_counts_as_done_there(client, rita, claim, carol):
    make_proposal(claim)
    claim.refresh_from_db()
    proposal_requests.ask(claim=claim, note="One more.", by=rita)
    client.force_login(carol)
    make_proposal(claim, by=carol)

    page = client.get("/queue/asked/")

    assert page.context["item"] is None
    assert page.context["progress"].done == 1
    assert "You proposed a verdict on" in words(page)
    undone = client.post("/queue/asked/undo/")
    assert undone.status_code == 422
    assert "withdraw it on the page of the claim" in undone.text


def test_a_request_is_taken_back_on_the_claim(client, rita, disputed, carol):
    asked = proposal_requests.ask(claim=disputed, person=carol, note="You speak Dari.", by=rita)

    answer = client.post(reverse("request-take-back", args=[asked.pk]), follow=True)

    assert answer.redirect_chain == [(disputed.get_absolute_url(), 302)]
    assert not ProposalRequest.objects.live().exists()
    assert "took back the request for another proposal" in words(answer)


def test_a_request_that_was_answered_meanwhile_is_not_taken_back(client, rita, disputed, carol):
    asked = proposal_requests.ask(claim=disputed, person=carol, note="You speak Dari.", by=rita)
    make_proposal(disputed, by=carol)

    answer = client.post(reverse("request-take-back", args=[asked.pk]))

    assert answer.status_code == 422
    assert "closed: answered by a proposal" in answer.text


def test_the_page_of_the_past_tells_what_was_asked_then(client, rita, disputed, carol):
    asked = proposal_requests.ask(claim=disputed, person=carol, note="You speak Dari.", by=rita)
    proposal_requests.take_back(request=asked, by=rita)

    now = client.get(disputed.get_absolute_url())
    then = client.get(disputed.get_absolute_url(), {"recorded_by": asked.created_at.isoformat()})

    assert (now.context["requests"], then.context["requests"]) == ([], [asked])


def test_the_menu_counts_what_is_asked_of_a_person(client, rita, disputed, carol):
    proposal_requests.ask(claim=disputed, person=carol, note="You speak Dari.", by=rita)
    client.force_login(carol)

    page = client.get("/settings/")

    assert "1 proposal asked of you" in words(page)


# The admin ---------------------------------------------------------------------------------------------------------


def test_the_admin_leads_from_a_hidden_assessment_to_its_claim(client, rita, sealed):
    proposal = Seal.objects.get().proposal_id

    listed = client.get(reverse("admin:claims_assessment_changelist"), {"q": "seen there"})
    record = client.get(reverse("admin:claims_assessment_change", args=[proposal]))

    assert "0 assessments" in words(listed)
    assert record.url == f"{sealed.get_absolute_url()}#assessments"
