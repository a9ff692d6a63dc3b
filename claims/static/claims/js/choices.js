/* The choices for the words that are marked: a toolbar beside them or, on a narrow screen and where words are marked
   with a finger, at the lower edge, where a thumb reaches it and neither other words nor the browser's own menu are in
   its way. */
import { say } from "./status.js";

const GAP = 8;
const PRESS = 500; // what a browser takes from the touch of a button to its click
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const toolbar = document.getElementById("marking-toolbar");
let words = null;
const narrow = matchMedia("(width < 40rem)");
let byTouch = matchMedia("(pointer: coarse)").matches;
let pressed = 0;

/** Shows the choices for the `draft`. */
export function show(draft) {
  words = draft;
  toolbar.hidden = false;
  follow();
}

/** Puts the choices aside; a focus that is among them goes back to the words. */
export function hide() {
  leave();
  toolbar.hidden = true;
}

/** Puts the choices where their words now are. */
export function follow() {
  if (toolbar.hidden) return;
  const atEdge = byTouch || narrow.matches;
  toolbar.dataset.place = atEdge ? "edge" : "words";
  toolbar.style.top = toolbar.style.left = "";
  if (!atEdge) place(words.range.getBoundingClientRect());
}

/** Above the words, or under them where no room is left; always in view. */
function place({ top, bottom, left }) {
  const over = top - toolbar.offsetHeight - GAP;
  const lowest = innerHeight - toolbar.offsetHeight - GAP;
  const best = Math.max(GAP, Math.min(over >= GAP ? over : bottom + GAP, lowest));
  const room = document.documentElement.clientWidth - toolbar.offsetWidth - GAP;
  toolbar.style.top = `${best + scrollY}px`;
  toolbar.style.left = `${Math.max(GAP, Math.min(left, room)) + scrollX}px`;
}

/** Whether a button is being pressed: a browser may drop the selection for that. */
export function arePressed() {
  return performance.now() - pressed < PRESS;
}

function buttons() {
  return [...toolbar.querySelectorAll("button:enabled")].filter((button) => button.checkVisibility());
}

/** Gives the focus to the first choice; where none can be taken it says why. False where none is shown. */
export function enter() {
  if (toolbar.hidden) return false;
  const [first] = buttons();
  if (first) first.focus({ preventScroll: true });
  else say([...toolbar.querySelectorAll(".reason:not([hidden])")].map(({ textContent }) => textContent).join(" "));
  return true;
}

/** Gives the focus back to the words, if it is among the choices. */
function leave() {
  if (toolbar.contains(document.activeElement)) words.article.focus({ preventScroll: true });
}

function onKey(event) {
  const all = buttons();
  const here = all.indexOf(document.activeElement);
  if (event.key === "Escape") leave();
  else if (event.key in STEPS) all.at((here + STEPS[event.key]) % all.length)?.focus();
  else if (event.key === "Home" || event.key === "End") all.at(event.key === "Home" ? 0 : -1)?.focus();
  else return;
  event.preventDefault(); // this key does nothing more
}

/** The choices step aside while a selection is being drawn, and come as the last pointer needs them. */
export function tieChoices(articles) {
  addEventListener("resize", follow); // a phone is turned, a window made smaller
  for (const article of articles) {
    article.addEventListener("pointerdown", ({ pointerType, button }) => {
      byTouch = pointerType === "touch";
      if (pointerType === "mouse" && button === 0) toolbar.classList.add("is-waiting");
    });
  }
  for (const type of ["pointerup", "pointercancel", "dragend"]) {
    addEventListener(type, () => toolbar.classList.remove("is-waiting"));
  }
  toolbar.addEventListener("keydown", onKey);
  toolbar.addEventListener("pointerdown", () => (pressed = performance.now()));
  toolbar.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
  // In two columns the words move while the page does not.
  document.addEventListener("scroll", ({ target }) => target !== document && follow(), { capture: true, passive: true });
}
