"""One row a claim, for the command and the admin's report; its fields and their order are a contract."""

from dataclasses import dataclass, fields
from datetime import date

from claims.models import Claim
from claims.reports.at_scale.figures import listed_figures
from claims.reports.history import Past, typed
from claims.reports.people import user_names
from claims.vocabulary import PUT_ASIDE, ClaimKind, EvidenceStatus, Flag, Noun, State, Timing, Verdict


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


def claim_rows(claims=None, *, as_of=None, recorded_by=None, called=user_names):
    """Return the rows of the QuerySet `claims` (all by default), by number, as of a day and a record moment.

    `called` gives {user id: name} of a `history.Past`, where owners are to be called otherwise than by user name.
    Claims made after `recorded_by` are left out; the others read as they stood then. The number of queries does not
    depend on the number of claims.
    """
    claims = Claim.objects.all() if claims is None else claims
    past = Past(recorded_by)
    if recorded_by is not None:
        claims = claims.filter(created_at__lte=recorded_by)
    records = list(_records(claims, past, called(past)))
    found = listed_figures([pk for pk, _ in records], as_of=as_of, past=past)
    return [_row(record, found[pk]) for pk, record in records]


def _records(claims, past, names):
    """Yield the id of each claim and a dict of the first fields of its row, as they were on record."""
    earlier = past.of(Noun.CLAIM)
    for pk, *values in claims.order_by("number").values_list("pk", "number", *RECORDED):
        record = dict(zip(("number", *RECORDED), values, strict=True))
        changed = earlier.get(pk, {})
        record |= {name: typed(name, changed[name]) for name in RECORDED if name in changed}
        yield pk, record | {"owner": names.get(record["owner"])}


def _row(record, figures):
    return ClaimRow(
        **record,
        **{name: getattr(figures, name) for name in ("evidence_status", "timing", "flags", "verdict", *FIGURES)},
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


def labelled(row, then=""):
    """Return what a page shows of `row`: labels for values, its flags, the claim's address with the query `then`."""
    return {
        "row": row,
        "url": f"{Claim(number=row.number).get_absolute_url()}{then}",
        "kind": ClaimKind(row.kind).label,
        "state": State(row.state).label,
        "evidence_status": EvidenceStatus(row.evidence_status).label,
        "timing": Timing(row.timing).label if row.timing and row.state not in PUT_ASIDE else "",
        "verdict": Verdict(row.verdict).label if row.verdict else "",
        "flags": [Flag(flag) for flag in row.flags],
    }


def _plain(value):
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
