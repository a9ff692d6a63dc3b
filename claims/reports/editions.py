"""Editions read back: the document as it was frozen, and whether the records still say so."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from claims.models import Claim, Source, Topic, User
from claims.reports.comparison import Change, compare
from claims.reports.document import Document, document, written
from claims.reports.people import called_then
from claims.reports.scope import Scope
from claims.reports.stored_document import from_stored

PERIOD = ("published_from", "published_to")


def asked_of(scope, since=None, claim=None):
    """Return the filters of `scope`, `since` and `claim` as an edition keeps them, without what narrows nothing."""
    asked = {
        "topic": scope.topic and scope.topic.slug,
        "owner": scope.owner and scope.owner.pk,
        "outlet": scope.outlet and scope.outlet.pk,
        **{name: getattr(scope, name) and getattr(scope, name).isoformat() for name in PERIOD},
    }
    asked["since"] = since and since.astimezone(UTC).isoformat()
    asked["claim"] = claim and claim.number
    return {name: value for name, value in asked.items() if value}


def scope_of(edition):
    """Return the scope that `edition` was asked with, both cut-offs fixed.

    Raises the model's `DoesNotExist` when a topic, person or outlet of the filters is there no longer.
    """
    asked = dict(edition.asked)
    found = {name: date.fromisoformat(asked[name]) for name in PERIOD if name in asked}
    if "topic" in asked:
        found["topic"] = Topic.objects.get(slug=asked["topic"])
    if "owner" in asked:
        found["owner"] = _owner(asked["owner"])
    if "outlet" in asked:
        found["outlet"] = Source.objects.get(pk=asked["outlet"])
    return Scope(**found, as_of=edition.as_of, recorded_by=edition.recorded_by)


def _owner(kept):
    # The first editions kept a user name, which may have changed since.
    return User.objects.get(**{"username" if isinstance(kept, str) else "pk": kept})


def frozen(edition):
    """Return the document that was frozen, with its imprint."""
    return replace(from_stored(edition.content), imprint=_imprint(edition))


def _imprint(edition):
    """Return which edition it is, of which report, who froze it, by the name of that moment, and their note."""
    by = called_then(edition.created_by, edition.created_at)
    told = (
        ("Edition", str(edition.pk)),
        ("Report", f"{edition.report} {edition.content['name']}"),
        ("Frozen by", by),
        ("Frozen on", written(edition.created_at)),
        ("Note", edition.note),
    )
    return tuple((name, value) for name, value in told if value)


@dataclass(frozen=True, slots=True)
class Check:
    """What running an edition again gave: the same content or not, and where not, what differs."""

    document: Document
    same: bool
    changes: tuple[Change, ...]


def _more(asked):
    """Return what R10 was asked besides the scope."""
    more = {"since": datetime.fromisoformat(asked["since"])} if "since" in asked else {}
    return more | ({"claim": Claim.objects.get(number=asked["claim"])} if "claim" in asked else {})


def run_again(edition):
    """Ask the records once more what `edition` asked."""
    then = frozen(edition)
    more = _more(edition.asked)
    now = document(edition.report, scope_of(edition), title=edition.title, with_evidence=True, **more)
    now = replace(now, imprint=then.imprint, desk=then.desk)
    return Check(document=now, same=now.digest == edition.sha256, changes=compare(then, now))
