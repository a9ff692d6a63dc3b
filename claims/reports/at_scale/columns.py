"""Columns of a table as arrays: a million rows in about a second, where Python objects for them take ten times that.

Days are numbered from 1970, moments are microseconds since then, and a word is its place in its enum.
"""

from datetime import UTC, date, datetime, timedelta

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, Case, F, Func, Value, When
from django.db.models.functions import Cast, Coalesce

from claims.reports.history import typed

# Before every day and every moment, and no key: nothing is not later than anything.
NOTHING = -(2**62)
FIRST_DAY, FIRST_MOMENT = date(1970, 1, 1), datetime(1970, 1, 1, tzinfo=UTC)
PACKED = {"sqlite": "group_concat({})", "postgresql": "string_agg({}::text, ',')"}


class DayNumber(Func):
    """The number of a day."""

    output_field = BigIntegerField()

    def as_sqlite(self, compiler, connection, **context):
        template = "CAST(julianday(%(expressions)s) - 2440587.5 AS integer)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template="(%(expressions)s - date '1970-01-01')", **context)


class Microseconds(Func):
    """The number of a moment, of a plain column."""

    output_field = BigIntegerField()

    def as_sqlite(self, compiler, connection, **context):
        # A moment is text there, whose decimals no function of the database reads in full; a whole second is exact.
        seconds = "CAST(round((julianday(substr(%(expressions)s, 1, 19)) - 2440587.5) * 86400) AS integer) * 1000000"
        template = f"({seconds} + CAST(substr(%(expressions)s, 21, 6) AS integer))"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler, connection, **context):
        template = "(extract(epoch FROM %(expressions)s) * 1000000)"
        return self.as_sql(compiler, connection, template=template, **context)


def place_in(field, words):
    """Return the expression for the place of the word in `field` among `words`; `NOTHING` for any other."""
    cases = (When(**{field: word}, then=Value(place)) for place, word in enumerate(words))
    return Case(*cases, default=Value(NOTHING), output_field=BigIntegerField())


def whole_numbers(rows, *columns):
    """Return an array of each of `columns`, names of whole fields or expressions, for the QuerySet `rows`, unordered.

    What is null is `NOTHING`. The database writes each column into one text, so that no row becomes an object here.
    """
    named = {f"column{place}": _whole(column) for place, column in enumerate(columns)}
    try:
        sql, params = rows.order_by().annotate(**named).values_list(*named).query.sql_with_params()
    except EmptyResultSet:
        return [np.zeros(0, dtype=np.int64) for _ in named]
    packed = ", ".join(PACKED[connection.vendor].format(name) for name in named)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {packed} FROM ({sql}) AS found", params)  # noqa: S608 - of our own words
        return [np.fromstring(text or "", dtype=np.int64, sep=",") for text in cursor.fetchone()]


def _whole(column):
    expression = F(column) if isinstance(column, str) else column
    return Cast(Coalesce(expression, Value(NOTHING), output_field=BigIntegerField()), BigIntegerField())


def by_key(keys, values):
    """Return an array that holds at the place of each of `keys` its value, and `NOTHING` at the other places.

    Keys are given in order by the database, so there are few other places.
    """
    table = np.full(keys.max(initial=0) + 1, NOTHING)
    table[keys] = values
    return table


def table_of(values):
    """Return such an array of a dict."""
    return by_key(np.fromiter(values, dtype=np.int64), np.fromiter(values.values(), dtype=np.int64))


def looked_up(table, keys):
    """Return what `table` (`by_key`) holds for each of `keys`."""
    known = (keys >= 0) & (keys < len(table))
    return np.where(known, table[np.where(known, keys, 0)], NOTHING)


def with_earlier(keys, column, earlier):
    """Return `column` of the rows `keys` with the values that the dict `earlier` holds of some of these."""
    if not earlier:
        return column
    changed = np.isin(keys, np.fromiter(earlier, dtype=np.int64))
    return np.where(changed, looked_up(table_of(earlier), keys), column)


def held_before(changed, name, words=()):
    """Return {key: the number of what the field `name` held} of what was `changed` since (`history.earlier_values`).

    That of a word is its place among `words`, and `NOTHING` for any other.
    """
    return {key: _number(typed(name, values[name]), words) for key, values in changed.items() if name in values}


def _number(value, words):
    if isinstance(value, str):
        return words.index(value) if value in words else NOTHING
    return value if isinstance(value, int) else number_of(value)


def number_of(value):
    """Return the number of a day or a moment as the database holds it, or as the log does; `NOTHING` for None."""
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        return (value - FIRST_MOMENT) // timedelta(microseconds=1)
    return (value - FIRST_DAY).days


def moments_of(numbers):
    """Return the list of moments, in UTC, that `numbers` number, None for `NOTHING`."""
    moments = np.where(numbers == NOTHING, np.datetime64("NaT"), numbers.astype("datetime64[us]"))
    return [moment and moment.replace(tzinfo=UTC) for moment in moments.tolist()]
