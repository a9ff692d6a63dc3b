/* Marking words from the keyboard alone: a caret that is a whole word or sentence, which Shift stretches.

   Browsers give no caret in text that cannot be edited, unless one switches caret browsing on. The words marked reach
   from the anchor, a word, to the edge, a position that moves; the caret is the word at the edge. */
import { isBefore, textOf, toRange } from "./article-text.js";
import { nearestOnOtherLine } from "./lines.js";
import { textIn } from "./live-text.js";
import { sentenceAt } from "./sentences.js";
import { wholeWords, wordAfter, wordBefore } from "./words.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
const LINES = { ArrowDown: 1, ArrowUp: -1 };

export class MarkingMode {
  on = false;

  /** Begins at the word at or after `position` of the text of `article`. */
  begin(article, position) {
    Object.assign(this, { article, on: true });
    const word = wordAfter(this.blocks, position) ?? wordBefore(this.blocks, position);
    if (word) this.goTo(word);
    else this.mark({ from: position, to: position });
  }

  /** Begins with the words from `from` to `to` marked. */
  take(article, from, to) {
    Object.assign(this, { article, on: true });
    this.mark({ from, to });
  }

  get blocks() {
    return textIn(this.article).blocks;
  }

  get sentences() {
    return textIn(this.article).sentences;
  }

  end() {
    this.on = false;
  }

  goTo({ from, to }) {
    Object.assign(this, { anchor: { from, to }, edge: to });
  }

  mark({ from, to }) {
    Object.assign(this, { anchor: this.firstWord(from, to), edge: to });
  }

  get isForward() {
    return !isBefore(this.edge, this.anchor.to);
  }

  /** {from, to} of the words marked; an edge between two paragraphs belongs to neither. */
  get marked() {
    const { anchor, edge } = this;
    const words = this.isForward ? [anchor.from, edge] : [edge, anchor.to];
    return wholeWords(this.blocks, ...words) ?? { from: words[0], to: words[1] };
  }

  get caret() {
    const word = this.isForward ? wordBefore(this.blocks, this.edge) : wordAfter(this.blocks, this.edge);
    return word ?? this.anchor;
  }

  caretRange() {
    return toRange(this.blocks, this.caret.from, this.caret.to);
  }

  /** Goes by word or line, or to an end of the paragraph. */
  go(key) {
    const word = this.target(key);
    if (word) this.goTo(word);
  }

  target(key) {
    if (key in STEPS) return this.neighbour(STEPS[key] * this.readingDirection());
    if (key in LINES) return nearestOnOtherLine(this.blocks, this.caret, LINES[key]);
    const { block } = this.caret.from;
    if (key === "Home") return wordAfter(this.blocks, { block, index: 0 });
    return wordBefore(this.blocks, this.endOf(block));
  }

  neighbour(step) {
    return step > 0 ? wordAfter(this.blocks, this.caret.to) : wordBefore(this.blocks, this.caret.from);
  }

  /** -1 where text runs from right to left: there the left arrow leads on. */
  readingDirection() {
    const { element } = this.blocks[this.caret.from.block];
    return getComputedStyle(element).direction === "rtl" ? -1 : 1;
  }

  endOf(block) {
    return { block, index: this.blocks[block].text.length };
  }

  /** Stretches or shrinks by the same; the punctuation at the edge is let go before the word. */
  stretch(key) {
    const { block } = this.caret.from;
    if (key === "Home") return this.reach({ block, index: 0 }, { block, index: 0 });
    if (key === "End") return this.reach(this.endOf(block), this.endOf(block));
    const { from, to } = this.caret;
    const step = (STEPS[key] ?? 0) * this.readingDirection();
    if (step < 0 && this.isForward && isBefore(to, this.edge)) return (this.edge = to);
    if (step > 0 && !this.isForward && isBefore(this.edge, from)) return (this.edge = from);
    const word = this.target(key);
    if (word) this.reach(word.from, word.to);
  }

  /** Moves the edge so that what is marked ends with what stands from `from` to `to`. */
  reach(from, to) {
    if (isBefore(from, this.anchor.from)) this.edge = from;
    else this.edge = isBefore(this.anchor.to, to) ? to : this.anchor.to;
  }

  /** Marks the sentence at the caret or, where it is marked already, the next (`step` 1) or the one before (-1). */
  goBySentence(step) {
    const { sentences, marked } = this;
    const number = sentenceAt(sentences, this.caret.from);
    const isMarked = !isBefore(sentences[number].from, marked.from) && !isBefore(marked.to, sentences[number].to);
    this.mark(sentences[number + (isMarked ? step : 0)] ?? sentences[number]);
  }

  /** Stretches to the end of a sentence (`step` 1) or to the start of one (-1), or shrinks so. */
  stretchBySentence(step) {
    if (step > 0) this.stretchOn();
    else this.stretchBack();
  }

  stretchOn() {
    const { from, to } = this.marked;
    const start = this.sentences.find((each) => isBefore(this.edge, each.from))?.from;
    if (!this.isForward && start && isBefore(start, this.anchor.from)) return (this.edge = start);
    this.anchor = this.firstWord(from, to);
    this.edge = this.sentences.find((each) => isBefore(to, each.to))?.to ?? to;
  }

  stretchBack() {
    const { from, to } = this.marked;
    const end = this.sentences.findLast((each) => isBefore(each.to, this.edge))?.to;
    if (this.isForward && end && isBefore(this.anchor.to, end)) return (this.edge = end);
    this.anchor = this.lastWord(from, to);
    this.edge = this.sentences.findLast((each) => isBefore(each.from, from))?.from ?? from;
  }

  firstWord(from, to) {
    const word = wordAfter(this.blocks, from);
    return { from, to: word && !isBefore(to, word.to) ? word.to : to };
  }

  lastWord(from, to) {
    const word = wordBefore(this.blocks, to);
    return { from: word && !isBefore(word.from, from) ? word.from : from, to };
  }

  textOf({ from, to }) {
    return textOf(this.blocks, from, to);
  }

  /** What came to the words marked `before`, or went from them, as one listens to it; nothing where nothing did. */
  difference(before) {
    const { marked } = this;
    if (isSame(before.from, marked.from) && isSame(before.to, marked.to)) return "";
    const edges = isSame(before.from, marked.from) ? [before.to, marked.to] : [marked.from, before.from];
    const isMore = isBefore(...edges);
    const words = this.textOf(isMore ? { from: edges[0], to: edges[1] } : { from: edges[1], to: edges[0] });
    return `${isMore ? "Marked" : "No longer marked"}: ${words.trim()}`;
  }
}

function isSame(one, other) {
  return !isBefore(one, other) && !isBefore(other, one);
}
