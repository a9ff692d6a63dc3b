/* What the queue puts in sight: as much above the question as leaves the question, and the words asked about, in view. */
const BEGINNING = 48; // of the words asked about: their first line
const AT_TOP = 8;

// What stands above one another, down to the question itself.
const PARTS = [".queue-last", ".queue-place", ".suggestion"];

let seen = true;

function noteSight(entries) {
  seen ||= entries.some(({ isIntersecting }) => isIntersecting);
}

const watcher = new IntersectionObserver(noteSight, { rootMargin: `0px 0px -${BEGINNING / 2}px` });

function topOf(element) {
  return element.getBoundingClientRect().top + scrollY;
}

/** How far down the page one has to see to judge: the end of the question, and where the words begin. */
function neededTo(asked, words) {
  const end = asked.getBoundingClientRect().bottom + scrollY;
  return words ? Math.max(end, topOf(words) + BEGINNING) : end;
}

/** How much of the window nothing lies over. */
function room(stage) {
  const acts = stage.querySelector(".queue-acts");
  const isFixed = acts && getComputedStyle(acts).position !== "static";
  return innerHeight - (isFixed ? acts.offsetHeight : 0);
}

/** Scrolls to where what is judged can be seen, and no further than that takes. */
export function showQuestion(stage) {
  const asked = stage.querySelector(".suggestion-asked");
  if (!asked) return scrollTo({ top: 0, behavior: "instant" });
  const starts = PARTS.map((part) => stage.querySelector(part)).filter(Boolean);
  const tops = [0, ...starts.map((start) => topOf(start) - AT_TOP)];
  const needed = neededTo(asked, stage.querySelector(".words-text mark"));
  scrollTo({ top: tops.find((top) => needed - top <= room(stage)) ?? tops.at(-1), behavior: "instant" });
}

/** From now on it counts whether the question of `stage` was ever in sight; where a form is, that is looked at. */
export function watch(stage) {
  const asked = stage.querySelector(".suggestion-asked");
  const question = asked?.querySelector(".statement") ?? asked;
  watcher.disconnect();
  seen = !question || Boolean(stage.querySelector(".suggestion-form"));
  if (!seen) watcher.observe(question);
}

function isInSight(stage) {
  const asked = stage.querySelector(".suggestion-asked");
  const box = (asked?.querySelector(".statement") ?? asked)?.getBoundingClientRect();
  return Boolean(box) && box.bottom > 0 && box.top < room(stage) - BEGINNING / 2;
}

export function wasSeen(stage) {
  seen ||= isInSight(stage); // the watcher may not have looked yet
  return seen;
}

/** The kind that is looked at is in its row of kinds, where that has to scroll. */
export function showKind(stage) {
  const kinds = stage.querySelector(".queue-tabs");
  const current = kinds?.querySelector("[aria-current]");
  if (current) kinds.scrollLeft = current.offsetLeft - kinds.offsetLeft;
}
