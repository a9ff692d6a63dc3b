"""The application on a database of its own, served to a browser outside pytest."""

import os
from contextlib import contextmanager

from tests import chromium


@contextmanager
def served():
    """Serve the application under the settings of the tests, on an empty database; yield its address."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.db import connection
    from pytest_django.live_server_helper import LiveServer

    connection.creation.create_test_db(verbosity=0)
    server = LiveServer("127.0.0.1")
    try:
        yield server.url
    finally:
        server.stop()
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


@contextmanager
def opened(base):
    """Yield a page of the system's Chromium whose addresses begin at `base`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.LAUNCH_OPTIONS)
        yield browser.new_context(base_url=base, reduced_motion="reduce", locale="en-GB").new_page()
        browser.close()
