"""Writes the append-only log. Only services call this, inside the transaction of the change."""

from django.utils import timezone

from claims.models import (
    Alias,
    Article,
    Assessment,
    Claim,
    ClaimSet,
    Comment,
    Edition,
    Event,
    Link,
    NullSearch,
    Passage,
    Source,
    Suggestion,
    User,
)
from claims.vocabulary import Noun

NOUNS = {
    Alias: Noun.ALIAS,
    Article: Noun.ARTICLE,
    Assessment: Noun.ASSESSMENT,
    Claim: Noun.CLAIM,
    ClaimSet: Noun.CLAIM_SET,
    Comment: Noun.COMMENT,
    Edition: Noun.EDITION,
    Link: Noun.LINK,
    NullSearch: Noun.NULL_SEARCH,
    Passage: Noun.PASSAGE,
    Source: Noun.SOURCE,
    Suggestion: Noun.SUGGESTION,
    User: Noun.USER,
}


def record(*, by, verb, on, before=None, after=None, reason="", claim=None, article=None, at=None):
    """Append one event and return it.

    `before` and `after` hold the fields that changed; what `reports.history` reads back must stand in `before`.
    """
    return Event.objects.create(
        at=at or timezone.now(),
        actor=by,
        verb=verb,
        noun=NOUNS[type(on)],
        object_id=on.pk,
        claim=claim or (on if isinstance(on, Claim) else None),
        article=article or (on if isinstance(on, Article) else None),
        before={name: plain(value) for name, value in (before or {}).items()},
        after={name: plain(value) for name, value in (after or {}).items()},
        reason=reason,
    )


def plain(value):
    """Return `value` as JSON can hold it: days and moments as ISO text, rows as their keys."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "pk"):
        return value.pk
    return list(value) if isinstance(value, (tuple, set)) else value


def changes(row, new):
    """Return (before, after) of the fields in `new` whose value differs from that of `row`."""
    changed = {name: value for name, value in new.items() if getattr(row, name) != value}
    return {name: getattr(row, name) for name in changed}, changed


def apply(row, changed, **always):
    """Set the fields of `changed` and `always` on `row` and save just these."""
    for name, value in {**changed, **always}.items():
        setattr(row, name, value)
    row.save(update_fields=[*changed, *always])
