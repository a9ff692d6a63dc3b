"""Every page in every state, for everybody who may see it: no barrier, no fault of a script, no other host."""

from urllib.parse import urlsplit

import pytest
from django.urls import get_resolver

from tests.access.test_access_matrix import ADMIN, MATRIX, addresses
from tests.factories import make_administrator, make_reviewer
from tests.pages import desk, extremes
from tests.pages.barriers import LOOKS, WIDE, barriers, scrolls_sideways
from tests.pages.list import NO_PAGE, PAGES
from tests.pages.visiting import become, visit

pytestmark = pytest.mark.django_db(transaction=True)

# By what the name of their address begins with; each page is in the first part that fits.
PARTS = {
    "admin": ("admin:",),
    "articles": ("article-", "passage-"),
    "claims": ("claim-", "comment-", "link-", "reschedule-"),
    "queue": ("queue", "suggestion-", "waiting-", "stale-", "undated-"),
    "reports": ("report-", "edition-"),
    "doors": ("",),
}


def pages_of(part):
    return [
        one for one in PAGES if next(name for name, begins in PARTS.items() if one.address.startswith(begins)) == part
    ]


# Pages that show something else when nothing was ever written.
BARE = "desk search calendar inbox articles claims queue import admin admin-report admin-suggestions".split()
SHOWN = (200, 422)


@pytest.fixture
def said(page):
    """What the browser complains of: faults of scripts, and other hosts that are asked."""
    said = []
    page.on("pageerror", lambda error: said.append(f"script: {error}"))
    page.on("request", lambda request: said.append(f"host: {request.url}") if is_foreign(request.url) else None)
    return said


def is_foreign(url):
    return urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != "localhost"


@pytest.mark.parametrize("part", PARTS)
def test_no_page_of_the_desk_has_a_barrier(page, base_url, said, part):
    sessions, places = desk.make(), desk.places()

    assert complaints(page, base_url, pages_of(part), sessions, places, said) == []


def test_no_page_of_an_empty_desk_has_a_barrier(page, base_url, said):
    make_administrator("admin"), make_reviewer("reviewer")
    shown = [one for one in PAGES if one.name in BARE]

    assert complaints(page, base_url, shown, desk.sessions(), {}, said) == []


def test_no_page_is_broken_by_long_words(page, base_url):
    sessions, places = desk.make(), desk.make_long()
    extremes.lengthen()
    broken = []

    for role in sessions:
        become(page, base_url, sessions[role])
        for one in (one for one in PAGES if one.roles[0] == role and not one.act):
            visit(page, one, places)
            broken += [f"{one.name}: {line}" for line in scrolls_sideways(page)]

    assert broken == []


def complaints(browser_page, base, shown, sessions, places, said):
    """Visit each page as each of its roles; whoever comes first sees it in both themes at both widths."""
    found = []
    for role in sessions:
        become(browser_page, base, sessions[role])
        for one in shown:
            if role in one.roles:
                browser_page.set_viewport_size({"width": WIDE, "height": 800})
                visit(browser_page, one, places)
                is_first = role == one.roles[0]
                heard = [*barriers(browser_page, LOOKS if is_first else LOOKS[::2]), *said]
                heard += scrolls_sideways(browser_page) if is_first else []
                found += [f"{one.name} as {role}: {line}" for line in heard]
                said.clear()
    return found


def test_every_address_that_shows_something_is_among_the_pages():
    statuses = {name: row[1] for name, row in MATRIX.items()} | {name: row[0] for name, row in ADMIN.items()}
    names = {name for name, _ in addresses(get_resolver()) if name}
    showing = {name for name in names if set(SHOWN).intersection(statuses[name])}

    assert showing - set(NO_PAGE) == {one.address for one in PAGES}
