from datetime import date

import pytest
from django.utils import timezone

from claims.models import Article
from claims.reports.numbered.evidence_health import build
from claims.reports.scope import Scope
from claims.services import articles, links, merging
from claims.vocabulary import Basis, Independence, Standing
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_reviewer, make_version
from tests.reports.numbered.reading import figure, row, rows, total

pytestmark = pytest.mark.django_db

NOTHING = {"suspended": 0, "undetermined": 0, "unsourced": 0, "undated": 0}


def links_of(claim, scope=None):
    """Return the counts of the row of `claim`, or of none when it has no row."""
    found = [one for one in rows(build(scope or Scope()), "ailing") if one["number"] == claim.number]
    return {name: one[name] for one in found for name in NOTHING} or NOTHING


def withdrawn(link):
    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
    )


def nowhere():
    """Return an article of nobody knows whom, so that nobody knows where its words come from."""
    text = f"{ARRIVED} on Wednesday. Note {Article.objects.count()}."
    return make_article(text, publisher="", published_on=date(2021, 11, 10))


def test_evidence_that_counts_is_not_listed():
    make_link(make_claim())

    report = build(Scope())

    assert rows(report, "ailing") == []
    assert figure(report, "Claims with suspended links") == "0/1"


@pytest.mark.parametrize(
    ("ailment", "ail"),
    [
        ("suspended", lambda claim: withdrawn(make_link(claim))),
        ("suspended", lambda claim: make_version(make_link(claim).passage.article, "He has postponed his journey.")),
        ("undetermined", lambda claim: make_link(claim, independence=Independence.UNDETERMINED)),
        ("unsourced", lambda claim: make_link(claim, article=nowhere(), independence=Independence.SAME_ORIGIN)),
        ("undated", lambda claim: make_link(claim, article=make_article(f"{ARRIVED}.", published_on=None))),
    ],
)
@pytest.mark.parametrize("scope", [Scope(), Scope(as_of=date(2021, 11, 30))], ids=["now", "as of"])
def test_each_ailment_is_counted_now_and_as_of_a_day(ailment, ail, scope):
    claim = make_claim()

    ail(claim)

    assert links_of(claim, scope) == NOTHING | {ailment: 1}


def test_a_link_that_ails_twice_is_in_both_columns_and_its_claim_in_both_shares():
    claim = make_claim()
    withdrawn(make_link(claim, independence=Independence.UNDETERMINED))

    report = build(Scope())

    assert links_of(claim) == NOTHING | {"suspended": 1, "undetermined": 1}
    assert figure(report, "Claims with suspended links") == "1/1"
    assert figure(report, "Claims with undetermined independence") == "1/1"


def test_context_and_withdrawn_links_are_no_evidence_that_ails():
    claim = make_claim()
    make_link(claim, article=nowhere(), stance="context")
    link = make_link(claim, article=nowhere(), independence=Independence.UNDETERMINED)
    links.withdraw(link=link, reason="A mistake.", by=make_analyst())

    assert links_of(claim) == NOTHING


def test_what_was_published_after_the_cut_off_does_not_ail():
    claim = make_claim()
    make_link(claim, independence=Independence.UNDETERMINED)

    assert links_of(claim, Scope(as_of=date(2021, 11, 9))) == NOTHING


def test_links_ail_as_they_did_at_the_record_cut_off():
    claim = make_claim()
    link = make_link(claim, independence=Independence.UNDETERMINED)
    before = timezone.now()
    by = make_analyst()
    links.revise(
        link=link, stance="supports", basis=Basis.OUTCOME, independence="independent", why="It is.", by=by,
        acknowledged=True,
    )  # fmt: skip
    withdrawn(link)

    assert links_of(claim, Scope(recorded_by=before)) == NOTHING | {"undetermined": 1}
    assert links_of(claim) == NOTHING | {"suspended": 1}


@pytest.mark.parametrize("then", [False, True])
def test_links_of_a_merged_claim_count_in_its_target_even_when_they_are_suspended(then):
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    withdrawn(make_link(twin))
    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())

    report = build(Scope(recorded_by=timezone.now()) if then else Scope())

    assert row(report, "ailing", claim.number)["suspended"] == 1
    assert figure(report, "Claims with suspended links") == "1/1"


def test_the_last_line_adds_up_the_links():
    for independence in (Independence.UNDETERMINED, Independence.SAME_ORIGIN, Independence.UNDETERMINED):
        make_link(make_claim(), article=nowhere(), independence=independence)

    report = build(Scope())

    assert [total(report, "ailing")[name] for name in NOTHING] == [0, 2, 3, 0]
    assert [sum(one[name] for one in rows(report, "ailing")) for name in NOTHING] == [0, 2, 3, 0]
