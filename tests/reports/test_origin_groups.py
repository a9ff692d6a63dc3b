"""Which links of a claim stand together as those of one origin, and the graph made of that."""

from collections import Counter
from datetime import date

import pytest
import time_machine

from claims.reports.claim_page import claim_page
from claims.reports.origin_graph import clusters_of
from claims.services import passages
from claims.services.attribution import Attribution
from claims.vocabulary import Basis, Independence, Stance
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_link

pytestmark = pytest.mark.django_db

ANI = Attribution("officials", "anonymous", ("ANI", "The Express Tribune"))
MINISTRY = Attribution("Foreign office", "named_organisation")


def make_told(claim, attribution, *, outlet=None, words="", day=8, **fields):
    """Link words of their own, foretelling the visit, that came as `attribution` says."""
    text = words or f"{FORETOLD}, {outlet} hears on {day} November. Nobody confirmed it."
    article = make_article(text, published_on=date(2021, 11, day), **({"publisher": outlet} if outlet else {}))
    fields = {"basis": Basis.EXPECTATION, "independence": Independence.INDEPENDENT} | fields
    quote = text.partition(". ")[0]
    return make_link(claim, article=article, quote=quote, attribution=attribution, **fields)


def groups_of(claim, **cut_offs):
    return claim_page(claim, **cut_offs).pictures.groups


def links_of(group):
    return [member.row.link for member in group.members]


def test_the_claims_own_origin_comes_first_and_what_counts_is_numbered():
    claim = make_claim(attribution=ANI)
    theirs = make_told(claim, MINISTRY)
    words = "The minister comes to Pakistan soon"
    unsettled = make_told(claim, Attribution(), words=words, independence=Independence.UNDETERMINED)

    own, other, third = groups_of(claim)

    assert [(own.name, own.number), (other.name, other.number)] == [("The Express Tribune", 1), ("Foreign office", 2)]
    assert (links_of(other), links_of(third), third.number) == ([theirs], [unsettled], None)


def test_there_are_as_many_numbers_as_the_figures_count_origins():
    claim = make_claim(attribution=ANI)
    make_told(claim, MINISTRY)
    make_told(claim, ANI, independence=Independence.SAME_ORIGIN)
    make_told(claim, Attribution(), independence=Independence.UNDETERMINED)
    make_told(claim, Attribution("A minister", "named_person"), stance=Stance.CONTEXT, basis="", independence="")

    page = claim_page(claim)

    numbers = [group.number for group in page.pictures.groups if group.number]
    assert numbers == list(range(1, page.figures.origins + 1))


def test_copies_of_one_origin_stand_together():
    claim = make_claim(attribution=ANI)
    copies = [make_told(claim, ANI, day=day, independence=Independence.SAME_ORIGIN) for day in (8, 9)]

    (group,) = groups_of(claim)

    assert links_of(group)[1:] == copies
    assert group.articles == (3, 3)


def test_what_was_decided_to_be_the_same_stands_with_what_it_shares_and_says_so():
    claim = make_claim(attribution=ANI)
    shared = Attribution("A minister", "named_person", ("ANI",))
    make_told(claim, shared, outlet="Dawn", independence=Independence.SAME_ORIGIN)

    (group,) = groups_of(claim)

    member = group.members[-1]
    assert (member.joined, member.why) == ("decided", "both came through ANI")


def test_what_is_undetermined_stands_where_the_same_origin_is_presumed():
    claim = make_claim(attribution=ANI)
    shared = Attribution("A minister", "named_person", ("ANI",))
    make_told(claim, shared, outlet="Dawn", independence=Independence.UNDETERMINED)

    (group,) = groups_of(claim)

    assert group.members[-1].joined == "presumed"


def test_what_was_decided_to_be_independent_is_never_joined():
    claim = make_claim(attribution=ANI)
    make_told(claim, Attribution("A minister", "named_person", ("ANI",)))

    assert [group.number for group in groups_of(claim)] == [1, 2]


def test_an_earlier_moment_has_the_origins_known_then():
    with time_machine.travel("2021-11-08T09:00:00Z", tick=False):
        claim = make_claim(attribution=ANI)
        link = make_told(claim, MINISTRY)
    with time_machine.travel("2021-11-12T09:00:00Z", tick=False):
        passages.reattribute(
            passage=link.passage, attribution=Attribution("Tolo News", "outlet", ("Tolo News",)), reason="x",
            by=make_analyst(),
        )  # fmt: skip
    with time_machine.travel("2021-11-20T09:00:00Z", tick=False):
        then = groups_of(claim, recorded_by=link.created_at)
        now = groups_of(claim)

    assert [group.name for group in then] == ["The Express Tribune", "Foreign office"]
    assert [group.name for group in now] == ["The Express Tribune", "Tolo News"]


def test_articles_published_later_than_the_day_asked_for_are_not_drawn():
    claim = make_claim(attribution=ANI)
    make_told(claim, MINISTRY, day=9)

    assert len(groups_of(claim, as_of=date(2021, 11, 8))) == 1


def clusters(claim):
    return clusters_of(groups_of(claim))


def test_every_step_of_every_chain_lies_in_exactly_one_edge():
    claim = make_claim(attribution=ANI)
    make_told(claim, ANI, outlet="Dawn", independence=Independence.SAME_ORIGIN)
    make_told(claim, MINISTRY, outlet="Dawn", day=9)
    for day in range(1, 9):
        chain = Attribution("officials", "anonymous", ("ANI", "The Express Tribune"))
        make_told(claim, chain, outlet=f"Paper {day}", day=day + 7, independence=Independence.SAME_ORIGIN)

    made, _ = clusters(claim)

    drawn = Counter(link for cluster in made for step in cluster.steps for link in step.links)
    assert drawn == {link.pk: link.passage.chain_steps.count() for link in claim.links.all()}


def test_outlets_that_only_repeat_are_folded_and_none_is_lost():
    claim = make_claim(attribution=ANI)
    for day in range(1, 13):
        make_told(claim, ANI, outlet=f"Paper {day}", day=day + 7, independence=Independence.SAME_ORIGIN)

    (cluster,), _ = clusters(claim)

    names = [node.name for node in cluster.nodes]
    assert "and 9 more outlets" in names
    assert "Paper 12" in next(node.label for node in cluster.nodes if node.name == "and 9 more outlets")


def test_an_anonymous_source_is_named_for_what_it_is_and_an_origin_bears_its_number():
    claim = make_claim(attribution=ANI)
    make_told(claim, MINISTRY)

    made, left_out = clusters(claim)

    nodes = {node.name: node for cluster in made for node in cluster.nodes}
    assert (nodes["officials"].about, nodes["officials"].number) == ("anonymous", None)
    assert (nodes["The Express Tribune"].number, nodes["Foreign office"].number, left_out) == (1, 2, 0)


def test_an_outlet_of_which_nothing_counts_says_so():
    claim = make_claim(attribution=ANI)
    make_told(claim, ANI, outlet="Dawn", stance=Stance.CONTEXT, basis="", independence="")

    (cluster,), _ = clusters(claim)

    node = next(node for node in cluster.nodes if node.name == "Dawn")
    assert (node.about, node.is_faint) == ("outlet · not counted", True)


def test_words_that_came_back_to_the_outlet_that_printed_them_make_a_circle_and_are_drawn():
    claim = make_claim(
        article=make_article(publisher="ANI"), attribution=Attribution("", "unattributed", ("Dawn", "ANI"))
    )

    (cluster,), _ = clusters(claim)

    assert len(cluster.steps) == 2


def test_origins_beyond_a_dozen_are_left_to_the_table():
    claim = make_claim(attribution=ANI)
    for at in range(13):
        make_told(claim, Attribution(f"Ministry number {at}", "named_organisation"), outlet=f"Paper {at}")

    made, left_out = clusters(claim)

    assert (len(made), left_out) == (12, 2)
