"""How live claims came out, as columns: for reports that count many of them over and over, and show none."""

from dataclasses import dataclass

import numpy as np

from claims.reports.at_scale.columns import (
    NOTHING,
    by_key,
    held_before,
    looked_up,
    place_in,
    whole_numbers,
    with_earlier,
)
from claims.reports.at_scale.links import outcome_days, with_outcomes
from claims.reports.numbered.outcomes import FULFILLED, TELLING
from claims.reports.numbered.rows import LIVE
from claims.vocabulary import Noun, State, Verdict

DECIDED = LIVE.index(State.DECIDED)
TELLING_PLACES, FULFILLED_PLACES = ([Verdict.values.index(one) for one in some] for some in (TELLING, FULFILLED))


@dataclass(frozen=True, slots=True, eq=False)
class CameOut:
    """Live claims by number; `is_told` and `came_true` are decided forecasts, as fulfilment counts them.

    `day` is that of the first report which counts of how a forecast came out, `NOTHING` where there is none.
    """

    pk: np.ndarray
    number: np.ndarray
    is_decided: np.ndarray
    is_told: np.ndarray
    came_true: np.ndarray
    day: np.ndarray


def came_out(scope, past):
    """Return the `CameOut` of the live claims of `scope`; `past` (`history.Past`) is that of its record cut-off."""
    pk, number, state = _live(scope, past)
    each = with_outcomes(pk, scope.as_of, past)
    place = looked_up(by_key(each.claims.keys, np.arange(len(pk))), pk)
    is_forecast, verdict = each.claims.is_forecast[place], each.claims.verdict[place]
    is_decided = (state == DECIDED) & (verdict != NOTHING)
    return CameOut(
        pk=pk,
        number=number,
        is_decided=is_decided,
        is_told=is_decided & is_forecast & np.isin(verdict, TELLING_PLACES),
        came_true=is_decided & is_forecast & np.isin(verdict, FULFILLED_PLACES),
        day=np.where(is_forecast, outcome_days(each)[place], NOTHING),
    )


def _live(scope, past):
    """Return the columns of id, number and state (its place in `LIVE`) of the claims that were live, by number."""
    columns = whole_numbers(scope.claims(), "pk", "number", place_in("state", LIVE))
    in_order = np.argsort(columns[1])
    pk, number, state = (column[in_order] for column in columns)
    state = with_earlier(pk, state, held_before(past.of(Noun.CLAIM), "state", LIVE))
    return (column[state != NOTHING] for column in (pk, number, state))
