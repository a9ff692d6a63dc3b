/* The candidates of a claim from the keyboard: one is gone to, then linked, rejected or opened; never two at once. */
import { say } from "./status.js";

const STEPS = { c: 1, j: 1, k: -1 };
const DEEDS = "yxe";
const FIELDS = "input, textarea, select, [contenteditable]";
// What had to be scrolled to has not been read before this time has passed.
const READING_TIME = 350;

const section = document.getElementById("candidates");
const candidates = [...section.querySelectorAll("[data-candidate]")];
let sent = false;
let readableAt = 0;

/** The candidate that holds the focus. */
function current() {
  return document.activeElement.closest("[data-candidate]");
}

function go(step) {
  const at = candidates.indexOf(current());
  const to = candidates[at < 0 ? 0 : at + step];
  if (!to) return say(step > 0 ? "This is the last candidate here." : "This is the first candidate.");
  if (!isInView(to)) readableAt = performance.now() + READING_TIME;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "center", behavior: "instant" });
}

function isInView(candidate) {
  const { top, bottom } = candidate.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.repeat || event.defaultPrevented) return; // held down, or the end of another shortcut
  if (event.target.matches?.(FIELDS) || document.querySelector("dialog[open]")) return;
  const deed = DEEDS.includes(event.key) && current()?.querySelector(`[data-does="${event.key}"]`);
  if (deed) performance.now() < readableAt || deed.click();
  else if (event.key in STEPS && candidates.length) go(STEPS[event.key]);
  else return;
  event.preventDefault();
});

// A judgement on its way is the only one: what a second press would hit has not been read.
section.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener("pageshow", () => (sent = false));

// Back from a judgement, what it did is said where the person looks.
const messages = document.querySelector(".messages");
if (location.hash === "#candidates" && messages.childElementCount) section.querySelector("h2").after(messages);
