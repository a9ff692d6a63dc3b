"""Claims side by side with the passages that bear on them: what tells them apart, and what fits them all.

Reads only; as it was on record at a moment, for what was published by a day.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from claims.models import Claim, Link, Passage, Suggestion
from claims.reports.evidence import Figures
from claims.reports.facts import figures_for, last_day
from claims.reports.history import Past
from claims.reports.merges import merged_claims
from claims.reports.recorded import as_recorded, links_as_recorded
from claims.vocabulary import Basis, Independence, Noun, Stance, SuggestionKind, Telling, Uncounted

FEWEST, MOST = 2, 8
SIGNS = {Stance.SUPPORTS: 1, Stance.REFUTES: -1}
ORDER = list(Telling)


@dataclass(frozen=True, slots=True)
class Mark:
    """A link in a cell; `uncounted` says why it does not count, `merged_from` to which merged claim it belongs."""

    link: Link
    uncounted: Uncounted | None
    merged_from: str = ""

    @property
    def sign(self):
        """1 where it counts for the claim, -1 where it counts against it, else 0."""
        return 0 if self.uncounted else SIGNS.get(self.link.stance, 0)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a passage says of a claim, nothing where there are no marks; `offered` is a suggestion to link it."""

    column: "Column"
    marks: tuple[Mark, ...] = ()
    offered: Suggestion | None = None

    @property
    def sign(self):
        """Whether what counts speaks for the claim (1), against it (-1), or neither: nothing does, or both (0)."""
        signs = {mark.sign for mark in self.marks} - {0}
        return signs.pop() if len(signs) == 1 else 0


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A passage with a cell for each claim, in the order of the columns."""

    passage: Passage
    published_on: date | None
    cells: tuple[Cell, ...]
    telling: Telling


@dataclass(frozen=True, slots=True)
class Column:
    """A claim, what it adds up to, and the independent origins that speak for and against it."""

    claim: Claim
    figures: Figures
    in_favour: int
    against: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The columns by number, and the rows, what tells most first; `later` counts passages published after the day."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    later: int
    as_of: date
    recorded_by: datetime | None
    is_now: bool

    @property
    def width(self):
        """How many cells a row has, that of the passage among them."""
        return len(self.columns) + 1


def matrix_of(claims, *, as_of=None, recorded_by=None):
    """Return the matrix of `claims`, which were on record at that moment; the number of queries is fixed.

    What is linked to a claim merged into one of these counts for that one. Context and qualifications are shown.
    """
    day, past = as_of or last_day(recorded_by), Past(recorded_by)
    claims = sorted(claims, key=lambda claim: claim.number)
    ids = [claim.pk for claim in claims]
    figures = figures_for(claims, as_of=as_of, recorded_by=recorded_by)
    merged = merged_claims(ids, recorded_by)
    links, _ = links_as_recorded(_links([*ids, *merged], recorded_by), past)
    marks, later = defaultdict(lambda: defaultdict(list)), set()
    for link in links:
        holder = link.claim_id if link.claim_id in ids else merged[link.claim_id]
        uncounted = figures[holder].uncounted.get(link.pk)
        if uncounted == Uncounted.LATER or _is_later(link, day):
            later.add(link.passage_id)
            continue
        merged_from = link.claim.label if holder != link.claim_id else ""
        marks[link.passage][holder].append(Mark(link, uncounted, merged_from))
    is_now = recorded_by is None and day == timezone.localdate()
    columns = tuple(_column(claim, figures[claim.pk], marks, past) for claim in claims)
    offered = _offered(ids) if is_now else {}
    rows = [_row(passage, cells, columns, offered) for passage, cells in marks.items()]
    rows.sort(key=_most_telling_first)
    return Matrix(columns, tuple(rows), len(later - {row.passage.pk for row in rows}), day, recorded_by, is_now)


def _links(claims, recorded_by):
    links = Link.objects.filter(claim__in=claims).live(recorded_by).for_detail()
    return list(links.select_related("claim").order_by("pk"))


def _is_later(link, day):
    """Whether it was published after `day`: also what never counts is not shown as of a day before."""
    published_on = link.passage.article.published_on
    return published_on is not None and published_on > day


def _column(claim, figures, marks, past):
    mine = [mark for cells in marks.values() for mark in cells.get(claim.pk, ())]
    sides = [len(_origins(mine, sign)) for sign in (1, -1)]
    return Column(as_recorded(claim, past.of(Noun.CLAIM).get(claim.pk, {})), figures, *sides)


def _origins(marks, sign):
    """Return the distinct origins of what independently speaks for a claim (`sign` 1), or against it (-1)."""
    telling = [
        mark.link for mark in marks if mark.sign == sign and mark.link.independence == Independence.INDEPENDENT
    ]
    return {link.passage.origin_id for link in telling} - {None}


def _offered(ids):
    """Return {(passage id, claim id): pending suggestion} of what is offered because an alternative was reported."""
    pending = Suggestion.objects.pending().filter(claim__in=ids, kind=SuggestionKind.LINK)
    offers = {one: one.payload["alternative"] for one in pending.filter(payload__has_key="alternative")}
    passages = dict(Link.objects.filter(pk__in=offers.values()).values_list("pk", "passage"))
    return {(passages[link], one.claim_id): one for one, link in offers.items()}


def _row(passage, marks, columns, offered):
    cells = tuple(
        Cell(column, tuple(marks.get(pk, ())), offered.get((passage.pk, pk)))
        for column in columns
        for pk in [column.claim.pk]
    )
    return MatrixRow(passage, passage.article.published_on, cells, telling_of([cell.sign for cell in cells]))


def telling_of(signs):
    """Return what a passage tells of claims for which it counts with these `signs`.

    >>> telling_of([1, -1, 0]).label
    'Tells them apart'
    >>> telling_of([1, 0]).label, telling_of([1, 1]).label, telling_of([0, 0]).label
    ('Bears on some only', 'Fits all alike', 'Weighs nothing')
    """
    if {1, -1} <= set(signs):
        return Telling.APART
    if not any(signs):
        return Telling.NOTHING
    return Telling.ALIKE if len(set(signs)) == 1 else Telling.SOME


def _most_telling_first(row):
    links = [mark.link for cell in row.cells for mark in cell.marks if mark.sign]
    outcome = any(link.basis == Basis.OUTCOME for link in links)
    independent = any(link.independence == Independence.INDEPENDENT for link in links)
    day = row.published_on or date.max
    return ORDER.index(row.telling), not outcome, not independent, -len(links), day, row.passage.pk
