import re
from datetime import date
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import Assessment, Claim, Event
from claims.services import articles, assessments, links, merging, searches
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client):
    person = make_analyst("alice")
    client.force_login(person)
    return person


@pytest.fixture
def rita(client):
    person = make_reviewer("rita")
    client.force_login(person)
    return person


def to_propose(claim):
    return reverse("claim-propose", args=[claim.number])


def to_decide(claim):
    return reverse("claim-decide", args=[claim.number])


def typed(claim, *relied_on, **changes):
    held = {
        "verdict": "confirmed", "unresolved_reason": "", "confidence": "high", "as_of": "2021-11-12",
        "rationale": "He was seen there.", "what_would_change": "A denial.",
        "relied_on": [link.pk for link in relied_on], "seen": assessments.last_event(claim),
    }  # fmt: skip
    return held | changes


def state_of(claim):
    return Claim.objects.get(pk=claim.pk).state


def test_verdict_is_proposed_on_the_links_ticked(client, alice):
    claim = make_claim()
    link = make_link(claim)

    answer = client.post(to_propose(claim), typed(claim, link))

    assert (answer.status_code, answer.url) == (302, claim.get_absolute_url())
    proposal = Assessment.objects.get()
    assert (proposal.verdict, proposal.confidence, proposal.as_of) == ("confirmed", "high", date(2021, 11, 12))
    assert list(proposal.relied_on.all()) == [link]
    assert state_of(claim) == "proposed"


def test_evidence_that_speaks_against_the_claim_stands_first(client, alice):
    claim = make_claim()
    make_link(claim)
    refuting = make_link(claim, stance="refutes", reason="He did not.")
    qualifying = make_link(claim, stance="qualifies", reason="For a day only.")

    choices = client.get(to_propose(claim)).context["evidence"].choices

    assert [choice.link for choice in choices[:2]] == [refuting, qualifying]
    assert choices[-1].link.stance == "asserts"


def test_link_that_does_not_count_cannot_be_ticked_and_says_why(client, alice):
    claim = make_claim()
    early = make_link(claim)
    links.revise(link=early, stance="context", why="It tells of something else.", by=alice)
    suspended = make_link(claim)
    _withdraw_article(suspended)

    page = client.get(to_propose(claim))

    refused = {choice.link.pk: choice.refused for choice in page.context["evidence"].choices if choice.refused}
    assert list(refused) == [suspended.pk]
    assert "does not count: suspended until a person re-affirms it" in page.text
    assert re.search(rf'value="{suspended.pk}" disabled', page.text)
    assert "Does not count: context never counts." in page.text


def _withdraw_article(link):
    articles.set_standing(article=link.passage.article, standing="withdrawn", reason="Retracted.", by=make_analyst())


def test_page_says_which_verdicts_the_evidence_could_carry(client, alice):
    claim = make_claim()

    before = _possible(client.get(to_propose(claim)))
    make_link(claim)
    after = _possible(client.get(to_propose(claim)))

    assert before == {"unresolved", "not_checkable", "moot"}
    assert after == before | {"confirmed", "partly_confirmed"}


def _possible(page):
    return {option.verdict.value for option in page.context["evidence"].verdicts if not option.why_not}


def test_verdict_that_the_links_do_not_carry_is_refused_and_stays_typed(client, alice):
    claim = make_claim()
    make_link(claim)

    answer = client.post(to_propose(claim), typed(claim, rationale="My own words"))

    assert answer.status_code == 422
    assert "E6: “Confirmed” needs an independent link" in answer.text
    assert "My own words" in answer.text
    assert state_of(claim) == "open"


def test_unresolved_needs_its_reason_and_other_verdicts_take_none(client, alice):
    claim = make_claim()

    without = client.post(to_propose(claim), typed(claim, verdict="unresolved"))
    reasoned = client.post(to_propose(claim), typed(claim, verdict="moot", unresolved_reason="conflicting"))

    assert without.status_code == 422
    assert "Say why the claim stays unresolved." in without.text
    assert reasoned.status_code == 302
    assert Assessment.objects.get().unresolved_reason == ""


def test_nothing_found_says_how_fresh_the_newest_search_is(client, alice):
    claim = make_claim()
    searches.log_null_search(claim=claim, searched="Dawn", up_to=date(2021, 11, 14), by=alice)

    text = " ".join(client.get(to_propose(claim)).text.split())

    assert "by alice, looked up to 14 November 2021 and has expired. It held for 14 days" in text


def test_who_has_not_searched_is_led_to_the_form_that_logs_it_and_back(client, alice):
    claim = make_claim()
    way = f'href="{reverse("claim-null-search", args=[claim.number])}?{urlencode({"next": to_propose(claim)})}"'

    before = client.get(to_propose(claim))
    searches.log_null_search(claim=claim, searched="The archive", up_to=timezone.localdate(), by=alice)
    after = client.get(to_propose(claim))

    assert (way in before.text, way in after.text) == (True, False)


@pytest.mark.parametrize("acknowledged", [{}, {"acknowledge": "on"}])
def test_nothing_found_without_a_fresh_search_is_acknowledged_first(client, alice, acknowledged):
    claim = make_claim()
    said = typed(claim, verdict="unresolved", unresolved_reason="nothing_found", rationale="My own words")

    answer = client.post(to_propose(claim), said | acknowledged)

    if acknowledged:
        assert (answer.status_code, state_of(claim)) == (302, "proposed")
        return
    assert (answer.status_code, state_of(claim)) == (422, "open")
    assert "No search that found nothing up to 12 November 2021 or an earlier day is logged" in answer.text
    assert "Propose it all the same" in answer.text
    assert "My own words" in answer.text
    assert ">Log a search</a>" in answer.text


def test_decision_that_nothing_was_found_is_acknowledged_first(client, rita):
    claim = make_claim()
    make_proposal(claim, verdict="unresolved")
    said = typed(claim, verdict="unresolved", unresolved_reason="nothing_found")

    assert "Decide it all the same" in client.post(to_decide(claim), said).text
    assert client.post(to_decide(claim), said | {"acknowledge": "on"}).status_code == 302
    assert state_of(claim) == "decided"


def test_assessment_of_a_day_to_come_is_refused(client, alice):
    claim = make_claim()

    answer = client.post(to_propose(claim), typed(claim, verdict="moot", as_of="2999-01-01"))

    assert answer.status_code == 422
    assert "still to come" in answer.text


@pytest.mark.parametrize("changes", [{"verdict": "true"}, {"confidence": ""}, {"rationale": " "}, {"as_of": "soon"}])
def test_what_is_missing_is_said_at_the_field(client, alice, changes):
    claim = make_claim()
    link = make_link(claim)

    answer = client.post(to_propose(claim), typed(claim, link, **changes))

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == set(changes)
    assert str(link.pk) in {str(pk) for pk in answer.context["chosen"]}
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("key", ["0", "x", "9" * 30, "²"])
def test_link_of_another_claim_or_of_none_is_refused(client, alice, key):
    claim = make_claim()
    foreign = make_link(make_claim())

    for chosen in (key, foreign.pk):
        answer = client.post(to_propose(claim), typed(claim, relied_on=[chosen]))
        assert answer.status_code == 422
    assert not Assessment.objects.exists()


def test_second_proposal_of_one_person_is_refused(client, alice):
    claim = make_claim()
    make_link(claim)
    make_proposal(claim, by=alice)

    assert "You have a live proposal on this claim." in client.get(to_propose(claim)).text
    answer = client.post(to_propose(claim), typed(claim, verdict="moot", rationale="Typed in another tab"))

    assert answer.status_code == 422
    assert "Typed in another tab" in answer.text


def test_draft_takes_no_proposal(client, alice):
    claim = make_claim(opened=False)

    answer = client.get(to_propose(claim))

    assert answer.status_code == 422
    assert "is a draft. Open it first." in answer.text


def test_newer_evidence_is_shown_before_the_proposal_is_sent_again(client, alice):
    claim = make_claim()
    link = make_link(claim)
    mine = typed(claim, link, rationale="My own words")
    make_link(claim, stance="refutes", reason="He never came.", by=make_analyst("bob"))

    stale = client.post(to_propose(claim), mine)

    assert stale.status_code == 409
    assert "He never came." in stale.text
    assert "bob" in stale.text
    assert "My own words" in stale.text
    assert [line.act for line in stale.context["news"].lines] == ["linked a passage: conflicts"]
    assert state_of(claim) == "open"
    seen = client.post(to_propose(claim), mine | {"over": stale.context["newest"]})
    assert seen.status_code == 302
    assert state_of(claim) == "proposed"


def test_link_ticked_and_withdrawn_meanwhile_is_said_and_the_rest_stays(client, alice):
    claim = make_claim()
    link = make_link(claim)
    mine = typed(claim, link, rationale="My own words")
    links.withdraw(link=link, reason="Misread.", by=make_analyst())

    answer = client.post(to_propose(claim), mine)

    assert answer.status_code == 422
    assert "A link relied on was withdrawn meanwhile." in answer.text
    assert "My own words" in answer.text


def test_single_proposal_prefills_the_decision(client, rita):
    claim = make_claim()
    link = make_link(claim)
    make_proposal(claim, rationale="He was seen.", confidence="high")

    page = client.get(to_decide(claim))

    form = page.context["form"]
    assert (form["verdict"].value(), form["confidence"].value()) == ("confirmed", "high")
    assert form["rationale"].value() == "He was seen."
    assert page.context["chosen"] == {link.pk}
    assert re.search(rf'value="{link.pk}" checked', page.text)


def test_two_proposals_stand_beside_and_prefill_nothing(client, rita):
    claim = make_claim()
    make_link(claim)
    make_proposal(claim, rationale="He was seen.")
    make_proposal(claim, verdict="moot", rationale="It matters no more.", relied_on=[])

    page = client.get(to_decide(claim))

    assert page.context["form"]["verdict"].value() is None
    assert "He was seen." in page.text
    assert "It matters no more." in page.text


def test_reviewer_decides(client, rita):
    claim = make_claim()
    link = make_link(claim)
    make_proposal(claim)

    answer = client.post(to_decide(claim), typed(claim, link))

    assert answer.status_code == 302
    assert state_of(claim) == "decided"
    assert Assessment.objects.get(step="decision").author == rita


def test_decision_must_say_what_would_change_it(client, rita):
    claim = make_claim()
    link = make_link(claim)
    make_proposal(claim)

    answer = client.post(to_decide(claim), typed(claim, link, what_would_change=" "))

    assert answer.status_code == 422
    assert "what_would_change" in answer.context["form"].errors
    assert state_of(claim) == "proposed"


def test_newer_evidence_is_shown_before_the_decision_is_sent_again(client, rita):
    claim = make_claim()
    link = make_link(claim)
    make_proposal(claim)
    mine = typed(claim, link)
    make_link(claim, stance="refutes", reason="He never came.")

    stale = client.post(to_decide(claim), mine)
    seen = client.post(to_decide(claim), mine | {"over": stale.context["newest"]})

    assert stale.status_code == 409
    assert "He never came." in stale.text
    assert seen.status_code == 302


def test_who_proposed_may_not_decide(client, rita):
    claim = make_claim()
    link = make_link(claim)
    make_proposal(claim, by=rita)

    for answer in (client.get(to_decide(claim)), client.post(to_decide(claim), typed(claim, link))):
        assert answer.status_code == 422
        assert "so someone else must decide it" in answer.text
    assert state_of(claim) == "proposed"


def test_claim_decided_meanwhile_keeps_what_was_typed(client, rita):
    claim = make_claim()
    link = make_link(claim)
    make_proposal(claim)
    mine = typed(claim, link, rationale="My own words")
    make_decision(claim)

    answer = client.post(to_decide(claim), mine)

    assert answer.status_code == 409
    assert "decided already" in answer.text
    assert "My own words" in answer.text


def test_own_proposal_is_withdrawn(client, alice):
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim, by=alice)

    answer = client.post(reverse("proposal-withdraw", args=[proposal.pk]))

    assert (answer.status_code, answer.url) == (302, claim.get_absolute_url())
    assert state_of(claim) == "open"


def test_proposal_of_somebody_else_stays(client, rita):
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim)

    answer = client.post(reverse("proposal-withdraw", args=[proposal.pk]))

    assert answer.status_code == 422
    assert "Only its author can withdraw a proposal." in answer.text
    assert state_of(claim) == "proposed"


def test_withdrawing_a_proposal_answers_to_post_and_to_analysts(client):
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim)
    address = reverse("proposal-withdraw", args=[proposal.pk])
    client.force_login(make_user())

    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 403
    assert state_of(claim) == "proposed"


def test_hostile_text_is_escaped(client, rita):
    claim = make_claim(statement="<script>alert(1)</script>")
    make_link(claim, reason="<script>alert(2)</script>")
    make_proposal(claim, rationale="<script>alert(3)</script>", what_would_change="<script>alert(4)</script>")
    mine = typed(claim, rationale="</textarea><script>alert(5)</script>")
    make_link(claim, stance="refutes", reason="<script>alert(6)</script>")

    answer = client.post(to_decide(claim), mine)

    assert answer.status_code == 409
    assert "<script>alert" not in answer.text


def test_queries_do_not_grow_with_the_links(client, rita):
    claim = make_claim()
    for _ in range(2):
        make_link(claim)
    make_proposal(claim)
    client.get(to_decide(claim))
    with CaptureQueriesContext(connection) as few:
        client.get(to_decide(claim))
    for _ in range(4):
        make_link(claim)

    with CaptureQueriesContext(connection) as many:
        client.get(to_decide(claim))

    assert len(many) == len(few)
    assert Event.objects.filter(claim=claim).exists()


def test_links_of_a_merged_claim_can_be_relied_on(client, alice):
    claim, merged = make_claim(), make_claim()
    link = make_link(merged)
    merging.merge(claim=merged, into=claim, reason="The same.", by=make_reviewer())

    answer = client.post(to_propose(claim), typed(claim, link))

    assert answer.status_code == 302
    assert list(Assessment.objects.get().relied_on.all()) == [link]


def test_a_conflict_is_offered_as_a_report_that_nothing_happened_wherever_it_stands(client, rita):
    claim = make_claim()
    link = make_link(claim, stance="refutes", basis="outcome")

    for url in (to_propose(claim), claim.get_absolute_url(), link.passage.article.get_absolute_url()):
        page = client.get(url).content.decode()
        assert "Reported not to have happened" in page
        assert "Reported to have happened" not in page


def test_support_that_cannot_be_relied_on_is_folded_away_and_conflicts_never_are(client, alice):
    claim = make_claim()
    undated = make_article(f"{FORETOLD} soon. {ARRIVED} today.", published_on=None)
    support = make_link(claim, article=undated, quote=FORETOLD, basis="expectation")
    conflict = make_link(claim, article=undated, quote=ARRIVED, stance="refutes")

    page = client.get(to_propose(claim)).content.decode()
    shown, folded = page.split("Support that cannot be relied on (1)")

    assert f'value="{conflict.pk}"' in shown
    assert f'value="{support.pk}"' in folded


def test_a_proposal_whose_links_were_withdrawn_says_so_to_who_decides(client, rita):
    claim = make_claim()
    link = make_link(claim)
    make_proposal(claim)
    assert "withdrawn since" not in client.get(to_decide(claim)).content.decode()

    links.withdraw(link=link, reason="The wrong man.", by=make_analyst())

    assert "1 of the links that it relies on was withdrawn since." in client.get(to_decide(claim)).content.decode()
    assert "withdrawn since" in client.get(claim.get_absolute_url()).content.decode()
