"""Which claims were superseded by a claim with a new date, by a publication day and a record moment. Reads only.

A claim that was merged stands in a chain through the claim that it was merged into. Where a claim has other dates,
all reschedules of the desk are read at once, in one query: they are few beside its claims, and a chain may be of any
length. Of 5,000 of them that took 0.06 s on a busy machine; of a claim with one date it is found by an index.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from claims.models import Claim, Link, Reschedule
from claims.reports.facts import last_day
from claims.reports.history import Past, typed
from claims.vocabulary import Noun

# Of more claims at once it is quicker to read all reschedules than to ask whether one concerns them.
MOST_ASKED = 500
ROW = ("pk", "earlier", "later", "passage", "article", "published_on", "earlier_into", "later_into")


@dataclass(frozen=True, slots=True)
class Move:
    """That the claim `later` took the place of `earlier`, by the reschedule `record`; all three are keys.

    `told_on` is the day on which the words that say so were published; None where that is not stated.
    """

    earlier: int
    later: int
    record: int
    told_on: date | None


def every_move(*, as_of=None, past=None):
    """Return {key of a superseded claim: its Move}, of those told by the day `as_of` and on record at `past`.

    The cut-offs default as those of `figures_for`. A reschedule without words counts as told when its later claim was
    first made, and one without a day of publication from its record on, as what is linked is shown from then on.
    """
    past = past or Past(None)
    day = as_of or last_day(past.at)
    return {move.earlier: move for move in _moves(past) if move.told_on is None or move.told_on <= day}


def moves_of(ids, *, as_of=None, past=None):
    """Return `every_move` where one of the claims `ids` has several dates, and nothing where none of them has."""
    is_now = past is None or past.at is None
    if not ids or (is_now and len(ids) <= MOST_ASKED and not _have_dates(ids)):
        return {}
    return every_move(as_of=as_of, past=past)


def _have_dates(ids):
    merged = Claim.objects.filter(merged_into__in=ids).order_by().values("pk")
    ends = Q(earlier__in=ids) | Q(later__in=ids) | Q(earlier__in=merged) | Q(later__in=merged)
    return Reschedule.objects.live().filter(ends).exists()


def path_through(pk, moves):
    """Return the keys of the chain that holds the claim `pk`, the first date first; `pk` alone where none does."""
    before = {move.later: move.earlier for move in moves.values()}
    path = [pk]
    while path[0] in before:
        path.insert(0, before[path[0]])
    while path[-1] in moves:
        path.append(moves[path[-1]].later)
    return path


def newest_of(pk, moves):
    """Return the key of the claim with the newest date of the chain of `pk`; None where that is `pk` itself."""
    newest = pk
    while newest in moves:
        newest = moves[newest].later
    return None if newest == pk else newest


def standing_chain(claim):
    """Return the keys of the chain in which `claim` stands now, told or still to be told; its own alone if none."""
    return path_through(claim.pk, moves_of([claim.pk], as_of=date.max))


def dates_beside(claim):
    """Return the keys of the claims with the date before and the date after that of `claim`, where there are such."""
    path = standing_chain(claim)
    at = path.index(claim.pk)
    return path[max(at - 1, 0) : at] + path[at + 1 : at + 2]


def why_not_merged(claim, into):
    """Return what keeps `claim` from being merged into `into`, in whose place in a chain of dates it would stand."""
    dated, held = (len(standing_chain(one)) > 1 for one in (claim, into))
    if dated and held:
        return (
            f"{claim.label} and {into.label} are both dates of a forecast with a new date. Withdraw one of these new "
            "dates first."
        )
    if (dated or held) and not (claim.is_forecast and into.is_forecast):
        other = into if dated else claim
        return f"{other.label} is no forecast, so it cannot stand for a date in a chain of dates."
    return None


def _moves(past):
    rows = _rows(past.at)
    articles = past.of(Noun.ARTICLE) if rows else {}
    made = _first_made({row["later"] for row in rows if row["passage"] is None}, articles, past.at)
    claims = past.of(Noun.CLAIM) if rows else {}
    for row in rows:
        ends = (
            claims.get(row[end], {}).get("merged_into", row[f"{end}_into"]) or row[end]
            for end in ("earlier", "later")
        )
        told_on = _published(row, articles) if row["passage"] else made.get(row["later"])
        yield Move(*ends, row["pk"], told_on)


def _rows(at):
    named = {
        "article": F("passage__article"),
        "published_on": F("passage__article__published_on"),
        "earlier_into": F("earlier__merged_into"),
        "later_into": F("later__merged_into"),
    }
    return list(Reschedule.objects.live(at).annotate(**named).order_by("pk").values(*ROW))


def _published(row, articles):
    values = articles.get(row["article"], {})
    return typed("published_on", values["published_on"]) if "published_on" in values else row["published_on"]


def _first_made(claims, articles, at):
    """Return {claim: the first day on which words were published that make it}."""
    if not claims:
        return {}
    links = (
        Link.objects.live(at)
        .asserting()
        .filter(claim__in=claims)
        .annotate(article=F("passage__article"), published_on=F("passage__article__published_on"))
    )
    days = defaultdict(list)
    for row in links.values("claim", "article", "published_on"):
        days[row["claim"]].append(_published(row, articles))
    return {claim: min(filter(None, found), default=None) for claim, found in days.items()}
