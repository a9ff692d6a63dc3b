"""Who asks for less motion sees none."""

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import make_administrator, make_article, make_claim, make_link
from tests.pages.visiting import become

pytestmark = pytest.mark.django_db(transaction=True)

MOST = 0.01  # seconds: less is no motion to be seen
MOVING = """most => {
  const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
  const moves = ({ transitionDuration, transitionDelay, animationDuration, animationName, scrollBehavior }) =>
    seconds(transitionDuration) + seconds(transitionDelay) > most ||
    (animationName !== "none" && seconds(animationDuration) > most) || scrollBehavior === "smooth";
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after", "::backdrop"]) {
      if (moves(getComputedStyle(element, part))) found.push(`${element.localName}.${element.className} ${part}`);
    }
  }
  return [...new Set(found)];
}"""


@pytest.fixture
def addresses(page, base_url):
    """The addresses of a few pages of each kind, which the browser may open."""
    client = Client()
    client.force_login(make_administrator("admin"))
    become(page, base_url, client.cookies[settings.SESSION_COOKIE_NAME].value)
    claim, article = make_claim(), make_article()
    make_link(claim)
    return [
        "/",
        "/queue/",
        "/claims/",
        "/calendar/",
        "/admin/",
        "/admin/claims/claim/",
        claim.get_absolute_url(),
        f"{claim.get_absolute_url()}edit/",
        f"{article.get_absolute_url()}?beside=claim-{claim.number}",
    ]


def moving(page, addresses, wish):
    """Return what moves on the pages at `addresses` for somebody whose wish about motion is `wish`."""
    page.emulate_media(reduced_motion=wish)
    found = []
    for address in addresses:
        page.goto(address)
        found += [f"{address}: {one}" for one in page.evaluate(MOVING, MOST)]
    return found


def test_nothing_moves_for_who_asks_for_less_motion(page, addresses):
    assert moving(page, addresses[:1], "no-preference") != []  # what would be found is found

    assert moving(page, addresses, "reduce") == []
