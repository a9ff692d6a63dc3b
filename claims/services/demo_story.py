"""Plays the story of the demo desk, plain data, through the services that people use."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from claims.models import Article, Claim, Comment, Link, User
from claims.services import (
    articles,
    assessments,
    claim_sets,
    claims,
    comments,
    links,
    merging,
    passages,
    reschedules,
    searches,
    sources,
)
from claims.services.attribution import Attribution
from claims.vocabulary import SourceKind, SpeakerKind


@dataclass(slots=True)
class Stage:
    """What the steps of a story find, and leave for later ones."""

    articles: dict[str, Article]
    people: dict[str, User]
    today: date
    claims: dict[str, Claim] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)


def play(story, *, articles, people, today):
    """Make the claims of `story` one after the other, each with the steps that people took on it.

    Whom its aliases mean is recorded first.
    """
    stage = Stage(articles, people, today)
    for about in story.get("alias", ()):
        _add_alias(**_resolved(stage, about))
    for about in story["claim"]:
        about = dict(about)
        key, steps = about.pop("key"), about.pop("step", [])
        stage.claims[key] = _make(stage, **_resolved(stage, about))
        for step in steps:
            step = _resolved(stage, step)
            STEPS[step.pop("do")](stage, stage.claims[key], **step)


def _resolved(stage, about):
    """Return the values of `about` with rows for names, and days for the distances from today."""
    values = {name: _day(stage, value) for name, value in about.items()}
    values["by"] = stage.people[values.get("by", "analyst")]
    if "article" in values:
        values["article"] = stage.articles[values["article"]]
    if "said" in values:
        values["said"] = _attribution(**values["said"])
    if "relied_on" in values:
        values["relied_on"] = [stage.links[name] for name in values["relied_on"]]
    return values


def _day(stage, value):
    if isinstance(value, dict) and "in_days" in value:
        return stage.today + timedelta(days=value["in_days"])
    return value


def _attribution(kind=SpeakerKind.UNATTRIBUTED, through=(), **said):
    return Attribution(speaker_kind=kind, through=tuple(through), **said)


def _add_alias(*, person, by, **alias):
    source = sources.find_or_create(name=person, kind=SourceKind.PERSON, by=by)
    sources.add_alias(source=source, by=by, **alias)


def _make(stage, *, topics, said=None, draft=False, **values):
    return claims.make(attribution=said, opened=not draft, topic_names=topics, **values)


def _link(stage, claim, *, article, quote, by, said=None, key=None, **values):
    passage = passages.mark(article=article, quote=quote, attribution=said, by=by)
    link = links.add(claim=claim, passage=passage, by=by, **values)
    if key:
        stage.links[key] = link


def _withdraw(stage, claim, *, link, **values):
    links.withdraw(link=stage.links[link], **values)


def _set_date(stage, claim, *, article, published_on, **values):
    # Somebody who imported the corpus before may have set the same day.
    if article.published_on != published_on:
        articles.set_date(article=article, published_on=published_on, **values)
        article.refresh_from_db()


def _merge(stage, claim, *, into, **values):
    merging.merge(claim=claim, into=stage.claims[into], **values)


def _exclude(stage, claim, *, other, **values):
    claim_sets.make(claims=[stage.claims[other], claim], **values)


def _reschedule(stage, claim, *, later, **values):
    later = stage.claims[later]
    passage = later.links.asserting().earliest("pk").passage
    reschedules.record_reschedule(earlier=claim, later=later, passage=passage, **values)


def _comment(stage, claim, *, body, by, key=None, answers=None):
    if answers:
        made = comments.reply(thread=stage.comments[answers].thread, body=body, by=by)
    else:
        made = comments.make(claim=claim, body=body, by=by)
    if key:
        stage.comments[key] = made


STEPS = {
    "comment": _comment,
    "exclude": _exclude,
    "link": _link,
    "withdraw": _withdraw,
    "set_date": _set_date,
    "merge": _merge,
    "reschedule": _reschedule,
    "reject": lambda stage, claim, **values: claims.reject(claim=claim, **values),
    "propose": lambda stage, claim, **values: assessments.propose(claim=claim, **values),
    "send_back": lambda stage, claim, **values: assessments.send_back(claim=claim, **values),
    "decide": lambda stage, claim, **values: assessments.decide(claim=claim, **values),
    "null_search": lambda stage, claim, **values: searches.log_null_search(claim=claim, **values),
}
