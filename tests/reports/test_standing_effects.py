"""What is said before an article's standing changes is what comes of it."""

import pytest

from claims.reports.facts import figures_for
from claims.reports.scope import Scope
from claims.reports.standing_effects import rested_on, standing_effects
from claims.services import articles, editions, merging
from claims.vocabulary import Flag, Stance, Standing, Verdict
from tests.factories import (
    ARRIVED,
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_reviewer,
    make_version,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    """An article with the outcome of one claim that is open, one that is decided and one that was merged."""
    article = make_article(f"{ARRIVED} on Wednesday. He met Qureshi.")
    opened, decided, merged = (make_claim() for _ in range(3))
    for claim in (opened, decided, merged):
        make_link(claim, article=article)
    make_decision(decided)
    merging.merge(claim=merged, into=make_claim(), reason="The same.", by=make_reviewer())
    return article


def become(article, standing):
    articles.set_standing(article=article, standing=standing, reason="They say so.", by=make_analyst())
    article.refresh_from_db()


def told(effects):
    return {effect.claim.pk: (effect.after.evidence_status, set(effect.after.flags)) for effect in effects.claims}


def found(effects):
    figures = figures_for([effect.claim for effect in effects.claims])
    return {pk: (one.evidence_status, set(one.flags)) for pk, one in figures.items()}


@pytest.mark.parametrize("standing", Standing)
def test_what_is_told_of_a_standing_is_what_comes_of_it(article, standing):
    effects = standing_effects(article, standing)

    if standing != Standing.USABLE:
        become(article, standing)

    assert len(effects.claims) == 3
    assert told(effects) == found(effects)


def test_withdrawal_changes_every_claim_and_flags_the_decided_one(article):
    effects = standing_effects(article, Standing.WITHDRAWN)

    assert len(effects.changed) == 3
    assert [Flag.NEEDS_REVIEW in effect.after.flags for effect in effects.flagged] == [True]
    assert ("Evidence", "Outcome reported", "Single source") in effects.claims[0].changes


def test_correction_lists_what_rests_on_it_and_changes_nothing_but_the_flag_of_the_decided_one(article):
    effects = standing_effects(article, Standing.CORRECTED)

    assert (len(effects.claims), effects.links) == (3, 3)
    assert [effect.changes for effect in effects.changed] == [[("Flags", "none", Flag.NEEDS_REVIEW.label)]]


def test_only_what_counts_and_is_not_suspended_yet_would_be_suspended(article):
    assert standing_effects(article, Standing.WITHDRAWN).suspends == 3
    make_link(make_claim(), article=article, stance="context")
    assert standing_effects(article, Standing.WITHDRAWN).suspends == 3
    assert standing_effects(article, Standing.CORRECTED).suspends == 0

    make_version(article, "The visit was put off, the ministry says.")

    effects = standing_effects(article, Standing.WITHDRAWN)
    assert (effects.links, effects.suspends) == (4, 0)


def test_what_comes_back_with_an_article_leaves_out_words_that_are_gone(article):
    become(article, Standing.WITHDRAWN)
    make_version(article, "The visit was put off, the ministry says.")

    effects = standing_effects(article, Standing.USABLE)
    become(article, Standing.USABLE)

    assert told(effects) == found(effects)
    assert all(effect.after.supports == 0 for effect in effects.claims)


def test_what_comes_back_with_an_article_counts_again(article):
    become(article, Standing.WITHDRAWN)

    effects = standing_effects(article, Standing.USABLE)
    become(article, Standing.USABLE)

    assert told(effects) == found(effects)
    assert all(effect.after.supports == 1 for effect in effects.claims)


def test_nothing_is_written_by_looking(article, django_assert_num_queries):
    with django_assert_num_queries(8) as asked:
        standing_effects(article, Standing.WITHDRAWN)

    assert all(query["sql"].startswith("SELECT") for query in asked.captured_queries)


def test_editions_that_hold_the_words_of_an_article_are_named(article):
    reviewer = make_reviewer()
    holds = editions.freeze(title="One", code="R1", scope=Scope(), by=reviewer)

    [found] = standing_effects(article, Standing.WITHDRAWN).editions

    assert (found, found.get_deferred_fields()) == (holds, {"content"})
    assert standing_effects(make_article("Nothing is linked here."), Standing.WITHDRAWN).editions == ()


def test_an_edition_that_holds_words_that_do_not_count_is_named():
    beside = make_article(f"{ARRIVED} on Thursday.")
    make_link(make_claim(), article=beside, stance=Stance.CONTEXT)

    edition = editions.freeze(title="Context", code="R11", scope=Scope(), by=make_reviewer())

    assert list(standing_effects(beside, Standing.WITHDRAWN).editions) == [edition]


def test_the_log_keeps_what_rested_on_it(article):
    effects = standing_effects(article, Standing.WITHDRAWN)

    become(article, Standing.WITHDRAWN)

    rested = rested_on(article)
    assert (rested.standing, rested.event.reason) == ("withdrawn", "They say so.")
    assert [(claim, list(changes)) for claim, changes in rested.claims] == [
        (effect.claim, effect.changes) for effect in effects.claims
    ]


@pytest.mark.parametrize("standing", [Standing.WITHDRAWN, Standing.CORRECTED])
def test_decision_that_rests_on_what_it_reports_of_an_alternative_is_listed(standing):
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)
    link = make_link(other)
    make_decision(claim, verdict=Verdict.REFUTED, relied_on=[link])

    effects = standing_effects(link.passage.article, standing)
    become(link.passage.article, standing)

    assert [effect.claim for effect in effects.claims] == [claim, other]
    assert [effect.claim for effect in effects.flagged] == [claim]
    assert told(effects) == found(effects)
    assert claim in [one for one, _ in rested_on(link.passage.article).claims]


def test_nothing_is_told_of_an_article_whose_standing_never_changed(article):
    assert rested_on(article) is None
