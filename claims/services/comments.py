"""Comments on claims and passages: made, answered, corrected, withdrawn, and marked as done. They are no evidence."""

import uuid

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from claims.errors import NeedsConfirmation, Refused, Stale
from claims.models import Comment, Mention, Thread
from claims.reports.people import who_is_meant
from claims.services import log, roles
from claims.text.comment_words import names
from claims.text.normalise import normalise
from claims.vocabulary import Verb


def check_correction(*, comment, by):
    """Raise `Refused` unless `by` may correct `comment` now."""
    roles.must_annotate(by)
    _must_stand(comment)
    if comment.author_id != by.pk:
        raise Refused(f"Only {comment.author} can correct this comment. You can reply to it.")


def check_withdrawal(*, comment, by):
    """Raise `Refused` unless `by` may withdraw `comment` now."""
    roles.must_annotate(by)
    _must_stand(comment)
    if comment.author_id != by.pk and not by.is_superuser:
        raise Refused(f"Only {comment.author} or an administrator can withdraw this comment.")


def _must_stand(comment):
    if comment.is_withdrawn:
        raise Refused("This comment was withdrawn already.")
    if Comment.objects.filter(supersedes=comment).exists():
        raise Stale("This comment was corrected meanwhile. Nothing was saved; look at it as it reads now.")


@transaction.atomic
def make(*, body, by, claim=None, passage=None, token=None, acknowledged=False):
    """Say `body` about `claim`, or about `passage`, and return the comment, the first of its thread.

    What one form, by its `token`, sends twice is made once. Raises `NeedsConfirmation` when a name after an @ means
    nobody who can be mentioned, unless that is `acknowledged`: then the name is a word, and nobody is told.
    """
    roles.must_annotate(by)
    body, mentioned = _read(body, acknowledged)
    sent = Comment.objects.filter(author=by, body=body, thread__claim=claim, thread__passage=passage)

    def create(token):
        thread = Thread.objects.create(claim=claim, passage=passage)
        return _create(thread, body, mentioned, by, token=token)

    return _once(sent, token, create)


@transaction.atomic
def reply(*, thread, body, by, token=None, acknowledged=False):
    """Say `body` in `thread` and return the comment; as `make` otherwise.

    A thread that is done must be opened first: until then it takes no reply.
    """
    roles.must_annotate(by)
    thread = _lock(thread)
    body, mentioned = _read(body, acknowledged)
    sent = Comment.objects.filter(author=by, body=body, thread=thread)

    def create(token):
        if thread.is_done:
            raise Refused("This thread is marked as done. Open it again before you reply.")
        return _create(thread, body, mentioned, by, token=token)

    return _once(sent, token, create)


def _lock(thread):
    return Thread.objects.select_for_update(no_key=True).get(pk=thread.pk)


def _once(sent, token, create):
    """Return the comment among `sent` that has this `token`, or else what `create` makes with it.

    A form that comes back with other words, as after a step back in the browser, is another comment.
    """
    if token is None:
        return create(uuid.uuid4())
    made = sent.filter(token=token).first()
    if made:
        return made
    taken = Comment.objects.filter(token=token).exists()
    try:
        with transaction.atomic():
            return create(uuid.uuid4() if taken else token)
    except IntegrityError:
        # The same form twice at once: the other sending was first.
        return sent.get(token=token)


@transaction.atomic
def correct(*, comment, body, by, acknowledged=False):
    """Put `body` in the place of what `comment` says and return the new version; the old one stays on record."""
    comment = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
    check_correction(comment=comment, by=by)
    body, mentioned = _read(body, acknowledged)
    if body == comment.body:
        raise Refused("Nothing was changed.")
    return _create(comment.thread, body, mentioned, by, old=comment)


@transaction.atomic
def withdraw(*, comment, by):
    """Take `comment` back with all its versions: what it said stays on record, and the page says it was withdrawn."""
    comment = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
    check_withdrawal(comment=comment, by=by)
    now, first = timezone.now(), comment.first or comment
    versions = Comment.objects.filter(Q(pk=first.pk) | Q(first=first))
    versions.update(withdrawn_at=now, withdrawn_by=by)
    before, after = {"withdrawn_at": None}, {"withdrawn_at": now}
    _record(comment, Verb.WITHDRAWN, by, at=now, before=before, after=after)
    comment.refresh_from_db()
    return comment


@transaction.atomic
def settle(*, thread, done, by):
    """Say that nothing is left to do about `thread`, or, with `done` false, that something is; return it."""
    roles.must_annotate(by)
    thread = _lock(thread)
    if thread.is_done == done:
        return thread
    now = timezone.now()
    before, after = log.changes(thread, {"done_at": now if done else None, "done_by": by if done else None})
    log.apply(thread, after)
    verb = Verb.SETTLED if done else Verb.REOPENED
    _record(thread.comments.earliest("pk"), verb, by, at=now, before=before, after=after)
    return thread


def _read(body, acknowledged):
    """Return (the text of a comment, {name: person} of whom it mentions), or raise what speaks against it."""
    body = roles.must_say(normalise(body or ""), "Write something first.")
    if len(body) > Comment.BODY_MAX:
        raise Refused(f"A comment has at most {Comment.BODY_MAX:,} characters; this one has {len(body):,}.")
    meant = who_is_meant(names(body))
    doubts = [one.doubt for one in meant if one.doubt]
    if doubts and not acknowledged:
        raise NeedsConfirmation(doubts)
    return body, {one.name: one.person for one in meant if one.person}


def _create(thread, body, mentioned, by, *, old=None, **values):
    if old:
        values |= {"supersedes": old, "first": old.first or old}
    comment = Comment.objects.create(thread=thread, author=by, body=body, made_at=timezone.now(), **values)
    Mention.objects.bulk_create(
        Mention(comment=comment, person=person, name=name) for name, person in mentioned.items()
    )
    after = {"body": body, "thread": thread, "mentions": sorted(person.pk for person in mentioned.values())}
    before = {"body": old.body} if old else {}
    verb = Verb.CHANGED if old else Verb.CREATED
    _record(comment, verb, by, at=comment.made_at, before=before, after=after)
    return comment


def _record(comment, verb, by, **values):
    thread = comment.thread
    article = thread.passage and thread.passage.article
    log.record(by=by, verb=verb, on=comment, claim=thread.claim, article=article, **values)
