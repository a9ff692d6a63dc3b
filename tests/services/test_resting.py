"""Decisions whose evidence says something else by now, though no link was made or withdrawn: they are flagged."""

from datetime import date

import pytest

from claims.errors import Refused
from claims.models import Event
from claims.reports.event_log import log_of
from claims.reports.standing_effects import standing_effects
from claims.services import articles, passages
from claims.services.attribution import Attribution
from claims.vocabulary import Basis, Stance, Standing, Verb, Verdict
from tests.factories import (
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
)

pytestmark = pytest.mark.django_db


def decided(**fields):
    """Return a claim, decided to be confirmed, and the link that this rests on."""
    claim = make_claim()
    link = make_link(claim, **fields)
    make_decision(claim, relied_on=[link])
    return claim, link


def needs_review(claim):
    claim.refresh_from_db()
    return claim.figures.needs_review


def test_decision_is_flagged_when_the_article_it_counts_was_published_on_another_day():
    claim, link = decided()
    before = needs_review(claim)

    articles.set_date(
        article=link.passage.article, published_on=date(2021, 6, 1), reason="The page says so.", by=make_analyst()
    )

    assert (before, needs_review(claim)) == (False, True)
    assert "shook the decision on this claim" in [line.act for line in log_of(claim).lines]
    assert Event.objects.filter(claim=claim, reason__endswith="was corrected: The page says so.").exists()


@pytest.mark.parametrize("values", [{"published_on": date(2021, 6, 1)}, {"outlet_name": "Dawn"}])
def test_how_it_is_known_must_be_said_where_a_decision_had_the_article_to_weigh(values):
    claim, link = decided()

    with pytest.raises(Refused, match=f"Say how you know: the decision on {claim.label} had words of it to weigh"):
        articles.edit(article=link.passage.article, by=make_analyst(), **values)

    assert not needs_review(claim)


def test_decision_is_flagged_when_evidence_beside_it_gets_its_first_day():
    claim, _ = decided()
    undated = make_link(claim, article=make_article(published_on=None), basis=Basis.EXPECTATION)
    before = needs_review(claim)

    articles.set_date(
        article=undated.passage.article, published_on=date(2021, 11, 9), reason="It says so.", by=make_analyst()
    )

    assert (before, needs_review(claim)) == (False, True)


def test_decision_is_flagged_when_the_words_it_counts_have_another_origin():
    claim, link = decided()

    passages.reattribute(
        passage=link.passage, attribution=Attribution(origin="ANI"), reason="ANI wrote it.", by=make_analyst()
    )

    assert needs_review(claim)


def test_decision_is_flagged_when_the_outlet_that_it_counts_as_an_origin_was_another():
    claim, link = decided()

    articles.edit(article=link.passage.article, outlet_name="Dawn", reason="Its masthead.", by=make_analyst())

    assert needs_review(claim)


def test_decision_stands_when_the_outlet_was_another_and_somebody_else_is_the_origin():
    claim, link = decided(attribution=Attribution(through=("ANI",)))

    articles.edit(article=link.passage.article, outlet_name="Dawn", reason="Its masthead.", by=make_analyst())

    assert not needs_review(claim)


def test_decision_stands_when_the_day_is_another_and_its_evidence_counts_as_it_did():
    claim, link = decided()

    articles.set_date(
        article=link.passage.article, published_on=date(2021, 11, 11), reason="It says so.", by=make_analyst()
    )

    assert not needs_review(claim)


def test_decision_on_an_alternative_is_flagged_when_what_it_rests_on_is_dated_anew():
    first, second = make_claim(), make_claim()
    make_claim_set(first, second)
    link = make_link(first)
    make_decision(second, verdict=Verdict.REFUTED, relied_on=[link])

    articles.set_date(
        article=link.passage.article, published_on=date(2022, 11, 11), reason="It says so.", by=make_analyst()
    )

    assert needs_review(second)


@pytest.mark.parametrize("values", [{"title": "Arrived"}, {"byline": "A. Writer"}])
def test_decision_stands_when_something_is_corrected_that_counts_for_nothing(values):
    claim, link = decided()

    articles.edit(article=link.passage.article, by=make_analyst(), **values)

    assert not needs_review(claim)
    assert not Event.objects.filter(claim=claim, verb=Verb.CHANGED).exists()


def test_decision_stands_when_an_article_that_only_gives_context_is_dated_anew():
    claim, _ = decided()
    context = make_link(claim, stance=Stance.CONTEXT)

    articles.set_date(
        article=context.passage.article, published_on=date(2021, 11, 11), reason="It says so.", by=make_analyst()
    )

    assert not needs_review(claim)


def test_decision_is_flagged_when_the_outlet_corrected_what_it_counts():
    claim, link = decided()
    effects = standing_effects(link.passage.article, Standing.CORRECTED)

    articles.set_standing(
        article=link.passage.article, standing=Standing.CORRECTED, reason="It says Thursday now.", by=make_analyst()
    )

    assert needs_review(claim)
    assert [effect.claim for effect in effects.flagged] == [claim]


def test_correction_that_was_none_flags_nothing_again():
    claim, link = decided()
    article, by = link.passage.article, make_analyst()
    articles.set_standing(article=article, standing=Standing.CORRECTED, reason="It says so.", by=by)
    shaken = Event.objects.filter(claim=claim, after__has_key="unfounded")
    before = shaken.count()

    articles.set_standing(article=article, standing=Standing.USABLE, reason="It does not.", by=by)

    assert (before, shaken.count()) == (1, 1)
