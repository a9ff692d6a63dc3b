"""What is independently reported of a claim is offered as refuting those that cannot be true beside it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Link, Suggestion
from claims.services import articles, assistant, claim_sets, links, merging, passages, suggestions
from claims.services.alternative_offers import offers_from_alternatives
from claims.services.attribution import Attribution
from claims.vocabulary import (
    Basis,
    Independence,
    SpeakerKind,
    Stance,
    Standing,
    State,
    SuggestionState,
    WindowBasis,
)
from tests.factories import (
    ARRIVED,
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_reviewer,
)

pytestmark = pytest.mark.django_db
RULE = "alternative-1"


def alternatives(**fields):
    """Return two claims that cannot both be true."""
    claim, other = make_claim(statement="Muttaqi will stay in Kabul"), make_claim(**fields)
    make_claim_set(claim, other)
    return claim, other


def offers(claim):
    assistant.work_off()
    return list(Suggestion.objects.filter(claim=claim, rule=RULE))


def pending(claim):
    return [offer for offer in offers(claim) if offer.is_pending]


def test_outcome_of_an_alternative_is_offered_with_the_reason_in_words():
    claim, other = alternatives()

    make_link(other)

    [offer] = pending(claim)
    assert (offer.payload["stance"], offer.payload["basis"]) == (Stance.REFUTES, Basis.OUTCOME)
    assert offer.reasons == [f"{other.label} cannot be true as well, and this passage reports that it happened."]


def test_queries_grow_little_with_the_reports_of_an_alternative():
    claim, other = alternatives()
    make_link(other)
    few = queries_of(claim)
    for _ in range(3):
        make_link(other)

    # What the rules say is asked of each.
    assert (queries_of(claim) - few) / 3 <= 4


def queries_of(claim):
    with CaptureQueriesContext(connection) as queries:
        offers_from_alternatives(claim)
    return len(queries)


def test_nothing_is_linked_by_itself():
    claim, other = alternatives()

    make_link(other)

    assert pending(claim)
    assert not Link.objects.filter(claim=claim, stance=Stance.REFUTES).exists()


def test_outcome_is_offered_to_every_other_claim_and_not_to_its_own():
    claim, other = alternatives()
    third = make_claim(statement="Muttaqi will go to Tehran")
    make_link(other)

    claim_sets.join(claim_set=claim.memberships.get().claim_set, claim=third, reason="Nor there.", by=make_analyst())

    assert (len(pending(claim)), len(pending(third)), pending(other)) == (1, 1, [])


@pytest.mark.parametrize(
    "values",
    [
        {"stance": Stance.REFUTES},
        {"basis": Basis.EXPECTATION},
        {"independence": Independence.UNDETERMINED},
        {"article_day": None},
        {"article_day": date(2021, 11, 6)},
    ],
    ids=["denied", "foretold", "undetermined", "undated", "too early"],
)
def test_what_does_not_tell_that_it_happened_is_not_offered(values):
    claim, other = alternatives()
    day = values.pop("article_day", date(2021, 11, 10))
    article = make_article(f"{ARRIVED} on Wednesday.", published_on=day)
    if day == date(2021, 11, 6):
        values["basis"] = Basis.EXPECTATION

    make_link(other, article=article, **values)

    assert pending(claim) == []


def test_report_published_before_the_claim_could_fail_is_not_offered():
    claim = make_claim(statement="Muttaqi will stay in Kabul", article=make_article(published_on=date(2021, 11, 12)))
    other = make_claim()
    make_claim_set(claim, other)

    make_link(other)

    assert pending(claim) == []


def test_accepting_it_as_it_is_makes_the_link_with_the_same_passage():
    claim, other = alternatives()
    said = Attribution(speaker="An official", speaker_kind=SpeakerKind.ANONYMOUS, through=("Tolo News",))
    link = make_link(other, attribution=said)
    [offer] = pending(claim)

    suggestions.accept(suggestion=offer, by=make_analyst())

    made = Link.objects.get(claim=claim, stance=Stance.REFUTES)
    assert (made.passage, made.basis, made.independence) == (link.passage, Basis.OUTCOME, Independence.INDEPENDENT)
    assert made.reason == offer.reasons[0]


def test_passage_with_an_origin_that_an_analyst_named_is_linked_with_it():
    claim, other = alternatives()
    link = make_link(other, attribution=Attribution(through=("ANI",), origin="Reuters"))
    [offer] = pending(claim)

    suggestions.accept(suggestion=offer, by=make_analyst())

    assert Link.objects.get(claim=claim, stance=Stance.REFUTES).passage == link.passage


def test_rejected_offer_is_remembered():
    claim, other = alternatives()
    make_link(other)
    [offer] = pending(claim)

    suggestions.reject(suggestion=offer, by=make_analyst())

    links.revise(
        link=other.links.get(stance="supports"),
        stance="supports",
        basis="outcome",
        independence="independent",
        credibility=2,
        why="Graded.",
        by=make_analyst(),
        acknowledged=True,
    )
    assert [one.state for one in offers(claim)] == [SuggestionState.REJECTED]


def withdraw_link(claim, link):
    links.withdraw(link=link, reason="A mistake.", by=make_analyst())


def leave(claim, link):
    membership = link.claim.memberships.get()
    claim_sets.leave(membership=membership, reason="He may be in both.", by=make_analyst())


def withdraw_article(claim, link):
    article = link.passage.article
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst())


def unsettle_origin(claim, link):
    links.revise(
        link=link,
        stance="supports",
        basis="outcome",
        independence="undetermined",
        why="Whose?",
        by=make_analyst(),
        acknowledged=True,
    )


def link_it(claim, link):
    links.add(claim=claim, passage=link.passage, stance="context", by=make_analyst(), acknowledged=True)


@pytest.mark.parametrize("loss", [withdraw_link, leave, withdraw_article, unsettle_origin, link_it])
def test_offer_is_stale_once_its_reason_is_gone(loss):
    claim, other = alternatives()
    link = make_link(other)
    assert pending(claim)

    loss(claim, link)

    assert [offer.state for offer in offers(claim)] == [SuggestionState.STALE]


@pytest.mark.parametrize("has_link", [True, False], ids=["it had the link", "it was in the set"])
def test_offer_is_stale_once_the_merge_is_taken_apart_on_which_it_rests(has_link):
    claim, stays, goes = make_claim(statement="Muttaqi will stay in Kabul"), make_claim(), make_claim()
    make_claim_set(claim, stays if has_link else goes)
    make_link(goes if has_link else stays)
    goes = merging.merge(claim=goes, into=stays, reason="The same.", by=make_reviewer())
    assert pending(claim)

    merging.unmerge(claim=goes, reason="Two journeys.", by=make_reviewer())

    assert [offer.state for offer in offers(claim)] == [SuggestionState.STALE]


def test_what_happened_outside_the_window_of_an_alternative_is_not_offered():
    day = date(2021, 11, 8)
    claim, other = alternatives(window_start=day, window_end=day, window_basis=WindowBasis.STATED)

    make_link(other)

    assert pending(claim) == []


def test_date_that_an_article_gets_makes_its_report_an_offer():
    claim, other = alternatives()
    link = make_link(other, article=make_article(f"{ARRIVED} on Wednesday.", published_on=None))
    assert pending(claim) == []

    articles.set_date(article=link.passage.article, published_on=date(2021, 11, 10), by=make_analyst())

    assert len(pending(claim)) == 1


def test_origin_that_a_passage_loses_takes_the_offer_away():
    claim, other = alternatives()
    article = make_article(f"{ARRIVED} on Wednesday.", published_on=date(2021, 11, 10))
    link = make_link(other, article=article)
    assert pending(claim)

    passages.reattribute(
        passage=link.passage, attribution=Attribution(origin="ANI"), reason="They say so.", by=make_analyst()
    )

    assert pending(claim)[0].payload["origin"] == "ANI"


def test_decided_claim_is_offered_what_shakes_the_decision():
    claim, other = alternatives()
    make_link(claim, quote="He met Qureshi")
    make_decision(claim)

    make_link(other)

    claim.refresh_from_db()
    assert claim.state == State.DECIDED
    assert len(pending(claim)) == 1


def test_reading_the_article_again_keeps_the_offer():
    claim, other = alternatives()
    link = make_link(other)
    [offer] = pending(claim)

    articles.edit(article=link.passage.article, title="Another headline", by=make_analyst())

    [again] = offers(claim)
    assert (again.pk, again.is_pending) == (offer.pk, True)


def test_same_words_are_offered_once_for_the_claim():
    claim, other = alternatives()

    link = make_link(other)

    assistant.work_off()
    here = Suggestion.objects.pending().filter(claim=claim, kind="link", version__article=link.passage.article)
    assert [offer.rule for offer in here if link.passage.exact in offer.quote] == [RULE]
