"""Splitting a claim that says more than one thing."""

from django.db import transaction

from claims.errors import Refused
from claims.models import Claim, Link
from claims.services import claims, figures, links, log, reading_list, roles
from claims.vocabulary import Verb


def check_split(*, claim, by):
    """Raise `Refused` unless `by` may split `claim` now."""
    roles.must_annotate(by)
    claims.must_be(claim, claims.GATHERING, "only open claims can be split")


@transaction.atomic
def split(*, claim, statements, reason, by):
    """Make a draft of each of `statements`, with copies of the links of `claim` to be judged anew; return these.

    The claim itself stays as it is.
    """
    claim = Claim.objects.lock(claim)
    check_split(claim=claim, by=by)
    reason = roles.must_say(reason, "Say why the claim is more than one.")
    statements = checked_parts(statements)
    parts = [_part(claim, statement, by) for statement in statements]
    log.record(by=by, verb=Verb.SPLIT, on=claim, after={"parts": [part.number for part in parts]}, reason=reason)
    return parts


def checked_parts(statements):
    """Return `statements`, each on one line, or raise `Refused` where they are not two or more."""
    statements = [claims.checked_statement(statement) for statement in statements]
    if len(statements) < 2:
        raise Refused("Splitting makes at least two claims; give a statement for each.")
    said = [statement.casefold() for statement in statements]
    twice = next((one for one in statements if said.count(one.casefold()) > 1), None)
    if twice:
        raise Refused(f"“{twice}” stands there twice; each part must say something of its own.")
    return statements


def _part(claim, statement, by):
    kept = ("kind", "window_start", "window_end", "window_basis", "review_on", "criteria", "owner")
    part = claims.create(by, statement=statement, split_from=claim, **{name: getattr(claim, name) for name in kept})
    part.topics.set(claim.topics.all())
    for link in Link.objects.filter(claim=claim).live():
        links.copy(link=link, to=part, by=by)
    figures.refresh(part)
    reading_list.add_claim(part)
    return part
