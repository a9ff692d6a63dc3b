/* After words were used the page comes anew, and one is where one was: the words at the same height, the focus at them. */
import { fromOffset, toRange } from "./article-text.js";
import { marked } from "./draft.js";
import { putAt } from "./lines.js";
import { textIn } from "./live-text.js";

const MEMORY = "marking-place";

/** Remembers the words of a form that was taken and answers with another address. */
function keep({ detail: { ctx } }) {
  const draft = marked();
  if (!ctx.hx?.redirect || !draft) return;
  const { top } = draft.range.getBoundingClientRect();
  const { article, version } = draft.article.dataset;
  const place = { article, version, start: draft.start, end: draft.end, top };
  sessionStorage.setItem(MEMORY, JSON.stringify(place));
}

/** Goes where one was, now and once more when the browser has followed the address to a place of its own,
    which takes the focus away. */
function goBack(articles, { article: key, version, start, end, top }, remember) {
  const article = articles.find(({ dataset }) => dataset.article === key && dataset.version === version);
  if (!article || !location.hash) return;
  const { blocks } = textIn(article);
  const from = fromOffset(blocks, start);
  const words = toRange(blocks, from, fromOffset(blocks, end));
  const go = () => {
    putAt(article, words, top);
    article.focus({ preventScroll: true });
  };
  remember(article, from);
  queueMicrotask(go); // after what the address says was followed
  if (document.readyState !== "complete") addEventListener("load", () => requestAnimationFrame(go), { once: true });
}

/** Keeps the place in `articles`; `remember` is told the article and the position at which one was. */
export function keepPlace(articles, remember) {
  const kept = sessionStorage.getItem(MEMORY);
  sessionStorage.removeItem(MEMORY);
  if (kept) goBack(articles, JSON.parse(kept), remember);
  document.addEventListener("htmx:after:request", keep);
}
