"""The dates that a forecast was given one after the other, each a claim of its own that stays as made. Reads only."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models.functions import Coalesce

from claims.models import Claim, Link, Passage, Reschedule
from claims.reports.date_moves import moves_of, newest_of, path_through
from claims.reports.date_words import doubts_of
from claims.reports.history import Past
from claims.reports.queue_sentences import days_in_words
from claims.reports.recorded import as_recorded
from claims.vocabulary import Noun

ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True, slots=True)
class DateStep:
    """A claim of a chain as it was on record, and what gave it its place there; nothing did of the first.

    `slip` is how many days its date lies after the first one of the chain, None where one of both has no such day.
    `record` is told by words that were published on `told_on`, where they are known; `doubt` says in a sentence
    why these carry the date no more; nothing where they do. `offered` says that they do, and are not linked to the
    claim `before`, though they may say that its date will not be met.
    """

    claim: Claim
    before: Claim | None = None
    slip: int | None = None
    record: Reschedule | None = None
    told_on: date | None = None
    offered: bool = False
    doubt: str = ""

    @property
    def days(self):
        return days_of(self.claim)

    @property
    def due(self):
        """The day from which the slip is counted, as people say it: `10 Nov 2021`, or `by 14 Nov 2021` of several."""
        start, end = self.claim.window_start, self.claim.window_end
        if end is None or start == end:
            return self.days
        return f"by {days_in_words(end, end)}"

    @property
    def slip_in_words(self):
        """How far the date slipped: `3 days later`, `1 day earlier`; nothing where that cannot be said."""
        if not self.slip:
            return "" if self.slip is None else "the same day"
        return f"{abs(self.slip)} day{'' if abs(self.slip) == 1 else 's'} {'later' if self.slip > 0 else 'earlier'}"


@dataclass(frozen=True, slots=True)
class DateChain:
    """Two or more steps, the first date first; `place` is that of the claim whose chain it is, from 0 on."""

    steps: tuple[DateStep, ...]
    place: int

    @property
    def first(self):
        return self.steps[0]

    @property
    def newest(self):
        return self.steps[-1]

    @property
    def ends(self):
        """The first and the newest date in words: by their last days, or whole where these are the same."""
        ends = (self.first, self.newest)
        return [step.days for step in ends] if self.newest.slip == 0 else [step.due for step in ends]

    @property
    def next(self):
        """The step after the claim whose chain it is, None where that is the newest."""
        return self.steps[self.place + 1] if self.place + 1 < len(self.steps) else None

    @property
    def ordinal(self):
        """Which date of the chain the newest is: `third`; of a long one, the latest."""
        return ORDINALS[len(self.steps)] if len(self.steps) < len(ORDINALS) else "latest"


def date_chain(claim, *, as_of=None, past=None):
    """Return the DateChain of `claim`, with the cut-offs of `every_move`; None where it has one date only."""
    past = past or Past(None)
    moves = moves_of([claim.pk], as_of=as_of, past=past)
    path = path_through(claim.pk, moves)
    if len(path) < 2:
        return None
    claims = claims_then(path, past)
    records = _records([moves[pk].record for pk in path[:-1]], past)
    linked, doubts = _linked(path[:-1], records), doubts_of(records.values(), past)
    first = claims[path[0]]
    steps = [DateStep(first)]
    for earlier, later in pairwise(path):
        record, told_on = records[moves[earlier].record], moves[earlier].told_on
        doubt = doubts.get(record.pk, "")
        is_linked = record.passage_id is None or (earlier, record.passage_id) in linked
        steps.append(
            DateStep(
                claim=claims[later],
                before=claims[earlier],
                slip=slip_of(claims[later], first),
                record=record,
                told_on=told_on,
                offered=not (is_linked or doubt),
                doubt=doubt,
            )
        )
    return DateChain(tuple(steps), path.index(claim.pk))


def newest_dates(ids, *, as_of=None, past=None):
    """Return {claim id: the claim with the newest date of its chain, as it was on record}.

    Of the claims `ids`, those alone that were superseded, with the cut-offs of `every_move`. The claims found have a
    `date_doubt`: a sentence that says why the words of a date on the way to it carry that no more, or nothing. The
    number of queries does not depend on how many they are.
    """
    past = past or Past(None)
    moves = moves_of(list(ids), as_of=as_of, past=past)
    found = {pk: newest_of(pk, moves) for pk in ids if pk in moves}
    if not found:
        return {}
    claims, steps = claims_then(found.values(), past), {pk: _records_after(pk, moves) for pk in found}
    doubts = doubts_of(_records({record for some in steps.values() for record in some}, past).values(), past)
    return {pk: _doubted(claims[newest], steps[pk], doubts) for pk, newest in found.items()}


def _records_after(pk, moves):
    """Return the keys of the reschedules that lead from the claim `pk` to the newest date of its chain."""
    records = []
    while pk in moves:
        records.append(moves[pk].record)
        pk = moves[pk].later
    return records


def _doubted(claim, records, doubts):
    claim = copy(claim)
    claim.date_doubt = next((doubts[record] for record in records if record in doubts), "")
    return claim


def claims_then(ids, past):
    """Return {id: claim as it was on record} for the claims `ids`."""
    earlier = past.of(Noun.CLAIM)
    return {pk: as_recorded(row, earlier.get(pk, {})) for pk, row in Claim.objects.in_bulk(list(ids)).items()}


def days_of(claim):
    """Return the window of `claim` as people write it, or what stands in its place."""
    return days_in_words(claim.window_start, claim.window_end) or "no day stated"


def slip_of(claim, first):
    """Return by how many days `claim` is later than `first`: by the last days, or else by those they begin on."""
    for edge in ("window_end", "window_start"):
        day, its = getattr(claim, edge), getattr(first, edge)
        if day and its:
            return (day - its).days
    return None


def _records(ids, past):
    """Return {id: Reschedule} with its words, their article as it was on record."""
    rows = Reschedule.objects.select_related("later", "passage__article__outlet", "created_by").in_bulk(list(ids))
    articles = past.of(Noun.ARTICLE)
    for row in rows.values():
        if row.passage:
            article = row.passage.article
            row.passage.article = as_recorded(article, articles.get(article.pk, {}))
    return rows


def _linked(claims, records):
    """Return (claim, passage) for each of the words of `records` that is linked to one of `claims` now."""
    passages = Passage.objects.filter(reschedules__in=records)
    links = Link.objects.live().counting_for(claims).filter(passage__in=passages.values("pk"))
    return set(links.values_list(Coalesce("claim__merged_into", "claim"), "passage"))
