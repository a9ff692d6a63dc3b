from types import SimpleNamespace

import pytest
from django.db import connection

from factcheck import checks
from factcheck.checks import sqlite_is_safe

SAFE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;",
}


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 20_000), ("synchronous", 1)],
)
def test_sqlite_connection_is_safe(pragma, value):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")

        assert cursor.fetchone() == (value,)


def configure(monkeypatch, **database):
    # Not through pytest-django's settings: Django warns, rightly, when DATABASES changes under way.
    monkeypatch.setattr(checks, "settings", SimpleNamespace(DATABASES={"other": database}))


def test_our_database_passes_the_check():
    assert sqlite_is_safe(None) == []


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({"transaction_mode": "DEFERRED"}, "E001"),
        ({"init_command": "PRAGMA foreign_keys=ON;"}, "E002"),
        ({"timeout": 5}, "E003"),
        ({"init_command": "PRAGMA journal_mode=WAL;"}, "E004"),
    ],
)
def test_unsafe_sqlite_is_refused(monkeypatch, change, number):
    configure(monkeypatch, ENGINE="django.db.backends.sqlite3", OPTIONS=SAFE | change)

    assert [error.id for error in sqlite_is_safe(None)] == [f"factcheck.{number}"]


def test_other_databases_are_not_asked_for_options_of_sqlite(monkeypatch):
    configure(monkeypatch, ENGINE="django.db.backends.postgresql")

    assert sqlite_is_safe(None) == []
