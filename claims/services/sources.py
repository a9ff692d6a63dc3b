"""Sources: who stands behind words."""

from django.db import transaction

from claims.errors import Refused
from claims.models import Alias, Source
from claims.services import log, roles
from claims.vocabulary import Reliability, SourceKind, Verb

# Wires that desks meet daily; any other name that is not known yet is taken for an outlet.
KNOWN_AGENCIES = {
    "aa", "afp", "ani", "ap", "associated press", "agence france-presse", "anadolu", "bloomberg", "dpa", "efe",
    "ians", "interfax", "irna", "kyodo", "pti", "reuters", "ria novosti", "tass", "upi", "xinhua", "yonhap",
}  # fmt: skip


def find(name, *, kinds=None):
    """Return the source called `name` (its own name first, then an alias), or None; of `kinds` where given."""
    rows = Source.objects.named(name.strip())
    if kinds:
        rows = rows.filter(kind__in=kinds)
    return min(rows, key=lambda row: (row.name.casefold() != name.strip().casefold(), row.pk), default=None)


@transaction.atomic
def find_or_create(*, name, kind, by, kinds=None):
    """Return the source called `name`, recorded as `kind` when nobody knows it yet.

    A known source of another kind is taken when its kind is among `kinds` (default: only `kind`).
    """
    name = " ".join(name.split())
    if not name:
        raise Refused("A source needs a name.")
    if len(name) > 200:
        raise Refused(f"The name of a source has at most 200 characters: “{name[:40]}…” is longer.")
    known = find(name, kinds=kinds or [kind])
    if known:
        return known
    # Somebody else may record the same name at this very moment.
    source, is_new = Source.objects.get_or_create(kind=kind, name=name)
    if is_new:
        log.record(by=by, verb=Verb.CREATED, on=source, after={"kind": kind, "name": name})
    return source


def find_or_create_outlet(name, *, by):
    """Return the outlet or agency called `name`, recorded anew when nobody knows it yet."""
    kind = SourceKind.AGENCY if name.strip().casefold() in KNOWN_AGENCIES else SourceKind.OUTLET
    return find_or_create(name=name, kind=kind, by=by, kinds=[SourceKind.OUTLET, SourceKind.AGENCY])


def find_or_create_relay(name, *, by):
    """Return the source called `name` through which words came, of whatever kind, or a new outlet or agency."""
    return find(name) or find_or_create_outlet(name, by=by)


@transaction.atomic
def grade(*, source, reliability, reason, by):
    """Set how far `source` can be relied on, and why."""
    roles.must_review(by)
    reason = roles.must_say(reason, "Say what this grade rests on.")
    roles.must_be_one_of(Reliability, reliability, "grade")
    before, after = log.changes(source, {"reliability": reliability, "reliability_reason": reason})
    log.apply(source, after)
    log.record(by=by, verb=Verb.CHANGED, on=source, before=before, after=after, reason=reason)
    return source


@transaction.atomic
def add_alias(*, source, surface, by, valid_from=None, valid_to=None):
    """Record that `surface` means `source`, from one day to another where these are given; return the alias."""
    roles.must_review(by)
    surface = roles.must_say(" ".join((surface or "").split()), "An alias needs a name.")
    if valid_from and valid_to and valid_from > valid_to:
        raise Refused("The alias ends before it begins.")
    if Alias.objects.filter(source=source, surface__iexact=surface, valid_from=valid_from).exists():
        raise Refused(f"“{surface}” means {source} already.")
    values = {"surface": surface, "valid_from": valid_from, "valid_to": valid_to}
    alias = Alias.objects.create(source=source, **values)
    log.record(by=by, verb=Verb.CREATED, on=alias, after=values | {"source": source})
    return alias
