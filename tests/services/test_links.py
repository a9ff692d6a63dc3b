"""Links: what the rules of evidence forbid or speak against, and what becomes of a link afterwards."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from claims.errors import NeedsConfirmation, NotAllowed, Refused
from claims.models import ClaimFigures, Event, Link
from claims.services import articles, links, passages
from claims.services.attribution import Attribution
from claims.vocabulary import Basis, ClaimKind, EvidenceStatus, Independence, Stance, Standing, Verb
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
FORETOLD_THERE = {"basis": Basis.EXPECTATION, "quote": FORETOLD}


def add(claim, article=None, quote=ARRIVED, attribution=None, **fields):
    """Link without acknowledging any warning."""
    by = make_analyst()
    article = article or make_article(f"{ARRIVED} on Wednesday.", published_on=date(2021, 11, 10))
    passage = passages.mark(article=article, quote=quote, attribution=attribution, by=by)
    values = {
        "stance": Stance.SUPPORTS,
        "basis": Basis.OUTCOME,
        "independence": Independence.INDEPENDENT,
        "reason": "It says so.",
    }
    return links.add(claim=claim, passage=passage, by=by, **values | fields)


def status_of(claim):
    return ClaimFigures.objects.get(claim=claim).evidence_status


def asserting_article(claim):
    return Link.objects.asserting().get(claim=claim).passage.article


# What the rules forbid ----------------------------------------------------------------------------------------------


def own_article(claim):
    return {"article": asserting_article(claim), "quote": "Talks follow", "basis": Basis.EXPECTATION}


def second_maker(claim):
    return {"stance": Stance.ASSERTS}


def before_the_window(claim):
    article = make_article(f"{ARRIVED} on Sunday.", published_on=date(2021, 11, 6))
    return {"article": article}


def before_the_claim(claim):
    claim.window_start = None
    claim.save()
    return before_the_window(claim)


def unknown_origin(claim):
    article = make_article(f"{ARRIVED} on Wednesday.", publisher="", published_on=date(2021, 11, 10))
    return {"article": article}


def origin_of_the_claim(claim):
    outlet = asserting_article(claim).outlet.name
    article = make_article(f"{FORETOLD} this week.", published_on=date(2021, 11, 8))
    return {"article": article, **FORETOLD_THERE, "attribution": Attribution(through=(outlet,))}


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (own_article, "E1: this article makes the claim"),
        (second_maker, "Another article makes this claim already"),
        (before_the_window, "E2: published on 6 November 2021, before 7 November 2021"),
        (before_the_claim, "E3: published on 6 November 2021, before 7 November 2021"),
        (unknown_origin, "E4: independence is counted on origins"),
        (origin_of_the_claim, "E4: .* is the origin of the claim itself"),
        (lambda claim: {"basis": ""}, "Say whether the passage foretells the event or reports its outcome"),
        (lambda claim: {"stance": Stance.REFUTES, "reason": " "}, "Say in what the passage conflicts"),
        (lambda claim: {"stance": Stance.QUALIFIES, "reason": ""}, "or what it qualifies"),
        (lambda claim: {"independence": Independence.SAME_ORIGIN, "reason": ""}, "both have the same origin"),
        (lambda claim: {"basis": Basis.EXPECTATION, "occurred_on": date(2021, 11, 9)}, "Only a passage that reports"),
        (lambda claim: {"occurred_on": date(2021, 11, 11)}, "cannot have taken place after the article"),
    ],
)
def test_link_against_a_rule_is_refused(draft, sentence):
    claim = make_claim()
    fields = draft(claim)

    with pytest.raises(Refused, match=sentence):
        add(claim, **fields)

    assert Link.objects.filter(claim=claim).count() == 1


def test_words_before_the_claim_may_still_foretell_it():
    claim = make_claim()

    add(
        claim,
        make_article(f"{FORETOLD} this week.", published_on=date(2021, 11, 5)),
        acknowledged=True,
        **FORETOLD_THERE,
    )

    assert status_of(claim) == EvidenceStatus.CORROBORATED


def test_who_foretold_an_event_may_report_its_outcome():
    claim = make_claim()
    outlet = asserting_article(claim).outlet.name

    add(claim, make_article(f"{ARRIVED} on Wednesday.", publisher=outlet, published_on=date(2021, 11, 10)),
        acknowledged=True)  # fmt: skip

    assert status_of(claim) == EvidenceStatus.OUTCOME_REPORTED


def test_same_words_are_linked_once():
    claim = make_claim()
    link = make_link(claim)

    with pytest.raises(Refused, match="linked to C-1 already"):
        add(claim, link.passage.article, acknowledged=True)


# What they speak against --------------------------------------------------------------------------------------------


def same_day(claim):
    return {"article": make_article(f"{ARRIVED} today.", published_on=claim.window_start)}


def undated(claim):
    return {"article": make_article(f"{ARRIVED} on Wednesday.", published_on=None)}


def withdrawn(claim):
    article = make_article(f"{ARRIVED} on Wednesday.", published_on=date(2021, 11, 10))
    return {"article": articles.set_standing(
        article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )}  # fmt: skip


def second_passage(claim):
    article = make_article(f"{ARRIVED} on Wednesday. He landed at noon.", published_on=date(2021, 11, 10))
    make_link(claim, article=article)
    return {"article": article, "quote": "He landed at noon"}


def shared_agency(claim):
    through = Attribution(through=("Reuters",))
    article = make_article(f"{ARRIVED} on Wednesday.", published_on=date(2021, 11, 10))
    make_link(claim, article=article, attribution=through)
    return {"attribution": through}


def shared_quotation(claim):
    said = "“Our relations will be better than they have ever been before”, he said on arrival."
    make_link(claim, article=make_article(said, published_on=date(2021, 11, 10)), quote=said)
    return {"article": make_article(f"On landing: {said}", published_on=date(2021, 11, 11)), "quote": said}


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (same_day, "E2: published on the very day"),
        (undated, "The article has no publication date"),
        (withdrawn, "E8: the outlet withdrew this article"),
        (second_passage, "E5: this article already counts"),
        (shared_agency, "E4: the same origin is presumed: both came through Reuters"),
        (shared_quotation, "E4: the same origin is presumed: both carry the quotation"),
    ],
)
def test_link_against_which_a_rule_speaks_is_made_once_that_is_acknowledged(draft, sentence):
    claim = make_claim()
    fields = draft(claim)
    before = Link.objects.filter(claim=claim).count()

    with pytest.raises(NeedsConfirmation) as asked:
        add(claim, **fields)
    assert any(sentence in warning for warning in asked.value.warnings)
    assert Link.objects.filter(claim=claim).count() == before

    add(claim, acknowledged=True, **fields)
    assert Link.objects.filter(claim=claim).count() == before + 1


def test_two_anonymous_officials_of_two_papers_are_independent():
    claim = make_claim(attribution=Attribution(speaker="an official", speaker_kind="anonymous"))

    add(
        claim,
        make_article("He will come on Wednesday. More to follow.", published_on=date(2021, 11, 8)),
        quote="He will come on Wednesday",
        basis=Basis.EXPECTATION,
        attribution=Attribution(speaker="an official", speaker_kind="anonymous"),
    )

    assert status_of(claim) == EvidenceStatus.CORROBORATED


def test_article_counts_once_however_many_of_its_passages_are_linked():
    claim = make_claim()

    add(claim, acknowledged=True, **second_passage(claim))

    kept = ClaimFigures.objects.get(claim=claim)
    assert (kept.articles, kept.supports) == (2, 1)


def test_context_and_qualification_need_neither_basis_nor_independence():
    claim = make_claim()

    link = add(claim, stance=Stance.QUALIFIES)

    assert (link.basis, link.independence) == ("", "")
    assert status_of(claim) == EvidenceStatus.SINGLE_SOURCE
    assert ClaimFigures.objects.get(claim=claim).qualified


def test_independence_is_undetermined_until_somebody_says_otherwise():
    assert add(make_claim(), independence="").independence == Independence.UNDETERMINED


# Withdrawing and revising -------------------------------------------------------------------------------------------


def test_withdrawn_link_stays_on_record_and_counts_no_more():
    claim = make_claim()
    link = make_link(claim)

    links.withdraw(link=link, reason="Another visit.", by=make_analyst())

    link.refresh_from_db()
    assert (link.is_live, link.withdrawn_reason) == (False, "Another visit.")
    assert status_of(claim) == EvidenceStatus.SINGLE_SOURCE
    assert Event.objects.filter(claim=claim).first().reason == "Another visit."


def test_link_is_not_withdrawn_without_a_reason_or_twice():
    link = make_link(make_claim())

    with pytest.raises(Refused, match="Say why the link is withdrawn"):
        links.withdraw(link=link, reason=" ", by=make_analyst())
    link.refresh_from_db()
    assert link.is_live

    links.withdraw(link=link, reason="Another visit.", by=make_analyst())
    with pytest.raises(Refused, match="withdrawn already"):
        links.withdraw(link=link, reason="Again.", by=make_analyst())


def test_withdrawn_words_can_be_linked_again():
    claim = make_claim()
    link = make_link(claim)
    links.withdraw(link=link, reason="Another visit.", by=make_analyst())

    add(claim, link.passage.article)

    assert status_of(claim) == EvidenceStatus.OUTCOME_REPORTED


def test_revised_link_supersedes_the_old_one():
    claim = make_claim()
    old = make_link(claim)

    new = links.revise(
        link=old, stance=Stance.REFUTES, basis=Basis.OUTCOME, independence=Independence.INDEPENDENT,
        reason="It denies the visit.", why="Misread.", by=make_analyst(),
    )  # fmt: skip

    old.refresh_from_db()
    assert (old.is_live, old.withdrawn_reason, new.supersedes) == (False, "Misread.", old)
    assert status_of(claim) == EvidenceStatus.NON_OCCURRENCE_REPORTED


def test_refused_revision_leaves_the_old_link_alone():
    link = make_link(make_claim())

    with pytest.raises(Refused, match="Say in what the passage conflicts"):
        links.revise(link=link, stance=Stance.REFUTES, basis=Basis.OUTCOME, why="Misread.", by=make_analyst())

    link.refresh_from_db()
    assert link.is_live


def test_revision_that_changes_nothing_is_refused():
    link = make_link(make_claim())
    same = {name: getattr(link, name) for name in links.COPIED}

    with pytest.raises(Refused, match="Nothing was changed"):
        links.revise(link=link, why="Why not.", by=make_analyst(), **same)


def test_reader_cannot_link():
    claim = make_claim()

    with pytest.raises(NotAllowed, match="Ask an administrator for the role Analyst"):
        make_link(claim, by=make_user())

    assert Link.objects.filter(claim=claim).count() == 1


# Suspension ---------------------------------------------------------------------------------------------------------


def withdraw_article(link):
    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )


def test_links_into_a_withdrawn_article_do_not_count_until_reaffirmed():
    claim = make_claim()
    link = make_link(claim)

    withdraw_article(link)
    assert links.is_suspended(link)
    assert status_of(claim) == EvidenceStatus.SINGLE_SOURCE

    new = links.reaffirm(link=link, reason="The error was elsewhere.", by=make_analyst())
    assert (new.supersedes, links.is_suspended(new)) == (link, False)
    assert status_of(claim) == EvidenceStatus.OUTCOME_REPORTED


def test_article_that_is_usable_again_carries_its_links():
    claim = make_claim()
    link = make_link(claim)
    withdraw_article(link)

    articles.set_standing(
        article=link.passage.article, standing=Standing.USABLE, reason="Reinstated.", by=make_analyst()
    )

    assert status_of(claim) == EvidenceStatus.OUTCOME_REPORTED


def test_link_whose_words_changed_is_suspended_until_a_person_marks_what_stands_for_them():
    claim = make_claim()
    link = make_link(claim)
    make_version(link.passage.article, "Muttaqi landed in Islamabad on Wednesday.")
    assert links.is_suspended(link)

    with pytest.raises(Refused, match="Mark the words first"):
        links.reaffirm(link=link, reason="The same arrival.", by=make_analyst())
    links.reaffirm(link=link, reason="The same arrival.", quote="Muttaqi landed in Islamabad", by=make_analyst())

    assert not links.is_suspended(link)
    assert status_of(claim) == EvidenceStatus.OUTCOME_REPORTED
    assert Event.objects.filter(claim=claim).first().verb == Verb.REAFFIRMED


def test_link_whose_words_stand_in_the_new_version_goes_on_counting():
    claim = make_claim()
    link = make_link(claim)
    article = link.passage.article

    make_version(article, f"This was corrected.\n\n{article.newest_version().text} He met Qureshi.")

    assert not links.is_suspended(link)
    assert link.passage.anchors.count() == 2


def test_link_that_counts_needs_no_reaffirming():
    link = make_link(make_claim())

    with pytest.raises(Refused, match="counts already"):
        links.reaffirm(link=link, reason="It holds.", by=make_analyst())


def test_undated_article_counts_once_it_has_a_date():
    claim = make_claim(kind=ClaimKind.EVENT)
    link = make_link(claim, article=make_article(f"{ARRIVED} on Wednesday.", published_on=None))
    assert status_of(claim) == EvidenceStatus.SINGLE_SOURCE

    articles.set_date(article=link.passage.article, published_on=date(2021, 11, 10), by=make_analyst())

    assert status_of(claim) == EvidenceStatus.CORROBORATED


def test_article_is_not_published_tomorrow():
    article = make_article(published_on=None)

    with pytest.raises(Refused, match="still to come"):
        articles.set_date(article=article, published_on=timezone.localdate() + timedelta(days=1), by=make_analyst())

    article.refresh_from_db()
    assert article.published_on is None
