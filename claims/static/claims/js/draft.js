/* The words that are marked and of which nothing is made yet: painted, said in the address, with the choices beside
   them. There is one draft on a page, in whichever article it stands. */
import { write } from "./address.js";
import { fromOffset, isBefore, quoted, textOf, toRange } from "./article-text.js";
import * as choices from "./choices.js";
import { textIn } from "./live-text.js";
import { hasForm } from "./panel.js";

const RESTING = 300; // a browser refuses an address that changes with every letter

const listeners = [];
const watched = new WeakSet();
let draft = null;
let timer;

/** {article, quote, start, end, from, to, range} of the marked words; null when none are. */
export function marked() {
  return draft;
}

/** Calls `listener` with the draft, or null, whenever it changes. */
export function onDraft(listener) {
  listeners.push(listener);
}

/** Marks the words between two positions in the text of `article`. */
export function mark(article, { from, to }) {
  const { blocks } = textIn(article);
  const { quote, start, end } = quoted(blocks, from, to);
  draft = { article, quote, start, end, from, to };
  watch(article);
  paint(blocks);
  tell();
  choices.show(draft);
}

export function unmark() {
  const was = draft;
  draft = null;
  CSS.highlights?.delete("draft");
  choices.hide();
  if (was) tell();
}

/** What an address says of the words from `start` to `end`: offsets mean nothing without the version they are of. */
export function nameOf({ article, start, end }) {
  return `${start}-${end}v${article.dataset.version}`;
}

/** Marks what an address says is marked; where it speaks of another version, what the server found of that in this
    one. False where there are no such words. */
export function markAgain(article, words) {
  const [, start, end, version] = words?.match(/^(\d+)-(\d+)(?:v(\d+))?$/) ?? [];
  const isOfThis = start && (version ?? article.dataset.version) === article.dataset.version;
  const places = isOfThis ? [start, end] : article.dataset.words?.split("-");
  const place = words && places && placeOf(textIn(article).blocks, ...places.map(Number));
  if (place) mark(article, place);
  return Boolean(place);
}

/** The positions of two code-point offsets; null where the text has no such words. */
function placeOf(blocks, start, end) {
  if (!(start >= 0 && end > start)) return null;
  const [from, to] = [fromOffset(blocks, start), fromOffset(blocks, end)];
  const said = isBefore(from, to) && quoted(blocks, from, to);
  return said && said.start === start && said.end === end ? { from, to } : null;
}

function paint(blocks) {
  draft.range = toRange(blocks, draft.from, draft.to);
  CSS.highlights?.set("draft", new Highlight(draft.range));
}

/** Text that was put on the page anew takes its ranges with it; the words are found again by their offsets. */
function watch(article) {
  if (watched.has(article)) return;
  watched.add(article);
  textIn(article).onChange(() => draft?.article === article && repaint(textIn(article).blocks));
}

function repaint(blocks) {
  const place = placeOf(blocks, draft.start, draft.end);
  if (!place || textOf(blocks, place.from, place.to) !== draft.quote) return unmark();
  Object.assign(draft, place);
  paint(blocks);
  choices.follow();
}

function tell() {
  for (const listener of listeners) listener(draft);
  clearTimeout(timer);
  timer = setTimeout(sayWhere, RESTING);
}

/** A form that is open says in the address of which words it is. */
function sayWhere() {
  if (hasForm()) return;
  const said = { words: null, "b-words": null };
  if (draft) said[`${draft.article.dataset.side}words`] = nameOf(draft);
  write(said);
}
