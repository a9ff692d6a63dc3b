"""Browsers keep no page, and may keep what is no page."""

import pytest

from tests.factories import make_analyst

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/claims/", "/articles/", "/queue/", "/login/", "/nowhere/"])
def test_no_page_is_kept(client, address):
    client.force_login(make_analyst())

    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_a_file_may_be_kept(client):
    client.force_login(make_analyst())

    assert "Cache-Control" not in client.get("/calendar/due.ics").headers
