/* The links to the parts of a page: the part that one is in is marked, and in view among them. */
const LINE = 0.3; // of the window: the part that begins above it is the one that is read
const EDGE = 16; // pixels

const links = [...document.querySelectorAll(".jumps a")];

/** How far down the window a part may begin and be the one that is read; where the page ends, all the way. */
function lineOfReading() {
  const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - EDGE;
  return isAtEnd ? innerHeight : innerHeight * LINE;
}

/** The part whose link was followed, while it is at the upper edge or as near to it as the page lets it come. */
function current() {
  const line = lineOfReading();
  const begun = links.filter((link) => link.checkVisibility() && topOf(link) <= line);
  return begun.find((link) => link.hash === location.hash && topOf(link) >= 0) ?? begun.at(-1);
}

function topOf(link) {
  return document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? Infinity;
}

function mark() {
  const now = current();
  if (now?.hasAttribute("aria-current")) return;
  for (const link of links) link.removeAttribute("aria-current");
  now?.setAttribute("aria-current", "true");
  if (now) bringIntoView(now);
}

/** The bar alone is scrolled: the page stays where it is. */
function bringIntoView(link) {
  const bar = link.parentElement;
  bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
}

let asked = 0;

function markSoon() {
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(mark);
}

for (const happening of ["scroll", "resize", "hashchange", "load"]) addEventListener(happening, markSoon, { passive: true });
mark();
