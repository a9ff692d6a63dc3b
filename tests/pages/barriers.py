"""What stands in the way of people on a page that is open in the browser, as sentences."""

import json

from axe_playwright_python.sync_playwright import Axe

WIDE, NARROW, NARROWEST = 1280, 390, 320
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = f"axe.run({json.dumps({'runOnly': WCAG, 'resultTypes': ['violations']})}).then(found => found.violations)"
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? null :
  [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .filter(one => one.checkVisibility() && !one.closest(".visually-hidden"))
    .map(one => one.outerHTML.slice(0, 90)).slice(0, 3)"""


def barriers(page, *, width, scheme):
    """Return what axe has against the page at `width` pixels in the colours of `scheme`."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(Axe().axe_script)
    return [f"{width} {scheme}: {_told(found)}" for found in page.evaluate(RUN)]


def scrolls_sideways(page):
    """Return what juts out where the window is as narrow as at 400 % zoom (WCAG 1.4.10), in no or one sentence."""
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    wide = page.evaluate(TOO_WIDE)
    return [] if wide is None else [f"{NARROWEST}: wider than the window: {wide}"]


def _told(found):
    nodes = [f"{node['target']} {node['failureSummary'].splitlines()[-1].strip()}" for node in found["nodes"]]
    return f"{found['id']} at {len(nodes)} places, such as {nodes[:2]}"
