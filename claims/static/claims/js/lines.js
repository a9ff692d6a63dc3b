/* Words by where they stand on the screen: in view, above, below. */
import { countBefore, toRange } from "./article-text.js";
import { wordAfter, wordBefore } from "./words.js";

const SAME_LINE = 4;
const LINE_REACH = 120;
const MARGIN = 60;

function boxOf(blocks, { from, to }) {
  return toRange(blocks, from, to).getBoundingClientRect();
}

/** The word nearest above (`step` -1) or below (1) `word`; its neighbour where there is no such line; null at an end. */
export function nearestOnOtherLine(blocks, word, step) {
  const here = boxOf(blocks, word);
  let [best, line, distance] = [null, null, Infinity];
  for (let reach = 0, each = word; reach < LINE_REACH; reach += 1) {
    each = step > 0 ? wordAfter(blocks, each.to) : wordBefore(blocks, each.from);
    if (!each) break;
    best ??= each;
    const { top, left } = boxOf(blocks, each);
    if (Math.abs(top - here.top) < SAME_LINE) continue;
    line ??= top;
    if (Math.abs(top - line) > SAME_LINE) break;
    if (Math.abs(left - here.left) < distance) [best, distance] = [each, Math.abs(left - here.left)];
  }
  return best;
}

/** What scrolls `article`: a column of its own, or the page. */
function scrollerOf(article) {
  for (let element = article.parentElement; element && element !== document.body; element = element.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY);
    if (scrolls && element.scrollHeight > element.clientHeight) return element;
  }
  return document.scrollingElement;
}

/** The part of the window in which `article` is seen: what scrolls it, down to the panel where that lies over it. */
function viewOf(article, scroller) {
  const lowest = Math.min(innerHeight, topOfSheet(article));
  if (scroller === document.scrollingElement) return { top: 0, bottom: lowest };
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(lowest, bottom) };
}

function topOfSheet(article) {
  const panel = document.querySelector("#panel:not(:empty)");
  if (!panel || getComputedStyle(panel).position !== "fixed") return Infinity;
  const [over, text] = [panel.getBoundingClientRect(), article.getBoundingClientRect()];
  const isAtEdge = over.bottom >= innerHeight; // and no words at the upper one
  return isAtEdge && over.left < text.right && over.right > text.left ? over.top : Infinity;
}

export function isInView(article, range) {
  const [view, box] = [viewOf(article, scrollerOf(article)), range.getBoundingClientRect()];
  return box.bottom > view.top && box.top < view.bottom;
}

/** Scrolls to words, not to their paragraph: one may be longer than the screen. */
export function bringIntoView(article, range) {
  const scroller = scrollerOf(article);
  const [view, box] = [viewOf(article, scroller), range.getBoundingClientRect()];
  const above = box.top - (view.top + MARGIN);
  const below = box.bottom - (view.bottom - MARGIN);
  const by = above < 0 ? above : Math.min(above, Math.max(0, below));
  if (by) scroller.scrollBy({ top: by, behavior: "instant" });
}

/** Scrolls so that words begin at the height `top` of the window; where that is out of view, near its upper end. */
export function putAt(article, range, top) {
  const scroller = scrollerOf(article);
  const view = viewOf(article, scroller);
  const isSeen = top >= view.top && top <= view.bottom - MARGIN;
  const goal = isSeen ? top : view.top + (view.bottom - view.top) / 3;
  scroller.scrollBy({ top: range.getBoundingClientRect().top - goal, behavior: "instant" });
}

/** The first of `places`, which stand in text order, that begins in view. */
export function firstInView(article, blocks, places) {
  const { top } = viewOf(article, scrollerOf(article));
  return places[Math.min(countBefore(places, (place) => boxOf(blocks, place).top >= top), places.length - 1)];
}
