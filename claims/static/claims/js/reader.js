/* The reader: words marked in the article become a claim or evidence, in a form beside it. */
import { quoted, readBlocks, toPosition, toRange, wholeWords } from "./article-text.js";
import { MarkingMode } from "./marking-mode.js";
import { tieMarksToCards } from "./marks.js";
import { say } from "./status.js";
import { point, tieSuggested } from "./suggested.js";

const GAP = 8;
const FIELDS = "input, textarea, select, [contenteditable]";

const article = document.querySelector("[data-reader]");
const toolbar = document.getElementById("marking-toolbar");
const panel = document.getElementById("panel");
const mode = new MarkingMode(article, (marked) => (marked ? mark(marked, mode.blocks) : unmark()));

let draft = null;
let typed = false;

function mark({ from, to }, blocks) {
  const range = toRange(blocks, from, to);
  draft = { ...quoted(blocks, from, to), range };
  judgeLength(draft);
  CSS.highlights?.set("draft", new Highlight(range));
  place(range.getBoundingClientRect());
}

/** More words than a passage may hold open no form; the toolbar says so. */
function judgeLength({ near, end }) {
  const tooLong = end - near > Number(article.dataset.longest);
  document.getElementById("marking-too-long").hidden = !tooLong;
  for (const button of toolbar.querySelectorAll("[data-opens]")) {
    button.disabled = tooLong || article.dataset.mayAnnotate !== "true";
  }
}

function unmark() {
  draft = null;
  CSS.highlights?.delete("draft");
  toolbar.hidden = true;
}

/** Puts the toolbar under the words, or above them where a pointer is fine or no room is left; always in view. */
function place(box) {
  toolbar.hidden = false;
  const over = box.top - toolbar.offsetHeight - GAP;
  const under = box.bottom + GAP;
  const lowest = innerHeight - toolbar.offsetHeight - GAP;
  const above = over >= GAP && (matchMedia("(pointer: fine)").matches || under > lowest);
  const top = Math.max(GAP, Math.min(above ? over : under, lowest));
  const room = document.documentElement.clientWidth - toolbar.offsetWidth - GAP;
  toolbar.style.top = `${top + scrollY}px`;
  toolbar.style.left = `${Math.max(GAP, Math.min(box.left, room)) + scrollX}px`;
}

function followSelection() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return formIsOpen() || mode.on ? undefined : unmark();
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article) || !article.contains(selection.anchorNode)) return;
  const blocks = readBlocks(article);
  const words = wholeWords(
    blocks,
    toPosition(blocks, range.startContainer, range.startOffset),
    toPosition(blocks, range.endContainer, range.endOffset),
  );
  if (words) mark(words, blocks);
}

function formIsOpen() {
  return panel.childElementCount > 0;
}

async function openForm(address) {
  const { quote, near, end } = draft;
  toolbar.hidden = true;
  mode.on = false;
  CSS.highlights?.delete("caret");
  point(article, "is-open", null);
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries({ quote, near, end })) url.searchParams.set(name, value);
  await htmx.ajax("GET", url.pathname + url.search, { target: "#panel", swap: "innerHTML" });
  getSelection().removeAllRanges();
}

/** A form that arrives takes the focus: where it was refused, else where it asks for it, else at its start. */
function receive() {
  typed = false;
  if (!formIsOpen()) return unmark();
  const wanted = ["[aria-invalid=true]", "[autofocus]", "form :is(input:not([type=hidden]), textarea, select)"];
  wanted.map((selector) => panel.querySelector(selector)).find(Boolean)?.focus();
}

function mayLose() {
  return !typed || confirm("Close the form? What you typed is not saved.");
}

function closeForm() {
  if (!mayLose()) return;
  const wasForm = panel.querySelector("form") !== null;
  panel.replaceChildren();
  typed = false;
  unmark();
  goBackTo(article.querySelector(".suggested.is-open"));
  say(wasForm ? "Closed without saving." : "Closed.");
}

/** Gives the focus back to what opened the panel: the suggested `words`, else the article. */
function goBackTo(words) {
  const glyph = words && article.querySelector(`a[data-suggested="${words.dataset.suggested}"]`);
  (glyph ?? article).focus({ preventScroll: true });
  point(article, "is-open", null);
}

function onKey(event) {
  if (event.key === "Escape" && formIsOpen()) return closeForm();
  if (event.key === "Escape" && draft) {
    getSelection().removeAllRanges();
    return mode.on ? mode.stop() : unmark();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.(FIELDS)) return;
  if (event.key === "m") return toggleMode(event);
  if (mode.on && mode.move(event.key, event.shiftKey)) event.preventDefault();
}

function toggleMode(event) {
  event.preventDefault();
  if (mode.on) return mode.stop();
  getSelection().removeAllRanges();
  mode.start(readBlocks(article));
}

toolbar.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
toolbar.addEventListener("click", (event) => {
  const button = event.target.closest("button:enabled");
  if (button && draft) openForm(article.dataset[button.dataset.opens]);
});
panel.addEventListener("click", (event) => {
  if (!event.target.closest("[data-close-panel]")) return;
  event.preventDefault();
  closeForm();
});
panel.addEventListener("input", () => (typed = true));
document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (detail.ctx.target === panel) receive();
});
document.addEventListener("selectionchange", followSelection);
document.addEventListener("keydown", onKey);
tieMarksToCards(article);
tieSuggested(article, panel, mayLose);
