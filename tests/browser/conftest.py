"""Who sits at the browser: people who are logged in, and whose browser must have nothing to complain of."""

import re

import pytest
from django.conf import settings
from django.test import Client

# A refusal is an answer too, though the browser itself logs it as an error; the tests look at these.
REFUSED = re.compile(r"the server responded with a status of 4(03|09|22)")


@pytest.fixture
def complaints():
    """The list in which the complaints of every browser gather; one in it at the end fails the test."""
    gathered = []
    yield gathered
    assert gathered == []


@pytest.fixture
def page(page):
    """The test's own browser, whose keys wait for the scripts of the page."""
    _press_when_loaded(page)
    return page


@pytest.fixture
def sit(page, base_url, complaints):
    """Return a function that seats a person at the test's own browser, on the desk, and returns its page."""
    _listen(page, complaints)
    return lambda person: _seat(page, base_url, person)


@pytest.fixture
def browser_of(new_context, base_url, complaints):
    """Return a function that gives a person a browser of their own, on the desk, and returns its page.

    `how` are settings of a context, as Playwright names them.
    """

    def seat(person, **how):
        page = new_context(**{"viewport": {"width": 1280, "height": 700}} | how).new_page()
        _press_when_loaded(page)
        _listen(page, complaints)
        return _seat(page, base_url, person)

    return seat


def _listen(page, complaints):
    page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))


def _press_when_loaded(page):
    """Let keys wait for the scripts of the page: what a person sees first, a test would press sooner than anyone."""
    press = page.keyboard.press

    def press_when_loaded(key, **how):
        page.wait_for_load_state()
        press(key, **how)

    page.keyboard.press = press_when_loaded


def _is_complaint(said):
    return said.type == "error" and not REFUSED.search(said.text)


def _seat(page, base_url, person):
    """Go to the desk as `person`, without the way through the login page, which tests of its own walk."""
    client = Client()
    client.force_login(person)
    page.context.clear_cookies()
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
    page.context.add_cookies([session | {"url": base_url}])
    page.goto("/")
    return page
