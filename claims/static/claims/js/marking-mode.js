/* Marking words from the keyboard alone: a caret that is a whole word, which Shift stretches.

   Browsers give no caret in text that cannot be edited, unless one switches caret browsing on. */
import { quoted, toRange, wordsOf } from "./article-text.js";
import { say } from "./status.js";

const SAME_LINE = 4;
const LINE_REACH = 120;
const MARGIN = 60;

/** Scrolls to words, not to their paragraph: one may be longer than the screen. */
function bringIntoView(range) {
  const { top, bottom } = range.getBoundingClientRect();
  const below = bottom - (innerHeight - MARGIN);
  if (top < MARGIN) scrollBy({ top: top - MARGIN, behavior: "instant" });
  else if (below > 0) scrollBy({ top: below, behavior: "instant" });
}

export class MarkingMode {
  /** `onChange` is told {from, to} of the words marked, or null when the mode ends. */
  constructor(article, onChange) {
    this.article = article;
    this.onChange = onChange;
    this.on = false;
  }

  start(blocks) {
    this.blocks = blocks;
    this.words = wordsOf(blocks);
    if (!this.words.length) return;
    this.on = true;
    this.caret = this.anchor = this.firstInView();
    this.article.focus({ preventScroll: true });
    this.show();
    say("Marking mode. Arrow keys move by word, Shift and arrow keys mark, Escape ends.");
  }

  stop() {
    if (!this.on) return;
    this.on = false;
    CSS.highlights?.delete("caret");
    this.onChange(null);
  }

  /** Moves for an arrow key, Home or End; returns whether the key was one of them. */
  move(key, extend) {
    const target = this.targetOf(key);
    if (target === null) return false;
    this.caret = Math.max(0, Math.min(this.words.length - 1, target));
    if (!extend) this.anchor = this.caret;
    this.show();
    const { from, to } = this.marked();
    say(extend ? quoted(this.blocks, from, to).quote : this.words[this.caret].word);
    return true;
  }

  targetOf(key) {
    if (key === "ArrowRight") return this.caret + 1;
    if (key === "ArrowLeft") return this.caret - 1;
    if (key === "ArrowDown") return this.otherLine(1);
    if (key === "ArrowUp") return this.otherLine(-1);
    if (key === "Home") return this.words.findIndex((word) => word.from.block === this.block());
    if (key === "End") return this.words.findLastIndex((word) => word.from.block === this.block());
    return null;
  }

  block() {
    return this.words[this.caret].from.block;
  }

  rangeOf(index) {
    const { from, to } = this.words[index];
    return toRange(this.blocks, from, to);
  }

  boxOf(index) {
    return this.rangeOf(index).getBoundingClientRect();
  }

  firstInView() {
    const index = this.words.findIndex((_, each) => this.boxOf(each).top >= 0);
    return Math.max(0, index);
  }

  /** The word nearest above or below the caret, by where it stands on the screen. */
  otherLine(direction) {
    const here = this.boxOf(this.caret);
    let best = this.caret + direction;
    let line = null;
    let distance = Infinity;
    for (let step = 1; step < LINE_REACH; step += 1) {
      const index = this.caret + step * direction;
      if (!this.words[index]) break;
      const box = this.boxOf(index);
      if (Math.abs(box.top - here.top) < SAME_LINE) continue;
      line ??= box.top;
      if (Math.abs(box.top - line) > SAME_LINE) break;
      if (Math.abs(box.left - here.left) < distance) [best, distance] = [index, Math.abs(box.left - here.left)];
    }
    return best;
  }

  marked() {
    const [first, last] = [this.anchor, this.caret].sort((one, other) => one - other);
    return { from: this.words[first].from, to: this.words[last].to };
  }

  show() {
    const caret = this.rangeOf(this.caret);
    const highlight = new Highlight(caret);
    highlight.priority = 1; // the caret shows on the words marked
    CSS.highlights?.set("caret", highlight);
    bringIntoView(caret);
    this.onChange(this.marked());
  }
}
