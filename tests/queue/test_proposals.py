"""Proposals in the queue: decided, sent back, withdrawn, and what of it can be taken back."""

import pytest
from django.urls import reverse

from claims.models import Assessment, Claim
from claims.services import assessments
from claims.vocabulary import Verdict
from tests.factories import make_analyst, make_claim, make_link, make_proposal, make_reviewer
from tests.queue.waiting import acts_of, body, make_proposed, page, undo

pytestmark = pytest.mark.django_db


@pytest.fixture
def rita(client):
    """A reviewer who is logged in."""
    person = make_reviewer("rita")
    client.force_login(person)
    return person


def decision(client, url):
    """Return what the form of a decision would send as it opens."""
    form = client.get(url).context["form"]
    said = {name: form[name].value() for name in form.fields}
    return said | {"what_would_change": "A later report.", "as_of": "2021-11-20"}


def test_the_claim_and_its_conflicts_stand_before_what_is_proposed(client, rita):
    claim = make_proposed(rationale="AFP saw him.", what_would_change="A denial.")
    make_link(claim, stance="refutes", reason="He stayed.")

    shown = body(page(client, "proposals"))

    order = [claim.statement, "Conflicts with the claim", "Reported to have happened", "AFP saw him.", "A denial."]
    assert sorted(order, key=shown.index) == order


def test_deciding_opens_the_form_prefilled_and_comes_back_to_the_next(client, rita):
    claim, following = make_proposed(), make_proposed()

    act = acts_of(page(client, "proposals"))["queue.accept"]
    form = decision(client, act.url)
    response = client.post(act.url, form)

    assert act.how == "page"
    assert form["verdict"] == Verdict.CONFIRMED
    claim.refresh_from_db()
    assert claim.state == "decided"
    assert response["Location"].startswith(f"/queue/proposals/{following.pk}/")
    assert "You decided" in body(client.get(response["Location"]))


def test_the_main_act_only_opens_the_form(client, rita):
    claim = make_proposed()
    act = acts_of(page(client, "proposals"))["queue.accept"]

    opened, posted = client.get(act.url), client.post(reverse("waiting-detail", args=["proposals", claim.pk]))

    assert (opened.status_code, posted.status_code, act.is_sent) == (200, 405, False)
    claim.refresh_from_db()
    assert claim.state == "proposed"


def test_who_proposed_sees_why_they_may_not_decide(client, rita):
    make_proposed(by=rita)

    acts = acts_of(page(client, "proposals"))

    assert acts["queue.accept"].refused == ("You proposed a verdict on this claim, so someone else must decide it.")
    assert acts["queue.reject"].label == "Withdraw mine"


def test_a_desk_of_one_may_decide_its_own(client, rita, settings):
    settings.FACTCHECK_ONE_PERSON_DESK = True
    make_proposed(by=rita)

    assert acts_of(page(client, "proposals"))["queue.accept"].refused == ""


def test_sending_back_comes_back_to_the_queue_and_cannot_be_undone(client, rita):
    claim = make_proposed()
    url = acts_of(page(client, "proposals"))["queue.reject"].url

    response = client.post(url, {"reason": "Which report?"})

    claim.refresh_from_db()
    assert claim.state == "open"
    assert response["Location"].startswith("/queue/proposals/")
    assert "Its author may propose again." in body(client.get(response["Location"]))
    assert undo(client, "proposals").status_code == 422


def test_a_decision_is_taken_back_by_reopening(client, rita):
    claim = make_proposed()
    url = acts_of(page(client, "proposals"))["queue.accept"].url
    client.post(url, decision(client, url))

    shown = body(page(client, "proposals"))

    assert f"{reverse('claim-reopen', args=[claim.number])}?next=/queue/proposals/" in shown.replace("%2F", "/")


def test_analysts_see_their_own_and_may_withdraw_and_propose_again(client, amina):
    claim = make_proposed(by=amina, rationale="AFP saw him.")
    make_proposed()

    response = page(client, "proposals")
    act = acts_of(response)["queue.reject"]
    gone = client.post(act.url)
    claim.refresh_from_db()
    withdrawn = claim.state
    undo(client, "proposals")

    assert response.context["line"].keys == [claim.pk]
    assert gone["Location"].startswith("/queue/proposals/")
    assert withdrawn == "open"
    claim.refresh_from_db()
    assert claim.state == "proposed"
    assert Assessment.objects.filter(author=amina).live().get().rationale == "AFP saw him."


def test_only_its_author_proposes_again(amina):
    claim = make_proposed(by=amina)
    proposal = claim.assessments.proposals().get(author=amina)
    assessments.withdraw_proposal(proposal=proposal, by=amina)
    proposal.refresh_from_db()

    with pytest.raises(Exception, match="Only its author"):
        assessments.propose_again(proposal=proposal, by=make_analyst())


def test_what_a_colleague_decided_meanwhile_is_said_with_the_way_on(client, rita):
    claim, following = make_proposed(), make_proposed()
    assessments.send_back(claim=claim, reason="Why?", by=make_reviewer("bob"))

    response = page(client, "proposals", claim)

    assert "bob sent the proposal back just now" in body(response)
    assert f"/queue/proposals/{following.pk}/" in body(response)
    assert "Decide…" not in body(response)


def test_verdict_author_and_conflicts_narrow_the_list(client, rita):
    claim = make_proposed(by=make_analyst("bob"))
    make_link(claim, stance="refutes", reason="He stayed.")
    other = make_claim()
    make_link(other, stance="refutes", reason="He stayed.")
    make_proposal(other, verdict=Verdict.REFUTED)

    def keys(**query):
        return page(client, "proposals", **query).context["line"].keys

    assert keys(author="bob") == keys(verdict="confirmed") == [claim.pk]
    assert keys(verdict="refuted") == [other.pk]
    assert keys(conflicts="on") == [claim.pk]


def test_several_proposals_ask_for_the_verdict(client, rita):
    claim = make_proposed()
    make_proposal(Claim.objects.get(pk=claim.pk), verdict=Verdict.PARTLY_CONFIRMED)

    assert f"What is the verdict on {claim.label}?" in body(page(client, "proposals"))
