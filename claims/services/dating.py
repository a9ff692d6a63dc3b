"""Articles without a date: a day found for them, or none to be found; either can be taken back."""

from django.db import transaction

from claims.errors import Refused, Stale
from claims.models import Article, Event
from claims.services import articles, log, roles
from claims.services.undoing import MISTAKEN, must_be_own_and_recent
from claims.vocabulary import DateBasis, Noun, Verb

NO_DAY = "Nothing in it says when it was published."


def check_dating(*, article, by):
    """Raise `Refused` unless `by` may say when `article` was published, which nobody has said yet."""
    roles.must_annotate(by)
    if article.published_on is not None:
        raise Stale(f"This article has a date already: {article.published_on:%-d %B %Y}.")


@transaction.atomic
def date(*, article, published_on, by, basis=DateBasis.ANALYST, reason="", version=None):
    """Say that the undated `article` was published on a day, found where `basis` says; return the article.

    `version` is the number of the version that the person was shown; another one may say something else.
    """
    article = Article.objects.lock(article)
    check_dating(article=article, by=by)
    _must_be_newest(article, version)
    new = articles.dated(published_on, roles.must_be_one_of(DateBasis, basis, "basis"))
    articles.change(article, new, by=by, reason=reason.strip())
    return article


@transaction.atomic
def dismiss(*, article, by, version=None):
    """Record that the newest text of `article` does not say when it was published; return the article."""
    article = Article.objects.lock(article)
    check_dating(article=article, by=by)
    _must_be_newest(article, version)
    if was_dismissed(article):
        raise Stale("Somebody has said already that this article cannot be dated.")
    number = article.newest_version().number
    log.record(by=by, verb=Verb.SEARCHED, on=article, after={"version": number}, reason=NO_DAY)
    return article


def was_dismissed(article):
    """Whether somebody said of the newest text of `article` that it cannot be dated, and did not take that back."""
    since = article.newest_version().recorded_at
    said = Event.objects.filter(noun=Noun.ARTICLE, object_id=article.pk, verb__in=[Verb.SEARCHED, Verb.UNDONE])
    return said.filter(at__gte=since).order_by("-pk").values_list("verb", flat=True).first() == Verb.SEARCHED


def _must_be_newest(article, version):
    if version is not None and article.newest_version().number != version:
        raise Stale("This article has a newer version than the one you looked at. Nothing was done.")


@transaction.atomic
def undo(*, event, by):
    """Take back what `event` says that `by` did to an undated article; return the article, undated again.

    Raises `Refused` where it was long ago, or somebody has changed the date since.
    """
    must_be_own_and_recent(event, by)
    article = Article.objects.lock(event.article)
    taken_back = Event.objects.filter(noun=Noun.ARTICLE, object_id=article.pk, verb=Verb.UNDONE, pk__gt=event.pk)
    if taken_back.exists():
        raise Stale("That was taken back already.")
    if event.verb == Verb.SEARCHED:
        log.record(by=by, verb=Verb.UNDONE, on=article, after={"of": event.pk}, reason=MISTAKEN)
        return article
    if article.published_on is None or article.published_on.isoformat() != event.after["published_on"]:
        raise Refused("The date was changed since; correct it on the page of the article.")
    articles.change(article, articles.dated(None), by=by, reason=MISTAKEN, verb=Verb.UNDONE)
    return article
