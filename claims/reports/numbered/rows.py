"""The live claims that numbered reports count, with their figures: one row each, now or as of two cut-offs."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from claims.models import Claim, User
from claims.reports import history
from claims.reports.facts import figures_for
from claims.vocabulary import Flag, Noun, State

# Claims on which the desk stands; one merged into another counts in that one, by its links.
LIVE = (State.OPEN, State.PROPOSED, State.DECIDED)
UNDECIDED = (State.OPEN, State.PROPOSED)
BATCH = 2000
RECORDED = ("statement", "kind", "state", "window_start", "window_end", "review_on", "owner")
KEPT = ("evidence_status", "verdict", "articles", "origins", "supports", "conflicts", *Flag.values)


@dataclass(frozen=True, slots=True)
class Row:
    """A live claim as a report counts it; enums as the values that the database holds, the owner by user name."""

    pk: int
    number: int
    statement: str
    kind: str
    state: str
    window_start: date | None
    window_end: date | None
    review_on: date | None
    owner: str | None
    evidence_status: str
    timing: str | None
    verdict: str | None
    flags: tuple[str, ...]
    articles: int
    origins: int
    supports: int
    conflicts: int


def live_rows(scope):
    """Return the rows of the live claims of `scope`, by number.

    For now they are read from the figures kept for lists; as of a day or a moment each is computed.
    """
    return _rows_now(scope) if scope.is_now else _rows_then(scope)


def _rows_now(scope):
    claims = scope.claims().filter(state__in=LIVE)
    claims = claims.with_timing(timezone.localdate(), settings.FACTCHECK_GRACE_DAYS)
    kept = {name: F(f"figures__{name}") for name in KEPT}
    named = claims.annotate(**kept, owner_name=F("owner__username")).order_by("number")
    fields = ("pk", "number", *RECORDED[:-1], "owner_name", "timing", *KEPT)
    return [_row_now(dict(zip(fields, values, strict=True))) for values in named.values_list(*fields)]


def _row_now(values):
    flags = tuple(flag for flag in Flag.values if values.pop(flag))
    verdict = values.pop("verdict") or None
    return Row(owner=values.pop("owner_name"), flags=flags, verdict=verdict, **values)


def _rows_then(scope):
    records = [record for record in _records(scope) if record["state"] in LIVE]
    batches = [records[start : start + BATCH] for start in range(0, len(records), BATCH)]
    return [row for batch in batches for row in _with_figures(batch, scope)]


def _records(scope):
    records = scope.claims().order_by("number").values("pk", "number", *RECORDED)
    earlier = history.earlier_values(Noun.CLAIM, scope.recorded_by) if scope.recorded_by else {}
    names = dict(User.objects.values_list("pk", "username"))
    for record in records:
        then = record | _typed(earlier.get(record["pk"], {}))
        yield then | {"owner": names.get(then["owner"])}


def _typed(earlier):
    """Return the fields of a row that have changed since, with the values of the log as a row holds them."""
    known = {name: earlier[name] for name in RECORDED if name in earlier}
    days = {name for name in ("window_start", "window_end", "review_on") if known.get(name)}
    return known | {name: date.fromisoformat(known[name]) for name in days}


def _with_figures(records, scope):
    ids = [record["pk"] for record in records]
    found = figures_for(Claim.objects.filter(pk__in=ids), as_of=scope.as_of, recorded_by=scope.recorded_by)
    for record in records:
        figures = found[record["pk"]]
        yield Row(
            **record,
            evidence_status=figures.evidence_status.value,
            timing=figures.timing and figures.timing.value,
            verdict=figures.verdict and figures.verdict.value,
            flags=tuple(flag.value for flag in figures.flags),
            **{name: getattr(figures, name) for name in ("articles", "origins", "supports", "conflicts")},
        )
