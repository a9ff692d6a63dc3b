/* Marks in the text and what stands for them beside it: pointed at by the mouse, the focus, the address, and opened. */
import { said } from "./address.js";
import { marked } from "./draft.js";
import { bringIntoView, isInView } from "./lines.js";
import { isAnew } from "./outline.js";
import { claimInPanel, hasForm, onPanel, open, panelName } from "./panel.js";

const PATIENCE = 220; // whether a click begins a double click, which marks a word

/** Whether the panel lies over the lower part of the text, so that words have to stand high to be seen. */
const isCovered = () => document.querySelector(".has-beside") || matchMedia("(max-width: 56.25rem)").matches;

function marksOf(article, passage) {
  return article.querySelectorAll(`.passage[data-passages~="${CSS.escape(passage)}"]`);
}

/** Everything that stands for a passage: its marks in whichever text, and its lines and cards. */
function standingFor(passages) {
  const each = (passage) => {
    const marked = `.passage[data-passages~="${CSS.escape(passage)}"]`;
    return [...document.querySelectorAll(`${marked}, :is(.link-row, .link-card, li)[data-passage="${CSS.escape(passage)}"]`)];
  };
  return passages.flatMap(each);
}

function passagesUnder(target) {
  const mark = target.closest?.(".passage");
  if (mark) return mark.dataset.passages.split(" ");
  const card = target.closest?.("[data-passage]");
  return card ? [card.dataset.passage] : [];
}

function pointOnHover() {
  const toggle = (isNear) => (event) => {
    for (const element of standingFor(passagesUnder(event.target))) element.classList.toggle("is-near", isNear);
  };
  for (const type of ["mouseover", "focusin"]) document.addEventListener(type, toggle(true));
  for (const type of ["mouseout", "focusout"]) document.addEventListener(type, toggle(false));
}

/** Brings an element into view where it is not, in its own column. */
function show(element) {
  element?.scrollIntoView({ block: isCovered() ? "start" : "center", behavior: "instant" });
}

/** Marks what the address names as the place one is at, on both sides, and scrolls to it unless `isThere` already. */
function followAddress(isThere = false) {
  for (const old of document.querySelectorAll(".is-current")) old.classList.remove("is-current");
  const [, side, kind, key] = location.hash.match(/^#(b-)?(passage|suggestion)-(\d+)$/) ?? [];
  if (!kind) return;
  const article = document.getElementById(`${side ?? ""}article`);
  const places = kind === "passage" ? becomeCurrent(article, key) : becomeCurrentSuggestion();
  if (!isThere) places.forEach(show);
}

/** Points at a passage on both sides; returns the first place of each. */
function becomeCurrent(article, passage) {
  if (!article) return [];
  for (const element of standingFor([passage])) element.classList.add("is-current");
  const line = document.querySelector(`.side-there li[data-passage="${passage}"]`);
  return [marksOf(article, passage)[0], line, counterpart(article, passage)];
}

/** The words of the other article that are linked to the same claims: pointed at as well; returns the first. */
function counterpart(article, passage) {
  const other = document.getElementById(article.id === "article" ? "b-article" : "article");
  const claims = claimsOf(article, passage);
  const glyphs = [...(other?.querySelectorAll("a.glyph[data-link]") ?? [])];
  const marks = glyphs
    .filter((glyph) => claims.includes(claimOf(glyph)))
    .flatMap((glyph) => [...marksOf(other, glyph.dataset.passage)]);
  for (const mark of marks) mark.classList.add("is-current");
  return marks[0];
}

/** The claims that a passage is linked to; the one that is open alone, if it is among them. */
function claimsOf(article, passage) {
  const claims = [...article.querySelectorAll(`a.glyph[data-passage="${passage}"]`)].map(claimOf);
  const opened = `claim-${claimInPanel()?.number}`;
  return claims.includes(opened) ? [opened] : claims;
}

function claimOf(glyph) {
  return glyph.dataset.panel.replace(/^b-/, "");
}

function becomeCurrentSuggestion() {
  let words = document.getElementById(location.hash.slice(1));
  while (words && !words.matches(".suggested")) words = words.nextElementSibling;
  words?.classList.add("is-current");
  return [words];
}

function isModified(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
}

/** Links that name a panel open it in place; with a key held down they are the links that they are. */
function openLinks() {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-panel]");
    if (!link || isModified(event)) return;
    event.preventDefault();
    const { hash } = new URL(link.href);
    await open(link.dataset.panel, { hash: hash || undefined, from: link });
    followAddress();
  });
}

/** The link that a click on words means: of the smallest mark under it, else of the words suggested. */
function linkUnder(target) {
  const article = target.closest("[data-reader]");
  const mark = target.closest("a") ? null : target.closest(".passage:not([data-quiet])");
  if (mark) return article.querySelector(`a.glyph[data-link="${mark.dataset.link}"]`);
  const words = target.closest("a, .passage, .hides-suggestions") ? null : target.closest(".suggested");
  return words && article.querySelector(`a[data-suggested="${words.dataset.suggested}"]`);
}

function isMarking() {
  return !getSelection().isCollapsed || CSS.highlights?.has("caret");
}

/** A click on marked words opens what they mean, unless it begins a selection: then they are being marked. */
function openWords(article) {
  let waiting;
  article.addEventListener("click", (event) => {
    clearTimeout(waiting);
    const link = linkUnder(event.target);
    if (!link || event.detail !== 1) return;
    if (event.ctrlKey || event.metaKey) return window.open(link.href, "_blank", "noopener");
    if (isModified(event)) return;
    waiting = setTimeout(() => isMarking() || hasForm() || link.click(), PATIENCE);
  });
}

/** The number of the claim that is open, or that is chosen in the form; undefined where there is none. */
function claimOpen(name) {
  const chosen = document.querySelector("#panel [name=claim]:checked");
  return chosen?.value ?? name?.match(/claim-(\d+)$/)?.[1];
}

/** The marks of what is open stand out: those of a claim on both sides, else the suggested words. */
function tellOpen(name) {
  for (const old of document.querySelectorAll("[data-reader] .is-open")) old.classList.remove("is-open");
  const claim = claimOpen(name);
  if (!claim && !name) return;
  const opens = claim ? `[data-panel$="claim-${CSS.escape(claim)}"]` : `[data-panel="${CSS.escape(name)}"]`;
  for (const glyph of document.querySelectorAll(`[data-reader] a.glyph${opens}`)) {
    const article = glyph.closest("[data-reader]");
    const { passage, suggested } = glyph.dataset;
    const marks = passage ? marksOf(article, passage) : article.querySelectorAll(`.suggested[data-suggested="${suggested}"]`);
    for (const mark of marks) mark.classList.add("is-open");
  }
}

/** Words of the claim come into sight on the side that one is not working in, unless some are. */
function showOtherSide(articles) {
  for (const article of articles.filter((each) => each !== marked()?.article && each.checkVisibility())) {
    const marks = [...article.querySelectorAll(".is-open")];
    if (!marks.length || marks.some((mark) => isInView(article, mark))) continue;
    bringIntoView(article, marks[0]);
  }
}

/** Tells what is open whenever that changes: by what is opened, and by the claim that is chosen in a form. */
function followPanel(articles) {
  const tell = (name) => {
    tellOpen(name);
    if (articles.length > 1) showOtherSide(articles);
  };
  const again = () => tell(panelName());
  onPanel(tell);
  document.addEventListener("change", ({ target }) => target.matches("#panel [name=claim]") && again());
  document.addEventListener("htmx:after:swap", ({ detail }) => detail.ctx.target?.closest?.("#panel") && again());
  tellOpen(panelName());
}

/** Whether the address, or the browser after a reload, says better than the fragment where the text stands. */
function isPlaced() {
  const side = location.hash.startsWith("#b-") ? "b-" : "";
  return said(`${side}at`) !== null || isAnew();
}

export function tieMarks(articles) {
  pointOnHover();
  openLinks();
  for (const article of articles) openWords(article);
  followPanel(articles);
  addEventListener("hashchange", () => followAddress());
  followAddress(isPlaced());
}
