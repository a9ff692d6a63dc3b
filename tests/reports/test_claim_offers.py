"""Which claims are offered for marked words, and why."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Topic
from claims.reports.claim_offers import offered_claims
from claims.services import claims
from claims.vocabulary import Stance
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_suggestion

pytestmark = pytest.mark.django_db

WORDS = "Muttaqi will visit Islamabad"
ELSEWHERE = ["The withdrawal will be completed by August 31", "Kabul airport will reopen", "Prices doubled in Herat"]


@pytest.fixture
def article():
    return make_article(f"{WORDS}, officials said. Talks follow.", published_on=date(2021, 11, 8))


def offered(article, by=None, quote=WORDS):
    return offered_claims(article=article, quote=quote, near=0, by=by or make_analyst())


def test_best_match_of_the_words_comes_first_and_is_the_only_best(article):
    other, same = make_claim(statement=ELSEWHERE[0]), make_claim()

    [first, *rest] = offered(article)

    assert (first.claim, first.why, first.is_best) == (same, "Says the same", True)
    assert other not in [each.claim for each in rest]


def test_what_is_suggested_for_the_words_is_the_best_match(article):
    make_claim()
    suggested = make_claim(statement=ELSEWHERE[0])
    make_suggestion("link", article=article, quote=WORDS, claim=suggested, says={"stance": "supports"})

    first = offered(article)[0]

    assert (first.claim, first.why) == (suggested, "Suggested for these words")


def test_claims_used_lately_come_the_latest_first(article):
    person = make_analyst()
    used = [make_claim(statement=statement) for statement in ELSEWHERE]
    for claim in used:
        make_link(claim, by=person)

    found = offered(article, by=person, quote="Talks follow")

    assert [each.claim for each in found if each.why == "You linked to it lately"] == used[::-1]


def test_claims_of_the_article_and_of_their_topic_follow(article):
    made = make_claim(article=article, quote="Talks follow", statement=ELSEWHERE[0])
    linked, of_topic = make_claim(statement=ELSEWHERE[1]), make_claim(statement=ELSEWHERE[2])
    make_link(linked, article=article, quote="officials said", stance=Stance.CONTEXT)
    topic = Topic.objects.create(name="Afghanistan")
    for claim in (made, of_topic):
        claim.topics.add(topic)

    said = {each.claim: each.why for each in offered(article, quote="said. Talks")}

    assert said[made] == "Made in this article"
    assert said[linked] == "Linked in this article"
    assert said[of_topic] == "Topic: Afghanistan"


def test_claim_that_the_article_makes_is_no_best_match(article):
    own = make_claim(article=article, quote=WORDS)

    found = offered(article)

    assert [(each.claim, each.is_best) for each in found] == [(own, False)]


def test_claims_put_aside_are_not_offered(article):
    person = make_analyst()
    claim = make_claim(by=person, opened=False)
    claims.reject(claim=claim, reason="No claim.", by=person)

    assert offered(article, by=person) == []


def test_number_of_queries_does_not_grow_with_links(article):
    person, used = make_analyst(), [make_claim(statement=statement) for statement in ELSEWHERE]
    make_link(used[0], by=person)
    few = queries_of(article, person)

    for claim in used:
        make_link(claim, by=person, article=make_article(f"{ARRIVED} again."))

    assert queries_of(article, person) == few


def queries_of(article, person):
    """Count the queries once the index of statements, which is kept in memory, is up to date."""
    offered(article, by=person)
    with CaptureQueriesContext(connection) as asked:
        offered(article, by=person)
    return len(asked)
