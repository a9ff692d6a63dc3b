"""What no form would send: a service says in a sentence what is wrong, and the database never has to."""

from dataclasses import replace

import pytest

from claims.errors import Refused
from claims.services import amending, articles, assessments, links, passages, sources
from claims.services.attribution import Attribution
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "values",
    [
        {"stance": "maybe"},
        {"basis": "hope"},
        {"independence": "partly"},
        {"credibility": 0},
        {"credibility": 7},
    ],
)
def test_links(values):
    link = make_link(make_claim())
    stored = {name: getattr(link, name) for name in links.COPIED}

    with pytest.raises(Refused):
        links.revise(link=link, why="It changes.", by=make_analyst(), **stored | values)


@pytest.mark.parametrize("values", [{"kind": "rumour"}, {"window_basis": "guessed"}, {"topic_names": ["x" * 101]}])
def test_claims(values):
    claim = make_claim()

    with pytest.raises(Refused):
        amending.edit(claim=claim, values=values, by=claim.owner)


@pytest.mark.parametrize("values", [{"verdict": "true"}, {"confidence": "total"}])
def test_assessments(values):
    claim = make_claim()
    about = {"verdict": "moot", "confidence": "low", "rationale": "It no longer matters."}

    with pytest.raises(Refused):
        assessments.propose(claim=claim, by=make_analyst(), **about | values)


@pytest.mark.parametrize("name", ["speaker_kind", "certainty", "polarity"])
def test_attributions(name):
    passage = make_link(make_claim()).passage

    with pytest.raises(Refused):
        passages.reattribute(
            passage=passage,
            attribution=replace(Attribution(), **{name: "odd"}),
            reason="So it is.",
            by=make_analyst(),
        )


@pytest.mark.parametrize("values", [{"title": "x" * 501}, {"byline": "x" * 201}, {"url": "http://x.example/" * 70}])
def test_articles(values):
    with pytest.raises(Refused):
        articles.edit(article=make_article(), by=make_analyst(), **values)


def test_standings_and_grades():
    article = make_article()

    with pytest.raises(Refused, match="There is no standing “lost”"):
        articles.set_standing(article=article, standing="lost", reason="Nobody knows.", by=make_analyst())
    with pytest.raises(Refused, match="There is no grade “Z”"):
        sources.grade(source=article.outlet, reliability="Z", reason="Nobody knows.", by=make_reviewer())
