/* Marking words from the keyboard, and keeping them: whatever way they were chosen, they stay marked, where they are,
   until something is made of them or they are let go. */
import { toRange } from "./article-text.js";
import { sideInUse } from "./beside.js";
import * as choices from "./choices.js";
import { mark, marked, unmark } from "./draft.js";
import { bringIntoView, firstInView, isInView } from "./lines.js";
import { textIn } from "./live-text.js";
import { MarkingMode } from "./marking-mode.js";
import { keepPlace } from "./marking-place.js";
import { hasForm } from "./panel.js";
import { on } from "./shortcuts.js";
import { say } from "./status.js";

const MOST_SAID = 240;

const mode = new MarkingMode();
const last = new WeakMap(); // article → the position at which one was last
let held = null; // the words of the form that is open

/** Whether words are being marked, so that a click means no more than that. */
export function isMarking() {
  return mode.on || !getSelection().isCollapsed;
}

/** Keeps the words, without their choices, while a form about them is open. */
export function hold() {
  held = { ...marked(), isSelected: false };
  marked().isSelected = false;
  choices.hide();
  CSS.highlights?.delete("caret");
  getSelection().removeAllRanges();
}

/** Goes on where the form was opened: its words are marked, and the focus is back at them. */
export function goOn() {
  const words = held;
  held = null;
  if (!words || !words.article.isConnected) return;
  mark(words.article, words);
  if (mode.on) mode.take(words.article, words.from, words.to);
  if (mode.on) showCaret();
  words.article.focus({ preventScroll: true });
  bringIntoView(words.article, marked().range);
}

/** Shows the words of the form that is open, where others had been selected meanwhile. */
export function backToForm() {
  if (!held || !hasForm()) return;
  mark(held.article, held);
  choices.hide();
}

/** Lets the marked words go, and what the browser shows as selected with them. False where there are none. */
export function letGo() {
  if (!marked()) return false;
  forget();
  getSelection().removeAllRanges();
  return true;
}

/** Lets the marked words go, whatever else the browser shows as selected: a selection that is still being drawn may
    hold no words for a moment. */
export function forget() {
  last.set(marked().article, marked().from);
  if (mode.on) say("Nothing is marked any more.");
  endMode();
  unmark();
}

/** What is marked no longer follows the keys. */
export function endMode() {
  mode.end();
  CSS.highlights?.delete("caret");
}

/** Begins the keyboard's way of marking: with the words that are marked, else at the last place, else what is in view. */
function begin(article) {
  const { blocks, sentences } = textIn(article);
  if (!sentences.length) return false;
  const draft = marked();
  if (draft?.article === article) mode.take(article, draft.from, draft.to);
  else mode.begin(article, lastInView(article) ?? firstInView(article, blocks, sentences).from);
  held = null;
  getSelection().removeAllRanges();
  return true;
}

function lastInView(article) {
  const place = last.get(article);
  return place && isInView(article, toRange(textIn(article).blocks, place, place)) ? place : undefined;
}

/** Marks what the mode has come to, and shows and says it. */
function show(said) {
  const { article, marked: words } = mode;
  mark(article, words);
  article.focus({ preventScroll: true });
  const caret = showCaret();
  bringIntoView(article, caret);
  last.set(article, mode.caret.from);
  say(said);
}

function showCaret() {
  const caret = mode.caretRange();
  if (CSS.highlights) {
    const highlight = new Highlight(caret);
    highlight.priority = 1; // the caret shows on the words marked
    CSS.highlights.set("caret", highlight);
  }
  return caret;
}

/** As much of the text as one listens to: its beginning and its end. */
function inShort(text) {
  const characters = [...text];
  if (characters.length <= MOST_SAID) return text;
  return `${characters.slice(0, MOST_SAID - 60).join("")} … ${characters.slice(-60).join("")}`;
}

function toggle() {
  if (mode.on) return letGo();
  if (!begin(sideInUse())) return false;
  show("Marking words. Arrow keys go by word, j and k by sentence, with Shift they stretch; Enter opens the choices.");
}

function goBySentence(step) {
  if (!mode.on && !begin(sideInUse())) return false;
  mode.goBySentence(step);
  show(inShort(mode.textOf(mode.marked)));
  bringIntoView(mode.article, marked().range);
}

function go(key) {
  if (!mode.on) return false;
  mode.go(key);
  show(inShort(mode.textOf(mode.caret)));
}

/** Stretches what is marked by `act`, and says what came or went. */
function stretch(act) {
  if (!mode.on && !(marked() && begin(marked().article))) return false;
  const before = mode.marked;
  act();
  show(mode.difference(before));
}

/** Reads a long text before the first key asks for it. */
function whenIdle(act) {
  if (window.requestIdleCallback) requestIdleCallback(act);
}

export function tieMarking(articles) {
  choices.tieChoices(articles);
  keepPlace(articles, (article, position) => last.set(article, position));
  for (const article of articles) whenIdle(() => textIn(article).sentences);
  on("reader.mark", toggle);
  on("reader.next-sentence", () => goBySentence(1));
  on("reader.previous-sentence", () => goBySentence(-1));
  on("marking.go", ({ key }) => go(key));
  on("marking.stretch", ({ key }) => stretch(() => mode.stretch(key)));
  on("marking.more-sentence", () => stretch(() => mode.stretchBySentence(1)));
  on("marking.less-sentence", () => stretch(() => mode.stretchBySentence(-1)));
  on("marking.choose", () => Boolean(marked()) && choices.enter());
}
