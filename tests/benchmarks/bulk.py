"""Rows written in bulk: one statement for a table, each column an SQL expression of the number `i` of the row."""

from datetime import date, timedelta

from django.db import connection

# Days and moments are counted from here, so that the newest are of today: a desk on which all is long past is none.
DAYS = 300
MINUTES = DAYS * 24 * 60
FIRST_DAY = date.today() - timedelta(days=DAYS)


def insert(table, rows, columns, where="true"):
    """Write a row for each i below `rows` of which `where` holds."""
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO claims_{table} ({names}) "
            f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {rows - 1}) "
            f"SELECT {', '.join(map(str, columns.values()))} FROM n WHERE {where}"
        )


def day(number):
    """SQL for the day that is `number` days after the first."""
    if connection.vendor == "sqlite":
        return f"date('{FIRST_DAY}', '+' || ({number}) || ' days')"
    return f"(date '{FIRST_DAY}' + ({number})::int)"


def moment(number):
    """SQL for the moment that is `number` minutes after the beginning of the first day."""
    if connection.vendor == "sqlite":
        return f"datetime('{FIRST_DAY}', '+' || ({number}) || ' minutes')"
    return f"(timestamptz '{FIRST_DAY} 00:00Z' + ({number}) * interval '1 minute')"


def as_json(text):
    """SQL for the JSON that the SQL expression `text` spells."""
    return text if connection.vendor == "sqlite" else f"({text})::jsonb"


def chosen(*cases, other="NULL"):
    """SQL for the value of the first of the (condition, value) that holds."""
    return f"CASE {' '.join(f'WHEN {condition} THEN {value}' for condition, value in cases)} ELSE {other} END"
