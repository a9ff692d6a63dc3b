"""Where the focus of a page is, and what a person who has no mouse would have against that."""

# Notes what held the focus and went away with it, although nobody moved on; and counts what htmx replaced.
WATCH = """(() => {
  const lost = (window.lostFocus = []);
  let last = null;
  window.swaps = 0;
  const isGone = () => !last.isConnected || !last.checkVisibility() || last.disabled;
  const isLost = () => last && document.activeElement === document.body && isGone();
  const note = () => {
    if (!isLost()) return;
    lost.push(last.outerHTML.slice(0, 120));
    last = null;
  };
  const look = () => isLost() && setTimeout(note, 250); // a machine at work takes its time to hand the focus on
  document.addEventListener("focusin", ({ target }) => (last = target));
  document.addEventListener("htmx:after:swap", () => (window.swaps += 1));
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(look, 150))).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["hidden", "disabled", "open", "class"],
  });
})()"""
SETTLED = 450  # milliseconds: after it, what moves the focus on has done so

FAULTS = """async settled => {
  let at;
  do {  // what is scrolled to smoothly is not there yet
    at = scrollY;
    await new Promise((resolve) => setTimeout(resolve, settled));
  } while (at !== scrollY);
  const faults = window.lostFocus.splice(0).map((html) => `the focus was lost with ${html}`);
  const held = document.activeElement;
  if (held === document.body) return [...faults, "nothing holds the focus"];
  const name = held.outerHTML.slice(0, 120);
  if (!isSeen(held)) faults.push(`out of sight is ${name}`);
  if (!isDrawn(held)) faults.push(`no focus is drawn on ${name}`);
  return faults;

  function isSeen(element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const x = [Math.max(left, 0), Math.min(right, innerWidth)];
    const y = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    if (x[0] >= x[1] || y[0] >= y[1]) return false;
    const parts = [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [across, down]));
    return parts.some(([across, down]) => {
      const over = document.elementFromPoint(x[0] + (x[1] - x[0]) * across, y[0] + (y[1] - y[0]) * down);
      return over && (element.contains(over) || over.contains(element) || over.closest("label")?.control === element);
    });
  }

  function isDrawn(element) {
    const looks = () => {
      const { outline, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isDrawn = outlineStyle !== "none" && outlineWidth !== "0px";
      return `${isDrawn ? outline : ""} ${boxShadow}`;
    };
    const focused = looks();
    element.blur();
    const plain = looks();
    element.focus({ preventScroll: true });
    return focused !== plain;
  }
}"""


def watch(page):
    """Note from now on what happens to the focus on each document that `page` opens."""
    page.add_init_script(WATCH)


def swaps(page):
    """Return how often htmx has replaced a part of the document."""
    return page.evaluate("window.swaps")


def faults(page):
    """Return what is wrong with the focus since the last time, as sentences.

    It went with what was replaced, nothing holds it, what holds it cannot be seen (WCAG 2.4.11), or looks as it does
    without the focus (WCAG 2.4.7).
    """
    return page.evaluate(FAULTS, SETTLED)
