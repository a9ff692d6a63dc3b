import pytest
from django.urls import reverse

from claims.models import Claim, Event
from claims.reports.facts import figures_for
from claims.services import links, merging
from tests.factories import (
    make_analyst,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_user,
)

pytestmark = pytest.mark.django_db
ANNOTATE = "Only analysts and reviewers can do this."
REVIEW = "Only reviewers can do this."
STATEMENTS = "Muttaqi will visit Islamabad\nQureshi will receive Muttaqi"
ACTS = {
    "claim-edit": ANNOTATE, "claim-open": ANNOTATE, "claim-reject": ANNOTATE, "claim-merge": REVIEW,
    "claim-unmerge": REVIEW, "claim-split": ANNOTATE, "claim-propose": ANNOTATE, "claim-decide": REVIEW,
    "claim-send-back": REVIEW, "claim-reopen": REVIEW, "claim-null-search": ANNOTATE, "claim-evidence": ANNOTATE,
}  # fmt: skip


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


def post(client, name, claim, /, **data):
    return client.post(reverse(name, args=[claim.number]), data)


def state_of(claim):
    return Claim.objects.get(pk=claim.pk).state


def says(answer, sentence, status=422):
    assert answer.status_code == status
    assert sentence in answer.text
    return True


@pytest.mark.parametrize("name", ACTS)
def test_reader_is_refused_with_the_sentence(client, name):
    claim = make_claim()
    client.force_login(make_user())
    events = Event.objects.count()

    answer = post(client, name, claim, reason="Because.")

    assert says(answer, ACTS[name], status=403)
    assert Event.objects.count() == events


@pytest.mark.parametrize("name", [name for name, refusal in ACTS.items() if refusal == REVIEW])
def test_analyst_is_refused_what_is_for_reviewers(client, alice, name):
    claim = make_claim()

    answer = post(client, name, claim, reason="Because.")

    assert says(answer, REVIEW, status=403)
    assert state_of(claim) == "open"


@pytest.mark.parametrize("name", ACTS)
def test_claim_that_does_not_exist_is_not_found(client, alice, name):
    assert client.post(reverse(name, args=[999])).status_code == 404


def test_draft_is_opened(client, alice):
    claim = make_claim(opened=False)

    answer = post(client, "claim-open", claim)

    assert (answer.status_code, answer.url) == (302, claim.get_absolute_url())
    assert state_of(claim) == "open"


def test_open_claim_is_not_opened_again(client, alice):
    claim = make_claim()

    assert says(post(client, "claim-open", claim), "only a draft can be opened")


def test_refusal_leads_back_to_the_claim(client, alice):
    claim = make_claim()

    for answer in (post(client, "claim-open", claim), client.get(reverse("claim-reject", args=[claim.number]))):
        assert f'href="{claim.get_absolute_url()}">Go back' in answer.text


def test_opening_answers_to_post_alone(client, alice):
    claim = make_claim(opened=False)

    assert client.get(reverse("claim-open", args=[claim.number])).status_code == 405
    assert state_of(claim) == "draft"


def test_draft_is_rejected_with_a_reason(client, alice):
    claim = make_claim(opened=False)
    assert client.get(reverse("claim-reject", args=[claim.number])).status_code == 200

    blank = post(client, "claim-reject", claim, reason=" ")
    done = post(client, "claim-reject", claim, reason="It is a question.")

    assert blank.status_code == 422
    assert done.status_code == 302
    assert state_of(claim) == "rejected"
    assert Event.objects.get(verb="rejected").reason == "It is a question."


def test_open_claim_is_not_rejected(client, alice):
    claim = make_claim()

    assert says(client.get(reverse("claim-reject", args=[claim.number])), "only a draft can be rejected")
    assert says(post(client, "claim-reject", claim, reason="No."), "only a draft can be rejected")
    assert state_of(claim) == "open"


@pytest.mark.parametrize("field", ["claim", "q"])
def test_claim_is_merged_into_one_chosen_or_typed(client, rita, field):
    claim, into = make_claim(), make_claim()
    value = into.number if field == "claim" else f"c-{into.number}"

    answer = post(client, "claim-merge", claim, reason="The same visit.", **{field: value})

    assert (answer.status_code, answer.url) == (302, into.get_absolute_url())
    claim.refresh_from_db()
    assert (claim.state, claim.merged_into) == ("merged", into)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"q": "Muttaqi"}, "Choose a claim among those found"),
        ({"q": "999"}, "There is no claim C-999."),
        ({"claim": "9" * 30}, "Ensure this value is less than"),
        ({"claim": "x"}, "Enter a whole number."),
        ({}, "Choose a claim among those found"),
    ],
)
def test_merge_without_a_claim_to_merge_into_is_refused(client, rita, typed, sentence):
    claim = make_claim()

    assert says(post(client, "claim-merge", claim, reason="The same.", **typed), sentence)
    assert state_of(claim) == "open"


def test_words_typed_without_javascript_list_the_claims_found(client, rita):
    claim, other = make_claim(), make_claim(statement="Qureshi will visit Kabul")

    answer = post(client, "claim-merge", claim, q="qureshi", reason="The same.")

    assert answer.status_code == 422
    assert f'name="claim" value="{other.number}">' in answer.text


def test_merge_into_itself_is_refused_and_the_reason_stays(client, rita):
    claim = make_claim()

    answer = post(client, "claim-merge", claim, reason="My reason.", claim=claim.number)

    assert says(answer, "A claim cannot be merged into itself.")
    assert "My reason." in answer.text


def test_merge_into_a_draft_is_refused(client, rita):
    claim, draft = make_claim(), make_claim(opened=False)

    assert says(
        post(client, "claim-merge", claim, reason="The same.", claim=draft.number), "is draft; choose a claim"
    )
    assert state_of(claim) == "open"


def test_merge_is_taken_apart(client, rita):
    claim = make_claim()
    merging.merge(claim=claim, into=make_claim(), reason="The same.", by=rita)
    assert client.get(reverse("claim-unmerge", args=[claim.number])).status_code == 200

    answer = post(client, "claim-unmerge", claim, reason="Two visits.")

    assert answer.status_code == 302
    assert state_of(claim) == "open"


def test_claim_that_is_not_merged_cannot_be_taken_apart(client, rita):
    claim = make_claim()

    assert says(client.get(reverse("claim-unmerge", args=[claim.number])), "is not merged.")
    assert says(post(client, "claim-unmerge", claim, reason="Two."), "is not merged.")


def test_claim_is_split_by_lines(client, alice):
    claim = make_claim()
    assert client.get(reverse("claim-split", args=[claim.number])).status_code == 200

    answer = post(client, "claim-split", claim, statements=f"{STATEMENTS}\r\n\r\n", reason="Two things.")

    assert answer.status_code == 302
    assert [part.statement for part in claim.parts.order_by("pk")] == STATEMENTS.split("\n")
    assert {part.state for part in claim.parts.all()} == {"draft"}


def test_split_into_one_is_refused_and_stays_typed(client, alice):
    claim = make_claim()

    answer = post(client, "claim-split", claim, statements="Only this one", reason="Two things.")

    assert says(answer, "Splitting makes at least two claims")
    assert "Only this one" in answer.text
    assert not claim.parts.exists()


def test_split_with_a_statement_that_is_too_long_makes_nothing(client, alice):
    claim = make_claim()

    answer = post(client, "claim-split", claim, statements=f"A short one\n{'x' * 501}", reason="Two things.")

    assert says(answer, "at most 500 characters")
    assert not claim.parts.exists()


def test_split_shows_first_what_it_would_make(client, alice):
    claim = make_claim()
    kept, gone = make_link(claim), make_link(claim)
    links.withdraw(link=gone, reason="A mistake.", by=make_analyst())

    answer = post(client, "claim-split", claim, statements=STATEMENTS, preview="1")

    effects = answer.context["effects"]
    assert "\n".join(effects.statements) == STATEMENTS
    assert [link.stance for link in effects.links] == ["asserts", kept.stance]
    assert kept.passage.exact in answer.text
    assert not claim.parts.exists()


def test_figures_foreseen_of_parts_are_those_that_they_get(client, alice):
    claim = make_claim()
    make_link(claim)
    foreseen = post(client, "claim-split", claim, statements=STATEMENTS, preview="1").context["effects"].figures

    post(client, "claim-split", claim, statements=STATEMENTS, reason="Two things.")

    parts = figures_for(claim.parts.all())
    assert {(one.evidence_status, one.articles, one.origins) for one in parts.values()} == {
        (foreseen.evidence_status, foreseen.articles, foreseen.origins)
    }


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        ("He will come", "at least two claims"),
        ("He will come\nhe will come", "stands there twice"),
        (f"He will come\n{'x' * 501}", "at most 500 characters"),
    ],
)
def test_what_speaks_against_parts_is_said_before_and_when_they_are_sent(client, alice, statements, why):
    claim = make_claim()

    look = post(client, "claim-split", claim, statements=statements, preview="1")
    sent = post(client, "claim-split", claim, statements=statements, reason="Two things.")

    assert why in look.text
    assert says(sent, why)
    assert not claim.parts.exists()


def test_decided_claim_is_not_split(client, alice):
    claim = make_claim()
    make_link(claim)
    make_decision(claim)

    assert says(client.get(reverse("claim-split", args=[claim.number])), "only open claims can be split")


def test_proposals_are_sent_back_with_what_is_missing(client, rita):
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim, rationale="He was seen.")
    assert "He was seen." in client.get(reverse("claim-send-back", args=[claim.number])).text

    answer = post(client, "claim-send-back", claim, reason="A second origin.")

    assert answer.status_code == 302
    proposal.refresh_from_db()
    assert (state_of(claim), proposal.closing_note) == ("open", "A second origin.")


def test_claim_without_a_proposal_is_not_sent_back(client, rita):
    claim = make_claim()

    assert says(post(client, "claim-send-back", claim, reason="More."), "there is nothing to send back")


def test_decided_claim_is_reopened(client, rita):
    claim = make_claim()
    make_link(claim)
    make_decision(claim)

    answer = post(client, "claim-reopen", claim, reason="A denial came.")

    assert answer.status_code == 302
    assert state_of(claim) == "open"


def test_open_claim_is_not_reopened(client, rita):
    claim = make_claim()

    assert says(post(client, "claim-reopen", claim, reason="Why not."), "there is nothing to reopen")


def test_hostile_text_is_escaped(client, alice):
    claim = make_claim(statement="<script>alert(1)</script>")

    answer = post(client, "claim-split", claim, statements="</textarea><script>alert(2)</script>", reason="<b>x</b>")

    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert "<b>x</b>" not in answer.text


def test_choosing_a_claim_shows_what_a_merge_would_do_and_merges_nothing(client, rita):
    claim, into = make_claim(), make_claim()
    make_link(claim)

    page = client.get(reverse("claim-merge", args=[claim.number]), {"claim": into.number}).text

    assert "What will happen" in page
    assert "<b>Outcome reported</b>" in page
    assert state_of(claim) == "open"


def test_merge_is_looked_at_without_javascript_before_a_reason_is_given(client, rita):
    claim, into = make_claim(), make_claim()

    answer = post(client, "claim-merge", claim, q=into.label, reason="Half a", preview="1")

    assert answer.status_code == 200
    assert "What will happen" in answer.text
    assert "Half a</textarea>" in answer.text
    assert state_of(claim) == "open"


@pytest.mark.parametrize("wrong", ["", "x", "99999999999999", "999"])
def test_nothing_is_foretold_of_a_merge_into_no_claim(client, rita, wrong):
    claim = make_claim()

    answer = client.get(reverse("claim-merge", args=[claim.number]), {"claim": wrong})

    assert answer.status_code == 200
    assert "What will happen" not in answer.text


def test_nothing_is_foretold_of_a_merge_that_is_not_possible(client, rita):
    claim, draft = make_claim(), make_claim(opened=False)

    for number in (claim.number, draft.number):
        assert (
            "What will happen" not in client.get(reverse("claim-merge", args=[claim.number]), {"claim": number}).text
        )


def test_page_to_take_a_merge_apart_shows_what_will_happen(client, rita):
    claim = make_claim()
    make_link(claim)
    merging.merge(claim=claim, into=make_claim(), reason="The same.", by=rita)

    page = client.get(reverse("claim-unmerge", args=[claim.number])).text

    assert "Outcome reported <span" in page
    assert "<b>Single source</b>" in page
