"""One row a claim, for the command and the admin's report; its fields and their order are a contract."""

from dataclasses import dataclass, fields
from datetime import date

from django.db.models import F

from claims.models import Claim, User
from claims.reports import history
from claims.reports.facts import figures_for
from claims.vocabulary import Flag, Noun

# Databases bind only so many values in one query.
BATCH = 2000


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its figures; enums as the values that the database holds, the owner by user name."""

    number: int
    statement: str
    kind: str
    state: str
    evidence_status: str
    timing: str | None
    flags: tuple[str, ...]
    verdict: str | None
    articles: int
    origins: int
    supports: int
    conflicts: int
    window_start: date | None
    window_end: date | None
    owner: str | None


COLUMNS = tuple(field.name for field in fields(ClaimRow))
FIGURES = ("articles", "origins", "supports", "conflicts")
RECORDED = ("statement", "kind", "state", "window_start", "window_end", "owner")


def claim_rows(claims=None, *, as_of=None, recorded_by=None):
    """Return the rows of the QuerySet `claims` (all by default), by number, as of a day and a record moment.

    Claims made after `recorded_by` are left out; the others read as they stood then. The number of queries does not
    depend on the number of claims, up to a batch of 2,000.
    """
    claims = Claim.objects.all() if claims is None else claims
    if recorded_by is not None:
        claims = claims.filter(created_at__lte=recorded_by)
    records = _records(claims, recorded_by)
    batches = [records[start : start + BATCH] for start in range(0, len(records), BATCH)]
    return [row for batch in batches for row in _rows(batch, as_of, recorded_by)]


def _records(claims, recorded_by):
    values = claims.order_by("number").values("pk", "number", *RECORDED[:-1], owner_name=F("owner__username"))
    records = [record | {"owner": record.pop("owner_name")} for record in values]
    if recorded_by is None:
        return records
    earlier = history.earlier_values(Noun.CLAIM, recorded_by)
    names = dict(User.objects.values_list("pk", "username"))
    return [record | _as_recorded(earlier.get(record["pk"], {}), names) for record in records]


def _as_recorded(earlier, names):
    """Return the fields of a row that have changed since, with the values of the log as a row holds them."""
    known = {name: earlier[name] for name in RECORDED if name in earlier}
    for name in ("window_start", "window_end"):
        if known.get(name):
            known[name] = date.fromisoformat(known[name])
    if "owner" in known:
        known["owner"] = names.get(known["owner"])
    return known


def _rows(records, as_of, recorded_by):
    ids = [record["pk"] for record in records]
    found = figures_for(Claim.objects.filter(pk__in=ids), as_of=as_of, recorded_by=recorded_by)
    for record in records:
        pk = record.pop("pk")
        yield _row(record, found[pk])


def _row(record, figures):
    return ClaimRow(
        **record,
        evidence_status=figures.evidence_status.value,
        timing=figures.timing and figures.timing.value,
        flags=tuple(flag.value for flag in figures.flags),
        verdict=figures.verdict and figures.verdict.value,
        **{name: getattr(figures, name) for name in FIGURES},
    )


class KeptRows:
    """The rows of a QuerySet of claims, with timing and their figures, from the figures kept for lists."""

    def __init__(self, claims):
        self.claims = claims

    def __len__(self):
        return self.claims.count()

    def __getitem__(self, part):
        return [_kept_row(claim) for claim in self.claims[part]]

    def __iter__(self):
        return map(_kept_row, self.claims.iterator())


def _kept_row(claim):
    kept = claim.figures
    return ClaimRow(
        number=claim.number,
        statement=claim.statement,
        kind=claim.kind,
        state=claim.state,
        evidence_status=kept.evidence_status,
        timing=claim.timing,
        flags=tuple(flag for flag in Flag.values if getattr(kept, flag)),
        verdict=kept.verdict or None,
        window_start=claim.window_start,
        window_end=claim.window_end,
        owner=claim.owner.username if claim.owner else None,
        **{name: getattr(kept, name) for name in FIGURES},
    )


def as_object(row):
    """Return `row` as JSON holds it: days as ISO text, flags as a list, nothing as null."""
    return {name: _plain(getattr(row, name)) for name in COLUMNS}


def as_cells(row):
    """Return `row` as a line of a table holds it: flags joined by a space, nothing as an empty cell."""
    values = as_object(row) | {"flags": " ".join(row.flags)}
    return ["" if value is None else str(value) for value in values.values()]


def _plain(value):
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
