/* Words selected with the mouse or with a finger are marked: the whole words of what the browser shows as selected. */
import { toPosition, toRange } from "./article-text.js";
import { arePressed } from "./choices.js";
import { mark, marked } from "./draft.js";
import { textIn } from "./live-text.js";
import { backToForm, endMode, forget, letGo } from "./marking.js";
import { hasForm } from "./panel.js";
import { sentenceAt } from "./sentences.js";
import { wholeWords } from "./words.js";

/** The words that the browser shows as selected in one of `articles`; undefined where none are. */
function selectedIn(articles) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return undefined;
  const ends = [selection.anchorNode, selection.focusNode];
  const article = ends.flatMap((end) => articles.filter((each) => each.contains(end)))[0];
  if (!article) return undefined;
  const { blocks } = textIn(article);
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const [from, to] = [toPosition(blocks, startContainer, startOffset), toPosition(blocks, endContainer, endOffset)];
  const words = wholeWords(blocks, from, to);
  return words && { article, words };
}

function followSelection(articles) {
  const selected = selectedIn(articles);
  if (!selected) return deselect();
  endMode();
  mark(selected.article, selected.words);
  marked().isSelected = true;
}

/** What was only selected goes with the selection. */
function deselect() {
  if (!marked()?.isSelected || arePressed()) return;
  forget();
  backToForm();
}

/** With Shift a press stretches what is marked; the third press of a series takes the sentence, as claims are made of. */
function onPress(event, article) {
  if (event.button !== 0 || event.target.closest("a")) return;
  const draft = marked();
  if (event.shiftKey && draft?.article === article && getSelection().isCollapsed) select(draft.range);
  if (event.shiftKey || event.detail < 3 || getSelection().isCollapsed) return;
  event.preventDefault(); // the browser would take the paragraph
  article.focus({ preventScroll: true });
  takeSentence(textIn(article), getSelection().getRangeAt(0));
}

function takeSentence({ blocks, sentences }, { startContainer, startOffset }) {
  const { from, to } = sentences[sentenceAt(sentences, toPosition(blocks, startContainer, startOffset))];
  select(toRange(blocks, from, to));
}

function select({ startContainer, startOffset, endContainer, endOffset }) {
  getSelection().setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** A plain click lets words go that the browser does not show as selected, as it does with those. */
function onClick(event) {
  const isPlain = event.detail === 1 && !event.shiftKey && getSelection().isCollapsed;
  if (isPlain && !marked()?.isSelected && !hasForm() && !event.target.closest("a")) letGo();
}

/** Copies words that are marked from the keyboard, as the browser copies those that are selected. */
function onCopy(event) {
  const draft = marked();
  if (!draft || !getSelection().isCollapsed || event.target.closest?.("input, textarea")) return;
  event.clipboardData.setData("text/plain", draft.quote);
  event.preventDefault();
}

export function tieSelecting(articles) {
  if (!getSelection().isCollapsed) followSelection(articles); // before this was there to hear of it
  document.addEventListener("selectionchange", () => followSelection(articles));
  document.addEventListener("copy", onCopy);
  for (const article of articles) {
    article.addEventListener("mousedown", (event) => onPress(event, article));
    article.addEventListener("click", onClick);
  }
}
