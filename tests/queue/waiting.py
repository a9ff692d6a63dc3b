"""What waits in the queue besides suggestions, and what a person sends there."""

from datetime import date

from django.urls import reverse

from claims.services import articles, proposal_requests
from claims.vocabulary import Standing
from tests.factories import (
    counter,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_proposal,
    make_reviewer,
    make_version,
)

TEAM = "An 11-member team of officials will travel to Kabul"
SECOND = "A 12-member team of officials will travel to Kabul"
SAID = "The envoy said “we are ready” on Friday"
TYPED = 'The envoy said "we are ready" on Friday'


def make_stale_link(old=TEAM, new=SECOND, *, claim=None, by=None):
    """Link words that the newest version of their article has otherwise, or not at all."""
    day = f"It rained for {next(counter)} days."
    article = make_article(f"{old}, they said. {day}", published_on=date(2021, 11, 10))
    link = make_link(claim or make_claim(), article=article, quote=old, basis="expectation", by=by)
    make_version(article, f"{new}, they said. {day}")
    return link


def make_retracted_link(claim=None):
    """Link words that stand still, in an article that was withdrawn."""
    link = make_link(claim or make_claim())
    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="They say so.", by=make_analyst()
    )
    return link


def make_undated(text="Talks began in Doha on 9 November 2021. They go on.", **listed):
    return make_article(text, published_on=None, **listed)


def make_proposed(*, by=None, **fields):
    """Make a claim with a live proposal that relies on its evidence."""
    claim = make_claim()
    make_link(claim)
    make_proposal(claim, by=by, **fields)
    claim.refresh_from_db()
    return claim


def make_asked(person=None):
    """Make a claim with a proposal, on which `person` or anyone is asked for another."""
    claim = make_proposed()
    proposal_requests.ask(claim=claim, note="One more, please.", person=person, by=make_reviewer())
    return claim


def page(client, kind, item=None, **query):
    name, keys = ("waiting-detail", [kind, item.pk]) if item else (f"queue-{kind}", [])
    return client.get(reverse(name, args=keys, query=query))


def body(response):
    return response.content.decode()


def acts_of(response):
    return {act.name: act for act in response.context["acts"]}


def undo(client, kind, **data):
    return client.post(reverse("waiting-undo", args=[kind]), data)
