"""Assessments: who may propose and decide, and which links carry which verdict."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from claims.errors import NeedsConfirmation, NotAllowed, Refused, Stale
from claims.models import Assessment, Claim, Event, Link
from claims.reports.facts import figures_for
from claims.services import articles, assessments, links, passages, searches
from claims.services.attribution import Attribution
from claims.vocabulary import (
    Basis,
    ClaimKind,
    Closing,
    Flag,
    Independence,
    Stance,
    Standing,
    State,
    Step,
    Verb,
    Verdict,
)
from tests.factories import (
    ARRIVED,
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


def report(claim, published_on, **fields):
    return make_link(claim, article=make_article(f"{ARRIVED}. It was wet.", published_on=published_on), **fields)


def unchanged(claim):
    """Say whether nobody has assessed `claim` and it is as it was made."""
    claim.refresh_from_db()
    return claim.state == State.OPEN and not claim.assessments.exists()


# What carries a verdict (E6, E7) ------------------------------------------------------------------------------------


@pytest.mark.parametrize("verdict", [Verdict.CONFIRMED, Verdict.PARTLY_CONFIRMED])
@pytest.mark.parametrize(
    "fields",
    [
        {"basis": Basis.EXPECTATION},
        {"independence": Independence.UNDETERMINED},
        {"independence": Independence.SAME_ORIGIN},
        {"stance": Stance.REFUTES},
    ],
)
def test_only_an_independent_outcome_confirms(verdict, fields):
    claim = make_claim()
    make_link(claim, **fields)

    with pytest.raises(Refused, match=r"E6: .* Repetition never confirms"):
        make_proposal(claim, verdict=verdict)

    assert unchanged(claim)


@pytest.mark.parametrize("fields", [{}, {"stance": Stance.REFUTES, "basis": Basis.EXPECTATION}])
def test_only_a_conflicting_outcome_refutes(fields):
    claim = make_claim()
    make_link(claim, **fields)

    with pytest.raises(Refused, match="E6: “Refuted” needs a link that conflicts and reports an outcome"):
        make_proposal(claim, verdict=Verdict.REFUTED)

    assert unchanged(claim)


def test_overdue_forecast_with_nothing_found_is_unresolved_and_not_refuted():
    claim = make_claim()

    with pytest.raises(Refused, match="overdue with nothing found is unresolved"):
        make_proposal(claim, verdict=Verdict.REFUTED)

    assert make_proposal(claim, verdict=Verdict.UNRESOLVED).unresolved_reason == "nothing_found"


def test_nothing_found_without_a_search_asks_to_be_confirmed_and_changes_nothing():
    claim = make_claim()

    with pytest.raises(NeedsConfirmation, match="No search that found nothing is logged on this claim") as asked:
        make_proposal(claim, verdict=Verdict.UNRESOLVED, acknowledged=False)

    assert len(asked.value.warnings) == 1
    assert unchanged(claim)


def test_nothing_found_on_a_fresh_search_asks_nothing():
    claim = make_claim()
    searches.log_null_search(claim=claim, searched="Dawn", up_to=timezone.localdate(), by=make_analyst())

    assert make_proposal(claim, verdict=Verdict.UNRESOLVED, acknowledged=False)


def test_nothing_found_is_judged_by_the_searches_up_to_its_day():
    claim = make_claim()
    searches.log_null_search(claim=claim, searched="Dawn", up_to=date(2021, 11, 14), by=make_analyst())
    said = {"verdict": Verdict.UNRESOLVED, "acknowledged": False}

    with pytest.raises(NeedsConfirmation, match="or an earlier day is logged"):
        make_proposal(claim, as_of=date(2021, 11, 13), **said)
    with pytest.raises(NeedsConfirmation, match="has expired"):
        make_proposal(claim, **said)

    assert make_proposal(claim, as_of=date(2021, 11, 28), **said)


def test_another_reason_for_staying_unresolved_needs_no_search():
    claim = make_claim()

    assert make_proposal(
        claim, verdict=Verdict.UNRESOLVED, unresolved_reason="conflicting", acknowledged=False
    )  # fmt: skip


def test_decision_that_nothing_was_found_asks_as_a_proposal_does():
    claim = make_claim()
    make_proposal(claim, verdict=Verdict.UNRESOLVED)

    with pytest.raises(NeedsConfirmation, match="search first and log it"):
        make_decision(claim, verdict=Verdict.UNRESOLVED, acknowledged=False)

    assert Claim.objects.get().state == State.PROPOSED
    assert make_decision(claim, verdict=Verdict.UNRESOLVED)


def test_withdrawn_proposal_that_nothing_was_found_is_made_again_without_asking():
    by = make_analyst()
    proposal = make_proposal(make_claim(), verdict=Verdict.UNRESOLVED, by=by)
    assessments.withdraw_proposal(proposal=proposal, by=by)
    proposal.refresh_from_db()

    assert assessments.propose_again(proposal=proposal, by=by).unresolved_reason == "nothing_found"


def test_outcome_after_the_window_confirms_in_part_only():
    claim = make_claim()
    report(claim, date(2021, 11, 15))

    with pytest.raises(Refused, match="E7: no outcome is attested inside the window"):
        make_proposal(claim, verdict=Verdict.CONFIRMED)

    assert make_proposal(claim, verdict=Verdict.PARTLY_CONFIRMED).is_live


def test_later_report_of_a_day_inside_the_window_confirms():
    claim = make_claim()
    report(claim, date(2021, 11, 20), occurred_on=date(2021, 11, 10))

    assert make_proposal(claim, verdict=Verdict.CONFIRMED).is_live


def test_what_is_no_forecast_is_confirmed_by_independent_support():
    claim = make_claim(kind=ClaimKind.EVENT)
    make_link(claim, basis=Basis.EXPECTATION)

    assert make_proposal(claim, verdict=Verdict.CONFIRMED).is_live


def test_withdrawn_article_carries_nothing():
    claim = make_claim()
    link = make_link(claim)
    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )

    with pytest.raises(Refused, match="does not count: suspended until a person re-affirms it"):
        make_proposal(claim)

    assert unchanged(claim)


def test_reaffirmed_link_into_a_withdrawn_article_confirms_nothing():
    claim = make_claim()
    link = make_link(claim)
    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )
    links.reaffirm(link=link, reason="The error was elsewhere.", by=make_analyst())

    with pytest.raises(Refused, match="in an article that was not withdrawn"):
        make_proposal(claim)


def test_words_whose_origin_nobody_knows_any_more_confirm_nothing():
    claim = make_claim()
    article = make_article(f"{ARRIVED}. It was wet.", publisher="", published_on=date(2021, 11, 10))
    link = make_link(claim, article=article, attribution=Attribution(through=("Reuters",)))
    passages.reattribute(passage=link.passage, attribution=Attribution(), reason="No source.", by=make_analyst())

    with pytest.raises(Refused, match=r"E6: .* needs an independent link"):
        make_proposal(claim)

    assert unchanged(claim)


def test_assessment_relies_on_nothing_published_after_its_day():
    claim = make_claim()
    make_link(claim)

    with pytest.raises(Refused, match="published after the day that this assessment speaks of"):
        make_proposal(claim, as_of=date(2021, 11, 9))


def test_assessment_relies_on_no_link_of_another_claim_and_on_no_withdrawn_one():
    claim, other = make_claim(), make_claim()
    link = make_link(other)
    gone = make_link(claim)
    links.withdraw(link=gone, reason="A mistake.", by=make_analyst())

    for relied_on in ([link], [gone]):
        with pytest.raises(Refused, match="was withdrawn, or belongs to another claim"):
            make_proposal(claim, relied_on=relied_on)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"rationale": " "}, "Say what the verdict rests on"),
        ({"as_of": timezone.localdate() + timedelta(days=2)}, "still to come"),
        ({"verdict": Verdict.UNRESOLVED, "unresolved_reason": ""}, "Say why the claim stays unresolved"),
    ],
)
def test_incomplete_assessment_is_refused(fields, sentence):
    claim = make_claim()
    make_link(claim)

    with pytest.raises(Refused, match=sentence):
        make_proposal(claim, **fields)

    assert unchanged(claim)


# Proposing ----------------------------------------------------------------------------------------------------------


def test_reason_for_staying_unresolved_is_kept_with_that_verdict_only():
    claim = make_claim()
    make_link(claim)

    assert make_proposal(claim, unresolved_reason="insufficient").unresolved_reason == ""


def test_two_people_may_propose_and_differ():
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)

    make_proposal(claim, verdict=Verdict.MOOT)

    assert figures_for([claim])[claim.pk].flags == (Flag.DISPUTED,)


def test_one_person_proposes_once():
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim)

    with pytest.raises(Refused, match="You have a live proposal on this claim"):
        make_proposal(claim, by=proposal.author, verdict=Verdict.MOOT)

    assert claim.assessments.count() == 1


def test_withdrawn_proposal_leaves_the_claim_open():
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim)

    assessments.withdraw_proposal(proposal=proposal, by=proposal.author)

    claim.refresh_from_db()
    assert (claim.state, claim.assessments.get().closing) == (State.OPEN, Closing.WITHDRAWN)


def test_claim_stays_proposed_while_another_proposal_stands():
    claim = make_claim()
    make_link(claim)
    first = make_proposal(claim)
    make_proposal(claim)

    assessments.withdraw_proposal(proposal=first, by=first.author)

    claim.refresh_from_db()
    assert claim.state == State.PROPOSED


def test_nobody_withdraws_the_proposal_of_another_or_one_that_is_closed():
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim)

    with pytest.raises(Refused, match="Only its author"):
        assessments.withdraw_proposal(proposal=proposal, by=make_analyst())
    proposal.refresh_from_db()
    assert proposal.is_live

    assessments.send_back(claim=claim, reason="Too thin.", by=make_reviewer())
    with pytest.raises(Refused, match="closed already"):
        assessments.withdraw_proposal(proposal=proposal, by=proposal.author)


# Deciding -----------------------------------------------------------------------------------------------------------


def test_decision_closes_the_claim_and_its_proposals():
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim)

    decision = make_decision(claim)

    claim.refresh_from_db()
    proposal.refresh_from_db()
    assert (claim.state, proposal.closing, decision.step) == (State.DECIDED, Closing.DECIDED, Step.DECISION)
    assert list(decision.relied_on.all()) == list(Link.objects.filter(claim=claim).exclude(basis=""))
    assert figures_for([claim])[claim.pk].verdict == Verdict.CONFIRMED


def test_nobody_decides_on_their_own_proposal():
    claim, reviewer = make_claim(), make_reviewer()
    make_link(claim)
    make_proposal(claim, by=reviewer)

    with pytest.raises(Refused, match="so someone else must decide it"):
        make_decision(claim, by=reviewer)

    claim.refresh_from_db()
    assert claim.state == State.PROPOSED


def test_desk_of_one_decides_and_the_record_says_so(settings):
    settings.FACTCHECK_ONE_PERSON_DESK = True
    claim, reviewer = make_claim(), make_reviewer()
    make_link(claim)
    make_proposal(claim, by=reviewer)

    decision = make_decision(claim, by=reviewer)

    assert decision.own_proposal
    assert "same person proposed and decided" in Event.objects.get(claim=claim, verb=Verb.DECIDED).reason


def test_desk_of_one_marks_no_decision_on_the_proposal_of_another(settings):
    settings.FACTCHECK_ONE_PERSON_DESK = True
    claim = make_claim()
    make_link(claim)

    assert not make_decision(claim).own_proposal


def test_decision_says_what_would_change_it():
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)

    with pytest.raises(Refused, match="Say what would change this verdict"):
        make_decision(claim, what_would_change=" ")

    assert not Assessment.objects.decisions().exists()


def test_decision_may_differ_from_the_proposal_where_the_links_carry_it():
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)

    assert make_decision(claim, verdict=Verdict.PARTLY_CONFIRMED).verdict == Verdict.PARTLY_CONFIRMED
    assert figures_for([claim])[claim.pk].flags == ()


def test_evidence_that_came_while_one_wrote_is_noticed():
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)
    seen = assessments.last_event(claim)
    make_link(claim, stance=Stance.REFUTES)

    with pytest.raises(Stale, match="Look at what is new"):
        make_decision(claim, seen=seen)

    claim.refresh_from_db()
    assert claim.state == State.PROPOSED


def test_decision_on_what_was_seen_goes_through():
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)

    assert make_decision(claim, seen=assessments.last_event(claim)).is_live


# Afterwards ---------------------------------------------------------------------------------------------------------


def test_sent_back_proposals_stay_on_record_with_the_reason():
    claim = make_claim()
    make_link(claim)
    proposal = make_proposal(claim)

    assessments.send_back(claim=claim, reason="Look for a second origin.", by=make_reviewer())

    claim.refresh_from_db()
    proposal.refresh_from_db()
    assert claim.state == State.OPEN
    assert (proposal.closing, proposal.closing_note) == (Closing.SENT_BACK, "Look for a second origin.")


def test_reopened_claim_keeps_its_old_decision_on_record():
    claim = make_claim()
    make_link(claim)
    decision = make_decision(claim)

    assessments.reopen(claim=claim, reason="A denial came.", by=make_reviewer())

    claim.refresh_from_db()
    decision.refresh_from_db()
    assert (claim.state, decision.closing) == (State.OPEN, Closing.REOPENED)
    assert figures_for([claim])[claim.pk].verdict is None


@pytest.mark.parametrize("act", [assessments.send_back, assessments.reopen])
def test_nothing_goes_back_without_a_reason(act):
    claim = make_claim()
    make_link(claim)
    make_proposal(claim) if act is assessments.send_back else make_decision(claim)
    state = Claim.objects.get(pk=claim.pk).state

    with pytest.raises(Refused, match="Say "):
        act(claim=claim, reason=" ", by=make_reviewer())

    assert Claim.objects.get(pk=claim.pk).state == state


@pytest.mark.parametrize(
    ("act", "person", "sentence"),
    [
        (lambda claim, by: make_proposal(claim, by=by), make_user, "Only analysts and reviewers"),
        (lambda claim, by: make_decision(claim, by=by), make_analyst, "Only reviewers"),
        (lambda claim, by: assessments.send_back(claim=claim, reason="No.", by=by), make_analyst, "Only reviewers"),
        (lambda claim, by: assessments.reopen(claim=claim, reason="No.", by=by), make_analyst, "Only reviewers"),
    ],
)
def test_role_that_may_not_is_refused(act, person, sentence):
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)

    with pytest.raises(NotAllowed, match=sentence):
        act(claim, person())

    claim.refresh_from_db()
    assert claim.state == State.PROPOSED
    assert claim.assessments.count() == 1
