/* The place in the text: kept in the address as one scrolls, pointed at in the outline, and gone to from there. */
import { said, write } from "./address.js";
import { onReturn } from "./panel.js";
import { on } from "./shortcuts.js";

const RESTING = 250; // an address is written when the scrolling rests
const EDGE = 16; // pixels: the block that begins so near under the upper edge, or above it, is the place
const LINE = 0.25; // of the window: what stands above it has been read

const wide = matchMedia("(min-width: 80rem)");

/** The last block of `article` that begins above the line of reading; blocks stand in order, so halving finds it. */
function blockAt(blocks, top) {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (blocks[middle].getBoundingClientRect().top <= top) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}

function pointAt(outline, start) {
  const links = [...outline.querySelectorAll("a[data-at]")];
  const current = links.findLast((link) => Number(link.dataset.at) <= start) ?? links[0];
  if (current?.getAttribute("aria-current")) return;
  outline.querySelector("[aria-current]")?.removeAttribute("aria-current");
  current?.setAttribute("aria-current", "true");
  keepInView(current?.closest("ol"), current);
}

function keepInView(list, link) {
  if (!list || list.scrollHeight <= list.clientHeight) return;
  list.scrollTop = link.offsetTop - list.clientHeight / 2;
}

/** What scrolls `article`: its own column where two stand side by side, else the page. */
function columnOf(article) {
  const column = article.closest(".side-here, .side-there");
  return getComputedStyle(column).overflowY === "auto" ? column : null;
}

/** Where a block stands that one has gone to: under the padding of the page, or the upper edge of the column. */
function topOf(article, block) {
  const column = columnOf(article);
  const padding = parseFloat(getComputedStyle(column ?? document.documentElement).scrollPaddingTop) || 0;
  return (column?.getBoundingClientRect().top ?? 0) + padding + parseFloat(getComputedStyle(block).scrollMarginTop);
}

/** The height above which blocks have been read: a part of the window, or all of it where the page ends. */
function lineOfReading() {
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - EDGE;
  return isAtEnd && scrollY > 0 ? innerHeight : innerHeight * LINE;
}

function follow(article, outline) {
  const blocks = [...article.querySelectorAll("[data-start]")];
  if (!blocks.length) return;
  const name = `${article.dataset.side}at`;
  let timer;
  const rest = () => {
    const block = blockAt(blocks, topOf(article, blocks[0]) + EDGE);
    if (article.checkVisibility()) write({ [name]: block === blocks[0] ? null : block.dataset.start });
    if (outline) look();
  };
  const look = () => pointAt(outline, Number(blockAt(blocks, lineOfReading()).dataset.start));
  document.addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(rest, RESTING);
  }, { capture: true, passive: true });
  if (outline) look();
}

/** Goes where the address says that `article` is read; in a newer text blocks may begin elsewhere. */
function arrive(article) {
  const start = said(`${article.dataset.side}at`);
  if (start === null) return;
  const blocks = [...article.querySelectorAll("[data-start]")];
  const block = blocks.findLast((each) => Number(each.dataset.start) <= Number(start));
  block?.scrollIntoView({ block: "start", behavior: "instant" });
}

/** Once the page stands: until then the browser goes to the fragment of the address, or to where one was. */
function arriveAtLast(articles) {
  const act = () => requestAnimationFrame(() => articles.filter((each) => !isAnew() || columnOf(each)).forEach(arrive));
  if (document.readyState === "complete") act();
  else addEventListener("load", act);
}

/** Whether the browser puts the page back to where one was: after a reload and on the way back. */
export function isAnew() {
  return ["reload", "back_forward"].includes(performance.getEntriesByType("navigation")[0]?.type);
}

function goToOutline() {
  const outline = document.querySelector(".outline");
  if (!outline) return false;
  outline.querySelector("details").open = true;
  (outline.querySelector("[aria-current]") ?? outline.querySelector("a")).focus();
  return true;
}

/** A place chosen in the outline takes the focus with it, so that reading goes on there: once the browser has followed
    the link, which takes the focus away. */
function go(event) {
  const link = event.target.closest("a[data-at]");
  if (!link) return;
  if (!wide.matches) link.closest("details").open = false;
  const hold = () => document.getElementById("article").focus({ preventScroll: true });
  requestAnimationFrame(() => setTimeout(hold));
}

/** It stands open where it has a column of its own; where it would lie over the text, it is folded. */
function unfoldWhereWide(outline) {
  const details = outline.querySelector("details");
  const fit = () => (details.open = wide.matches && !document.querySelector(".has-beside"));
  fit();
  wide.addEventListener("change", fit);
}

export function tieOutline(articles) {
  const outline = document.querySelector(".outline");
  if (outline) unfoldWhereWide(outline);
  outline?.addEventListener("click", go);
  for (const article of articles) follow(article, article.dataset.side ? null : outline);
  arriveAtLast(articles);
  onReturn(() => articles.filter(columnOf).forEach(arrive));
  on("reader.outline", goToOutline);
}
