from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from tests import chromium

# A busy machine is slow now and then; how long one example takes proves nothing.
hypothesis_settings.register_profile("tests", deadline=None)
hypothesis_settings.load_profile("tests")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the system's Chromium; playwright's own download is never used."""
    return browser_type_launch_args | {"executable_path": chromium.path(), "args": chromium.LAUNCH_OPTIONS}


@pytest.fixture(scope="session")
def base_url(live_server):
    """Let `page.goto("/claims/")` mean the application under test, for every test with a `page`."""
    return live_server.url


@pytest.fixture(autouse=True, scope="session")
def leaving_of_the_database(request):
    """Let nobody hold the database when it is dropped: a page may still have asked for news when its test ended."""
    if connection.vendor != "postgresql":
        yield
        return
    request.getfixturevalue("django_db_setup")
    yield
    with request.getfixturevalue("django_db_blocker").unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(autouse=True, scope="session")
def emptying_of_append_only_tables():
    """Let tests that commit empty the tables afterwards, and put back what the migrations had put there.

    The triggers step aside for that moment only.
    """
    append_only = import_module("claims.migrations.0003_append_only")
    later = (
        "0010_comments",
        "0014_editions",
        "0016_reschedules",
        "0017_claim_sets",
        "0018_adjudication",
        "0020_edition_passages",
    )
    tables = append_only.TABLES.copy()
    for name in later:
        tables |= import_module(f"claims.migrations.{name}").TABLES
    roles = import_module("claims.migrations.0002_roles")
    empty = TransactionTestCase._fixture_teardown

    def empty_and_restore(test):
        append_only.drop(connection, tables)
        try:
            empty(test)
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM claims_articlesearch")
            import_module("claims.services.sentence_index").empty()
        finally:
            append_only.create(connection, tables)
        roles.create_groups(apps, None)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_and_restore)
        yield
