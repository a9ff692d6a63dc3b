"""The product's settings, for a test run: own database, no `.env`, cheap where cost proves nothing.

TEST_DATABASE chooses the database: `sqlite` (default) or `postgres`, which starts a server of our own.
It must be known before Django is set up, and the workers of pytest-xdist inherit it, hence the environment.
"""

import os
import tempfile
from pathlib import Path

from tests import postgres

os.environ |= {
    "FACTCHECK_ENV_FILE": os.devnull,
    "DEBUG": "False",
    "SECRET_KEY": "tests",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "FACTCHECK_PLAIN_HTTP": "True",
    "TIME_ZONE": "UTC",
    "DATABASE_URL": "sqlite:///factcheck.sqlite3",
    # Playwright's loop runs in the thread of the test, where Django then refuses every query.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}
if os.environ.get("TEST_DATABASE", "sqlite") == "postgres":
    os.environ["DATABASE_URL"] = postgres.shared_url()

from factcheck.settings import *  # noqa: F403
from factcheck.settings import DATABASES

if not os.environ["DATABASE_URL"].startswith("postgres"):
    # A file, as in real life: a database in memory has neither WAL nor two connections.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(tempfile.gettempdir(), f"factcheck-test-{os.getpid()}.sqlite3"))}
else:
    # Between tests the tables are vacuumed empty, and are held to have one row from then on: six of them in nested
    # loops took minutes for a hundred rows. A desk in use has statistics.
    options = DATABASES["default"].setdefault("OPTIONS", {})
    options["options"] = "-c enable_nestloop=off -c jit=off"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT = None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
