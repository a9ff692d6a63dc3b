"""What stands in the way of people on a page that is open in the browser, as sentences."""

import json

from axe_playwright_python.sync_playwright import Axe

WIDE, NARROW, NARROWEST = 1280, 390, 320
LOOKS = [(WIDE, "light"), (WIDE, "dark"), (NARROW, "dark"), (NARROW, "light")]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # The search of Django's admin is labelled with a picture, whose words axe does not take for a label that is seen.
    "rules": {"label-title-only": {"enabled": False}},
    "resultTypes": ["violations"],
}
# The inline tables of Django's admin have columns that hold nothing to be seen, and so have no name.
WHERE = {"exclude": [".inline-group th:empty"]}
RUN = f"axe.run({json.dumps(WHERE)}, {json.dumps(RULES)}).then(found => found.violations)"
# What can be scrolled from under a bar that stays in view is no small target, which axe takes it for.
LET_BARS_GO = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".form-actions.sticky { position: static !important }");
  document.adoptedStyleSheets.push(sheet);
}"""
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? null :
  [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .filter(one => one.checkVisibility() && !one.closest(".visually-hidden"))
    .map(one => one.outerHTML.slice(0, 90)).slice(0, 3)"""


def barriers(page, looks=LOOKS):
    """Return what axe has against the page, each with the `looks`, (width, colour scheme), in which it is so."""
    page.evaluate(Axe().axe_script)
    page.evaluate(LET_BARS_GO)
    found = {}
    for look in looks:
        _take_on(page, *look)
        for violation in page.evaluate(RUN):
            found.setdefault(_told(violation), []).append("{} {}".format(*look))
    return [f"{', '.join(seen)}: {told}" for told, seen in found.items()]


def scrolls_sideways(page):
    """Return what juts out where the window is as narrow as at 400 % zoom (WCAG 1.4.10), in no or one sentence."""
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    wide = page.evaluate(TOO_WIDE)
    return [] if wide is None else [f"{NARROWEST}: wider than the window: {wide}"]


def _take_on(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def _told(found):
    nodes = [f"{node['target']} {node['failureSummary'].splitlines()[-1].strip()}" for node in found["nodes"]]
    return f"{found['id']} at {len(nodes)} places, such as {nodes[:2]}"
