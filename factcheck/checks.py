"""System checks of how the project is configured."""

from django.conf import settings
from django.core.checks import Error

SQLITE_ENGINE = "django.db.backends.sqlite3"
SHORTEST_BUSY_TIMEOUT = 20


def sqlite_is_safe(app_configs, **kwargs):
    """Refuse SQLite databases on which writers would fail or overwrite one another."""
    return [
        Error(f"SQLite database '{alias}': {complaint}", id=f"factcheck.E{number:03}")
        for alias, database in settings.DATABASES.items()
        if database["ENGINE"] == SQLITE_ENGINE
        for number, complaint in _complaints(database)
    ]


def _complaints(database):
    options = database.get("OPTIONS", {})
    pragmas = str(options.get("init_command", "")).lower().replace(" ", "")
    # Under DEFERRED two writers at once end in "database is locked", whatever the timeout.
    if options.get("transaction_mode") != "IMMEDIATE":
        yield 1, "OPTIONS must have transaction_mode IMMEDIATE."
    if "journal_mode=wal" not in pragmas:
        yield 2, "init_command must set journal_mode=WAL, so that readers do not block writers."
    if options.get("timeout", 0) < SHORTEST_BUSY_TIMEOUT:
        yield 3, f"OPTIONS must have a timeout of {SHORTEST_BUSY_TIMEOUT} seconds or more."
    if "foreign_keys=on" not in pragmas:
        yield 4, "init_command must set foreign_keys=ON."
