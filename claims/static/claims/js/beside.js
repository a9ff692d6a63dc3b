/* Two sides: what stands beside the article is opened, changed to and closed. */
import { changed } from "./address.js";
import { on } from "./shortcuts.js";

const reader = document.getElementById("reader");
const there = document.getElementById("side-there");

/** The article that one works in: where the focus is, else the first. */
export function sideInUse() {
  return document.activeElement?.closest?.("[data-reader]") ?? document.querySelector("[data-reader]");
}

/** The claim that stands beside the article: {number, label}; null when none does. */
export function claimBeside() {
  return there?.dataset.claim ? { number: there.dataset.claim, label: there.dataset.label } : null;
}

/** The address with `name` beside the article, at the same place of the text. */
function withBeside(name, hash = "") {
  return changed({ beside: name, panel: null, words: null, claim: null, link: null, "b-at": null }, hash);
}

function showSide(side) {
  reader.dataset.shown = side;
  for (const tab of document.querySelectorAll("[data-shows]")) {
    if (tab.dataset.shows === side) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

/** Whether there is room for one side at a time. */
function isAlone() {
  return there !== null && document.querySelector(".side-tabs").checkVisibility();
}

/** Goes to the other side with the focus; without a second one, to the panel and back. */
function changeSides() {
  const aside = there ?? document.querySelector(".panel");
  const isThere = isAlone() ? reader.dataset.shown === "there" : aside.contains(document.activeElement);
  if (there) showSide(isThere ? "here" : "there");
  const inside = there ? "[data-reader], #side-there" : "#panel h2, a[href], summary";
  const goal = isThere ? document.getElementById("article") : (aside.querySelector(inside) ?? aside);
  goal.focus({ preventScroll: Boolean(there) });
}

function closeBeside() {
  if (!there) return false;
  location.assign(changed({ beside: null, "b-at": null, panel: null, words: null, claim: null }, ""));
  return true;
}

function isPlain(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

function onClick(event) {
  if (!isPlain(event)) return;
  const link = event.target.closest?.("a[href^='?beside='], [data-close-beside], [data-shows]");
  if (!link) return;
  event.preventDefault();
  if (link.dataset.shows) return showSide(link.dataset.shows);
  if (link.matches("[data-close-beside]")) return closeBeside();
  const url = new URL(link.href);
  location.assign(withBeside(url.searchParams.get("beside"), url.hash));
}

/** In the quick search, Shift+Enter opens a claim or an article beside the one that is read. */
function openFound(event) {
  if (event.key !== "Enter" || !event.shiftKey) return;
  const option = document.querySelector("#palette [role=option][aria-selected=true]");
  if (!option?.dataset.beside) return;
  event.preventDefault();
  location.assign(withBeside(option.dataset.beside));
}

function tieSearch(search) {
  const hint = document.createElement("p");
  hint.className = "palette-beside";
  hint.textContent = "Shift+Enter opens a claim or an article beside this one.";
  search.append(hint);
  search.addEventListener("keydown", openFound, { capture: true });
}

export function tieBeside() {
  document.addEventListener("click", onClick);
  tieSearch(document.getElementById("palette"));
  on("reader.beside", changeSides);
  on("everywhere.close", closeBeside);
  if (!there) return;
  showSide(location.hash.startsWith("#b-") ? "there" : "here");
}
