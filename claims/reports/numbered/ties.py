"""What changed of the ties of a claim to others: its dates, and the sets of claims of which at most one is true."""

from claims.models import Claim
from claims.reports.date_chain import days_of
from claims.reports.recorded import as_recorded
from claims.vocabulary import Noun, Verb

MOVED = ("rescheduled_to", "rescheduled_from")


def dated_claims(events, past):
    """Return {number: claim as it was on record} of the claims that one of `events` ties by a new date."""
    moves = [event for event in events if event.noun == Noun.CLAIM and not event.after.keys().isdisjoint(MOVED)]
    numbers = {event.after[name] for event in moves for name in MOVED if name in event.after}
    numbers |= {event.claim.number for event in moves}
    earlier = past.of(Noun.CLAIM) if numbers else {}
    rows = Claim.objects.filter(number__in=numbers)
    return {row.number: as_recorded(row, earlier.get(row.pk, {})) for row in rows}


def tied(event, dated):
    """Yield (what, before, after) where `event` tied its claim to others, or took that back.

    `dated` is what `dated_claims` returns of the events of the report.
    """
    if event.noun == Noun.CLAIM_SET:
        yield "Alternatives", *_in_order(event.verb == Verb.JOINED, "", f"in “{event.after['set']}”")
    if event.noun == Noun.CLAIM and "rescheduled_to" in event.after:
        own, later = days_of(dated[event.claim.number]), _said(dated, event.after["rescheduled_to"])
        yield "New date", *_in_order(event.verb == Verb.RESCHEDULED, own, later)
    if event.noun == Noun.CLAIM and "rescheduled_from" in event.after:
        earlier = _said(dated, event.after["rescheduled_from"])
        yield "New date of", *_in_order(event.verb == Verb.RESCHEDULED, "", earlier)


def _in_order(was_made, without, tie):
    return (without, tie) if was_made else (tie, without)


def _said(dated, number):
    return f"{days_of(dated[number])} (C-{number})"
