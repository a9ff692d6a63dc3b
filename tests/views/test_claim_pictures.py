"""The pictures on the claim page, and the tables that say the same."""

import re
from datetime import date

import pytest

from claims.services import articles, assessments
from claims.services.attribution import Attribution
from claims.vocabulary import Independence, Stance, Standing
from tests.factories import (
    ARRIVED,
    make_analyst,
    make_article,
    make_claim,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
)

pytestmark = pytest.mark.django_db

ANI = Attribution("officials", "anonymous", ("ANI", "The Express Tribune"))


@pytest.fixture
def alice(client):
    alice = make_analyst("alice")
    client.force_login(alice)
    return alice


def text_of(client, claim, **params):
    return client.get(claim.get_absolute_url(), params).content.decode()


def section(text, name):
    """Return a section of the page, white space made plain."""
    found = re.search(rf'<section class="card"[^>]*id="{name}">.*?</section>', text, re.DOTALL)
    return found and " ".join(found.group().split())


def test_the_graph_says_the_figures_of_the_claim_in_its_caption(client, alice):
    claim = make_claim(by=alice, attribution=ANI)
    make_link(claim)
    make_link(claim, article=make_article(f"{ARRIVED} too."), independence=Independence.UNDETERMINED)
    claim.refresh_from_db()

    caption = section(text_of(client, claim), "origins")

    figures = claim.figures
    assert (figures.articles, figures.origins) == (3, 2)
    assert "<b>3</b> articles, <b>2</b> origins" in caption


def test_an_outlet_that_is_not_stated_stands_in_the_graph_behind_its_speaker(client, alice):
    claim = make_claim()
    make_link(claim)
    make_link(claim, article=make_article(f"{ARRIVED} too.", publisher=""), attribution=Attribution(through=("ANI",)))

    graph = section(text_of(client, claim), "origins")

    assert "Outlet not stated from ANI: 1 passage" in graph


def test_a_claim_of_one_article_has_no_graph(client, alice):
    assert section(text_of(client, make_claim(by=alice, attribution=ANI)), "origins") is None


def test_the_nodes_lead_to_the_articles_of_an_outlet_and_the_steps_to_their_passage(client, alice):
    article = make_article(publisher="Dawn")
    claim = make_claim(by=alice, article=article, attribution=ANI)
    make_link(claim)

    graph = section(text_of(client, claim), "origins")

    passage = claim.links.first().passage
    assert f'href="/articles/?outlet={article.outlet_id}"' in graph
    assert f'<a class="og-step" href="{passage.get_absolute_url()}"' in graph
    assert f'href="#told-{claim.links.first().pk}"' in graph


def test_the_table_of_the_graph_has_every_chain_and_whether_it_counts(client, alice):
    claim = make_claim(by=alice, attribution=ANI)
    undated = make_link(claim, article=make_article(f"{ARRIVED} some day.", published_on=None))

    graph = section(text_of(client, claim), "origins")

    row = re.search(rf'<tr id="told-{undated.pk}">.*?</tr>', graph).group()
    assert "<li>ANI</li><li>The Express Tribune</li>" in graph
    assert "the article has no publication date yet" in row


def test_the_table_of_the_timeline_has_origins_and_verdicts(client, alice):
    claim = make_claim(by=alice, attribution=ANI)
    make_link(claim)
    proposal = make_proposal(claim, by=alice, as_of=date(2021, 11, 10))
    assessments.send_back(claim=claim, reason="Weigh it.", by=make_reviewer())
    decision = make_decision(claim, by=make_reviewer("rita"), as_of=date(2021, 11, 12))

    timeline = section(text_of(client, claim), "timeline")

    assert '<td data-label="Origin"><span class="number">1</span> The Express Tribune</td>' in timeline
    assert f'<a href="#assessment-{decision.pk}">Decision: confirmed</a>' in timeline
    assert f'<a href="#assessment-{proposal.pk}">Proposal: confirmed</a>' in timeline
    assert "no longer stands: sent back" in timeline


def test_a_link_that_does_not_count_says_why_where_it_is_drawn(client, alice):
    claim = make_claim(by=alice, attribution=ANI)
    link = make_link(claim)
    articles.set_standing(article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=alice)

    timeline = section(text_of(client, claim), "timeline")

    mark = re.search(rf'<a href="#link-{link.pk}".*?</a>', timeline).group()
    assert "Does not count: Suspended until a person re-affirms it." in mark
    assert "is-faint" in mark
    assert "tl-strike" in mark


def test_the_day_asked_for_leaves_out_what_came_later_and_verdicts_that_speak_of_it(client, alice):
    claim = make_claim(by=alice, attribution=ANI)
    link = make_link(claim)
    decision = make_decision(claim, as_of=date(2021, 11, 12))

    text = text_of(client, claim, as_of="2021-11-09")

    timeline = section(text, "timeline")
    assert f"#link-{link.pk}" not in timeline
    assert f"#assessment-{decision.pk}" not in timeline
    assert "the day asked for" in timeline
    assert section(text, "origins") is None


def test_words_foretold_are_hollow_and_words_that_tell_what_happened_are_filled(client, alice):
    claim = make_claim(by=alice, attribution=ANI)
    foretold = make_link(
        claim, article=make_article("He is to come, we hear."), quote="He is to come", basis="expectation"
    )
    happened = make_link(claim)

    timeline = section(text_of(client, claim), "timeline")

    marks = {link: re.search(rf'<a href="#link-{link.pk}".*?</a>', timeline).group() for link in (foretold, happened)}
    assert "is-hollow" in marks[foretold]
    assert "is-hollow" not in marks[happened]


def test_names_that_hold_markup_are_drawn_as_text(client, alice):
    bad = "<script>alert(1)</script>"
    claim = make_claim(by=alice, attribution=Attribution(bad, "named_person", (f"{bad} too",)))
    make_link(claim, stance=Stance.REFUTES, reason=bad, attribution=Attribution(bad, "named_organisation"))

    assert "<script>alert" not in text_of(client, claim)
