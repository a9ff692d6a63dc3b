"""Going to a page, in a real browser, as somebody and in a state."""

from django.conf import settings
from django.urls import reverse

from tests.pages import desk


def address(page, places):
    """Return the address of `page`, without a host."""
    if page.path:
        return page.path
    if page.needs == "row":
        at = reverse(page.address, args=desk.row_of(page.address))
    else:
        at = reverse(page.address, kwargs=places[page.needs] if page.needs else {})
    query = page.query.replace("{other}", str(places.get("other")))
    return f"{at}?{query}" if query else at


def become(browser_page, base, session):
    """Let the browser be whoever `session` belongs to; None is nobody."""
    context = browser_page.context
    context.clear_cookies()
    if session:
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base}])


def visit(browser_page, page, places, base=""):
    """Open `page` in its state. Raises `AssertionError` when its address answers with another status."""
    answer = browser_page.goto(f"{base}{address(page, places)}")
    assert answer.status == page.answer, f"{page.name}: {answer.status} at {answer.url}"
    if page.act:
        page.act(browser_page)
