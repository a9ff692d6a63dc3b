/* The candidates of a claim from the keyboard: one is gone to, then linked, rejected or opened; never two at once. */
import { on } from "./shortcuts.js";
import { say } from "./status.js";

// What had to be scrolled to has not been read before this time has passed.
const READING_TIME = 350;
const MEMORY = "judged-candidates";

const section = document.getElementById("candidates");
const due = comeBackTo(); // the names of those from the one that was judged on, in their order
let sent = false;
let readableAt = 0;

/** The candidate that holds the focus. */
function current() {
  return document.activeElement.closest("[data-candidate]");
}

function all() {
  return [...section.querySelectorAll("[data-candidate]")];
}

/** Those that are to be seen: copies stand under another until they are opened. */
function shown() {
  return all().filter((candidate) => candidate.checkVisibility());
}

/** What a judgement leaves behind for the page that comes after it. */
function remember(candidate) {
  const candidates = all();
  const names = candidates.slice(candidates.indexOf(candidate)).map(({ id }) => id);
  sessionStorage.setItem(MEMORY, JSON.stringify({ page: location.pathname, names }));
}

function comeBackTo() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(MEMORY)) ?? {};
    return location.hash === "#candidates" && kept.page === location.pathname ? kept.names : [];
  } catch {
    return []; // storage may be forbidden
  }
}

/** The one to go on with after a judgement: the judged one, where it is a candidate still, else the one after it. */
function next() {
  const [first] = due.map((name) => document.getElementById(name)).filter(Boolean);
  if (first?.closest(".more-candidates")) unfold();
  return shown().find(({ id }) => due.includes(id));
}

/** After the last one that is to be seen come those that are folded away, where there are any. */
function unfold() {
  const folded = section.querySelector(".more-candidates:not([open])");
  if (folded) folded.open = true;
  return folded !== null;
}

function neighbour(step) {
  const from = current();
  const to = from ?? next();
  const candidates = shown();
  const at = Math.max(candidates.indexOf(to), 0);
  return candidates[from || (to && step < 0) ? at + step : at];
}

function go(step) {
  if (!shown().length) return false;
  const to = neighbour(step) ?? (step > 0 && unfold() ? neighbour(step) : undefined);
  if (!to) return say(step > 0 ? "This is the last candidate here." : "This is the first candidate.");
  if (!isInView(to)) readableAt = performance.now() + READING_TIME;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "center", behavior: "instant" });
}

function isInView(candidate) {
  const { top, bottom } = candidate.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** Judges the candidate that holds the focus, and no other, once it may have been read. */
function judge(deed) {
  const button = current()?.querySelector(`[data-does="${deed}"]`);
  if (!button) return false;
  if (performance.now() >= readableAt) button.click();
}

on("candidates.next", () => go(1));
on("candidates.previous", () => go(-1));
on("candidates.accept", () => judge("accept"));
on("candidates.edit", () => judge("edit"));
on("candidates.reject", () => judge("reject"));

// A judgement on its way is the only one: what a second press would hit has not been read.
section.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener("pageshow", () => (sent = false));
section.addEventListener("click", ({ target }) => {
  if (target.closest("[data-does], [name=copies]")) remember(target.closest("[data-candidate]"));
});

/** Back from a judgement, what it did is said where the person looks, and the focus is there: not on a candidate,
    which a second press would judge unread. The browser, following the address, takes the focus away until it is done,
    and goes to where the part stood before what is above it had its height. */
function receive(messages) {
  const heading = section.querySelector("h2");
  heading.tabIndex = -1;
  heading.after(messages);
  const hold = () => {
    if (document.activeElement === document.body) heading.focus({ preventScroll: true });
    if (document.activeElement === heading && !isInView(heading)) heading.scrollIntoView({ behavior: "instant" });
  };
  hold();
  if (document.readyState !== "complete") addEventListener("load", () => requestAnimationFrame(hold), { once: true });
}

const messages = document.querySelector(".messages");
if (location.hash === "#candidates" && messages.childElementCount) receive(messages);
