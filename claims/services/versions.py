"""Versions: the texts of an article, each recorded once and never changed."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Article, ArticleVersion, Sentence
from claims.reports.versions import why_of
from claims.services import figures, log, reading_list, reanchoring, resting, roles, search_index, sentence_index
from claims.vocabulary import Verb, VersionChange


@transaction.atomic
def record(*, article, incoming, by, change=VersionChange.UPDATE):
    """Record a changed text of `article`; its passages are placed in it anew by their exact words.

    The title follows the headline of the text, unless somebody has given the article another.
    """
    article = Article.objects.lock(article)
    before = article.newest_version()
    _follow_headline(article, before, incoming, by)
    version = add(article=article, incoming=incoming, by=by, change=change)
    log.record(
        by=by,
        verb=Verb.NEW_VERSION,
        on=article,
        after={"version": version.number, "file": incoming.name},
        at=version.recorded_at,
    )
    reanchoring.reanchor_all(version)
    resting.flag_for_article(article, why=f"“{article}” has a new version.", by=by)
    figures.refresh_for_article(article)
    reading_list.add_linked(article)
    return version


def add(*, article, incoming, by, change, at=None):
    """Store the text as the next version of `article`, with its sentences, and index it; nothing is logged."""
    version = ArticleVersion.objects.create(
        article=article,
        number=article.versions.count() + 1,
        **text_fields(incoming),
        sha256=incoming.digest,
        change=change,
        recorded_at=at or timezone.now(),
        recorded_by=by,
    )
    Sentence.objects.bulk_create(
        Sentence(version=version, ordinal=ordinal, start=span.start, end=span.end, text=span.of(version.text))
        for ordinal, span in enumerate(incoming.sentences)
    )
    search_index.index(article)
    sentence_index.index(version)
    reading_list.add_version(version)
    return version


def text_fields(incoming):
    """Return the fields of a version that say what its text is and what was taken out of it."""
    read = incoming.read
    return {
        "text": read.text,
        "headline_end": read.headline.end if read.headline else 0,
        "removed": [{"role": removed.role, "text": removed.text} for removed in read.removed],
    }


def check_saying_why(*, version, by):
    """Raise `Refused` unless `by` may say why `version` was recorded."""
    roles.must_annotate(by)
    if version.number == 1:
        raise Refused("The first version changed nothing, so there is nothing to say of why it came.")


@transaction.atomic
def say_why(*, version, change, reason, by):
    """Say why the outlet changed its text into `version`: it refiled, corrected or updated it.

    The version itself is append-only; what is said of it stands in the log, and the last word counts.
    """
    article = Article.objects.lock(version.article)
    check_saying_why(version=version, by=by)
    change = roles.must_be_one_of(VersionChange, change, "reason for a version")
    if change == VersionChange.INITIAL:
        raise Refused("Only the first version was recorded first.")
    reason = roles.must_say(reason, "Say how you know.")
    before = why_of(version)
    if (before.change, before.reason) == (change, reason):
        raise Refused("Nothing was changed.")
    log.record(
        by=by,
        verb=Verb.CHANGED,
        on=article,
        before={"change": before.change},
        after={"version": version.number, "change": change},
        reason=reason,
    )
    return version


def _follow_headline(article, before, incoming, by):
    headline = before.text[: before.headline_end]
    title = incoming.read.title
    if not title or article.title != headline or title == headline:
        return
    log.apply(article, {"title": title}, lock_version=article.lock_version + 1)
    log.record(
        by=by,
        verb=Verb.CHANGED,
        on=article,
        before={"title": headline},
        after={"title": title},
        reason="The new version has another headline.",
    )
