/* The reader: words marked in an article become a claim or evidence, in a form beside it. There may be two articles. */
import { changed, said, write } from "./address.js";
import { claimBeside, tieBeside } from "./beside.js";
import * as choices from "./choices.js";
import { markAgain, marked, nameOf, onDraft } from "./draft.js";
import { tieExistingMarks } from "./existing-marks.js";
import { tieHoverCard } from "./hover-card.js";
import { bringIntoView } from "./lines.js";
import { goOn, hold, letGo, tieMarking } from "./marking.js";
import { tieMarks } from "./marks.js";
import { tieOutline } from "./outline.js";
import * as panel from "./panel.js";
import { tieSelecting } from "./selecting.js";
import { on } from "./shortcuts.js";
import { tieSuggested } from "./suggested.js";
import { tieSwitches } from "./switches.js";

const articles = [...document.querySelectorAll("[data-reader]")];
const toolbar = document.getElementById("marking-toolbar");
const linker = toolbar.querySelector("[data-links]");

/** More words than a passage may hold open no form; the toolbar says so. */
function judge(draft) {
  if (!draft) return;
  const { longest, mayAnnotate } = draft.article.dataset;
  const isTooLong = draft.end - draft.start > Number(longest);
  document.getElementById("marking-too-long").hidden = !isTooLong;
  for (const button of toolbar.querySelectorAll("[data-opens]")) button.disabled = isTooLong || mayAnnotate !== "true";
  offerClaim();
}

/** Words can be linked at once to the claim that one is looking at: the one that is open, or stands beside. */
function offerClaim() {
  const claim = panel.claimInPanel() ?? claimBeside();
  linker.hidden = !claim;
  linker.dataset.links = claim?.number ?? "";
  linker.querySelector("[data-label]").textContent = claim ? `Link to ${claim.label}` : "";
}

async function openForm(button) {
  if (!panel.mayLose()) return;
  const { article, quote, start, end } = marked();
  const { side, version } = article.dataset;
  const claim = button.dataset.links ?? null;
  const url = new URL(article.dataset[button.dataset.opens], location.href);
  for (const [name, value] of Object.entries({ quote, near: start, end, version, claim })) if (value !== null) url.searchParams.set(name, value);
  hold();
  const name = `${side}new-${button.dataset.opens === "claimUrl" ? "claim" : "evidence"}`;
  const heading = button.dataset.opens === "claimUrl" ? "New claim" : "Evidence for a claim";
  const rest = { [`${side}words`]: nameOf(marked()), claim };
  if (!(await panel.openForm(name, url.pathname + url.search, heading, rest))) goOn();
}

function close() {
  return panel.isOpen() ? panel.close() : letGo();
}

/** Whether the page came because of something done to the words, which is said at its edge. */
function isJustUndone() {
  return document.querySelector("[data-toast]") !== null && document.activeElement === document.body;
}

/** Goes to the words that are marked, and takes their choices there. */
function goToWords() {
  if (!marked() || panel.hasForm()) return;
  if (isJustUndone()) marked().article.focus({ preventScroll: true });
  if (document.querySelector("[data-toast]")) bringIntoView(marked().article, marked().range);
  choices.follow();
}

/** Acts now and once more when the browser has followed the address to a place of its own. */
function nowAndOnceLoaded(act) {
  queueMicrotask(act);
  if (document.readyState !== "complete") addEventListener("load", () => requestAnimationFrame(act), { once: true });
}

/** A selection that is in the address stands there again; its form, if one is open, comes from the server. */
function restore() {
  const restored = articles.some((article) => markAgain(article, said(`${article.dataset.side}words`)));
  if (restored && panel.hasForm()) hold();
  if (restored) nowAndOnceLoaded(goToWords);
  write({ link: null });
}

/** The words that a form is about are in sight beside it, or above it. */
function showWords({ detail: { ctx } }) {
  const draft = marked();
  if (ctx.target?.id === "panel" && panel.hasForm() && draft) bringIntoView(draft.article, draft.range);
}

const DONE = { panel: null, words: null, "b-words": null, claim: null };

/** Who made something of words stays where that was done, with the same beside it: the server knows one article.
    The way back shows no form that was sent. */
function stayHere({ detail: { ctx } }) {
  if (!ctx.hx?.redirect) return;
  write(DONE);
  const url = new URL(ctx.hx.redirect, location.href);
  const article = articles.find((each) => url.pathname === each.dataset.url);
  if (!article || !url.hash.startsWith("#passage-")) return;
  const link = url.searchParams.get("link"); // another address than now, so that the page loads anew
  ctx.hx.redirect = changed({ link, at: null, "b-at": null }, `#${article.dataset.side}${url.hash.slice(1)}`).href;
}

toolbar.addEventListener("click", (event) => {
  const button = event.target.closest("button:enabled");
  if (button && marked()) openForm(button);
});
document.addEventListener("htmx:after:request", stayHere);
document.addEventListener("htmx:after:swap", showWords);
onDraft(judge);
panel.onPanel((name) => name || goOn());
tieBeside();
on("everywhere.close", close);
tieMarking(articles);
tieSelecting(articles);
tieExistingMarks();
tieMarks(articles);
tieSuggested();
tieSwitches(articles, document.getElementById("reader").dataset.person);
tieHoverCard();
tieOutline(articles);
restore();
