"""Reads the columns of claims and of their links, as the records held them at a moment."""

import numpy as np
from django.db.models import Count, F

from claims.models import Assessment, Claim, Link
from claims.reports.at_scale.columns import (
    NOTHING,
    DayNumber,
    Microseconds,
    by_key,
    held_before,
    looked_up,
    number_of,
    place_in,
    table_of,
    whole_numbers,
    with_earlier,
)
from claims.reports.at_scale.each import BASES, INDEPENDENCES, STANCES, ClaimColumns, Each, LinkColumns
from claims.reports.at_scale.passages import OF_LINK, passage_columns
from claims.reports.facts import last_day
from claims.reports.merges import every_merge
from claims.vocabulary import ClaimKind, Noun, Verdict

FORECAST, CLAIM_DAYS = [ClaimKind.FORECAST.value], ("window_start", "window_end", "review_on")
# The links of fewer claims are looked for by their claims, those of more among all links.
MOST_NAMED = 10_000
# Three words in one number: reading it takes a third of the time.
EIGHT = 8


def each_of(ids, as_of, past, among=None):
    """Return the claims `ids` with their links (`Each`) as of a publication day, by default that of the moment.

    `among` is a condition for links, where fewer than all tell what is asked for.
    """
    day = as_of or last_day(past.at)
    claims = claim_columns(np.fromiter(ids, dtype=np.int64), past, day)
    links = Link.objects.filter(among) if among else Link.objects.all()
    return Each(claims, link_columns(claims, past, links), number_of(day))


def claim_columns(ids, past, as_of):
    """Return the columns of the claims `ids` that were on record, and of the decisions that stood as of a day."""
    days = [DayNumber(F(name)) for name in CLAIM_DAYS]
    forecast, amended_at = place_in("kind", FORECAST), Microseconds(F("amended_at"))
    keys, *columns = whole_numbers(_on_record(Claim.objects.all(), past), "pk", forecast, *days, amended_at)
    asked = np.isin(keys, ids)
    keys, *columns = (column[asked] for column in (keys, *columns))
    changed, named = past.of(Noun.CLAIM), zip(("kind", *CLAIM_DAYS, "amended_at"), columns, strict=True)
    held = {name: with_earlier(keys, column, held_before(changed, name, FORECAST)) for name, column in named}
    place_of = by_key(keys, np.arange(len(keys)))
    decided_at, verdict = _decisions(place_of, len(keys), past, as_of)
    return ClaimColumns(
        keys=keys,
        is_forecast=held.pop("kind") != NOTHING,
        **held,
        decided_at=decided_at,
        verdict=verdict,
        is_disputed=_disputed(place_of, len(keys), past, as_of),
    )


def _on_record(rows, past):
    return rows if past.at is None else rows.filter(created_at__lte=past.at)


def _decisions(place_of, size, past, as_of):
    """Return when each claim was decided, and the place of the verdict; a decision of a later day counts not yet."""
    rows = Assessment.objects.live(past.at).decisions().filter(as_of__lte=as_of)
    verdict = place_in("verdict", Verdict.values)
    claim, verdict, at = whole_numbers(rows, "claim", verdict, Microseconds(F("created_at")))
    place = looked_up(place_of, claim)
    columns = np.full((2, size), NOTHING)
    columns[:, place[place != NOTHING]] = at[place != NOTHING], verdict[place != NOTHING]
    return columns


def _disputed(place_of, size, past, as_of):
    """Return which claims have proposals that differ; one of a later day counts not yet."""
    proposals = Assessment.objects.live(past.at).proposals().filter(as_of__lte=as_of).order_by().values("claim")
    disputed = proposals.annotate(verdicts=Count("verdict", distinct=True)).filter(verdicts__gt=1)
    place = looked_up(place_of, np.fromiter(disputed.values_list("claim", flat=True), dtype=np.int64))
    found = np.zeros(size, dtype=bool)
    found[place[place != NOTHING]] = True
    return found


def link_columns(claims, past, links):
    """Return the columns of those of `links` on record that count for `claims`, withdrawn ones as well."""
    merged = every_merge(past=past)
    key, claim, passage, words, recorded_at, withdrawn_at, *held = _links(links, claims.keys, merged, past)
    place_of = by_key(claims.keys, np.arange(len(claims.keys)))
    own, target = looked_up(place_of, claim), looked_up(place_of, looked_up(table_of(merged), claim))
    rows = np.concatenate([np.flatnonzero(own != NOTHING), np.flatnonzero(target != NOTHING)])
    holder = np.concatenate([own[own != NOTHING], target[target != NOTHING]])
    columns = passage_columns(passage, recorded_at, past, held) | {
        "key": key,
        "stance": words % EIGHT,
        "basis": words // EIGHT % EIGHT - 1,
        "independence": words // EIGHT // EIGHT - 1,
        "recorded_at": recorded_at,
        "withdrawn_at": withdrawn_at,
    }
    return LinkColumns(holder, **{name: column[rows] for name, column in columns.items()})


def _links(links, keys, merged, past):
    rows, of_passages = _on_record(links, past), ()
    if len(keys) <= MOST_NAMED:
        of_passages = OF_LINK
        asked = set(keys.tolist())
        rows = rows.filter(claim__in=[*asked, *(pk for pk, target in merged.items() if target in asked)])
    basis, independence = place_in("basis", ["", *BASES]), place_in("independence", ["", *INDEPENDENCES])
    words = place_in("stance", STANCES) + basis * EIGHT + independence * EIGHT * EIGHT
    moments = Microseconds(F("created_at")), Microseconds(F("withdrawn_at"))
    *columns, withdrawn_at = whole_numbers(rows, *of_passages, "pk", "claim", "passage", words, *moments)
    if past.at is not None:
        withdrawn_at[withdrawn_at > number_of(past.at)] = NOTHING
    held, columns = columns[: len(of_passages)], columns[len(of_passages) :]
    return *columns, withdrawn_at, *held
