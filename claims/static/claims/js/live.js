/* While a page is open and seen, it asks now and then what colleagues did to its claim or article, and who is there.

   It never reloads by itself, and what it shows takes no room: nothing moves under the pointer. Who has not touched
   the page for a while is asked for less, and is then not said to be there. */
import { say } from "./status.js";

const BUSY = 8; // intervals without a touch after which the page asks half as often,
const IDLE = 20; // and after which it asks a quarter as often
const FIRST = 0.1; // of an interval: once the page has come to rest
const PATIENCE = 20_000;
const MINUTE = 60;

const root = document.getElementById("live");
const interval = Number(root.dataset.seconds) * 1000;
const agos = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });

let since = root.dataset.since;
let shown = "";
let said = new Set();
let touchedAt = performance.now();
let typedIn = null;
let failures = 0;
let asking = false;
let timer;

function untouched() {
  return (performance.now() - touchedAt) / interval;
}

function slowness() {
  if (failures || untouched() > IDLE) return 4;
  return untouched() > BUSY ? 2 : 1;
}

/** A little uneven, so that pages that were opened together do not ask together for ever. */
function schedule(intervals) {
  clearTimeout(timer);
  timer = setTimeout(ask, intervals * interval * (0.95 + Math.random() / 10));
}

function doing() {
  if (untouched() > IDLE) return "";
  const form = document.querySelector("#panel form:is([action*='/claim/'], [action*='/evidence/'])");
  return form ? "linking" : root.dataset.doing;
}

async function ask() {
  if (document.hidden || asking) return;
  asking = true;
  try {
    const asked = new URLSearchParams({ since, shown, doing: doing() });
    await receive(await fetch(`${root.dataset.url}?${asked}`, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) }));
  } catch {
    failures += 1; // the network or the server is away for now
  } finally {
    asking = false;
    schedule(slowness());
  }
}

async function receive(answer) {
  failures = answer.ok || answer.type === "opaqueredirect" ? 0 : failures + 1;
  if (answer.type === "opaqueredirect") return showLoggedOut();
  if (answer.status === 200) show(await answer.text());
  tellTimes();
}

function show(html) {
  replace(new DOMParser().parseFromString(html, "text/html").body.firstElementChild);
  shown = root.querySelector("[data-state]").dataset.state;
  sayOnce();
}

function showLoggedOut() {
  if (shown === "logged out") return;
  replace(document.getElementById("live-logged-out").content.cloneNode(true));
  shown = "logged out";
  sayOnce();
}

/** The focus stays on the control that had it, if that is there again. */
function replace(content) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const wanted = focused && `${focused.localName}[class="${focused.className}"]`;
  root.replaceChildren(content);
  if (focused) (root.querySelector(wanted) ?? document.getElementById("main")).focus({ preventScroll: true });
  tellTyped();
}

/** What was said already is not said again while it is shown. */
function sayOnce() {
  const sentences = [...root.querySelectorAll("[data-says]")].map(({ textContent }) => textContent.replace(/\s+/g, " ").trim());
  const fresh = sentences.filter((sentence) => !said.has(sentence));
  said = new Set(sentences);
  if (fresh.length) say(`${fresh.join(". ")}.`);
}

function tellTimes() {
  for (const time of root.querySelectorAll("time")) time.textContent = ago(time.dateTime);
}

function ago(moment) {
  const seconds = (Date.now() - Date.parse(moment)) / 1000;
  if (seconds < MINUTE) return "just now";
  if (seconds < 60 * MINUTE) return agos.format(-Math.floor(seconds / MINUTE), "minute");
  return agos.format(-Math.floor(seconds / MINUTE / 60), "hour");
}

/** What was typed would be in the way of a reload: the notice says whether it is kept, and offers another way. */
function tellTyped() {
  const form = typedIn?.isConnected ? typedIn : null;
  const kept = form?.matches("[data-draft], :has([data-draft])") ? "kept" : "here";
  for (const part of root.querySelectorAll("[data-when-typed]")) {
    part.hidden = !form || !part.dataset.whenTyped.split(" ").includes(kept);
  }
  const reload = root.querySelector("[data-reloads]");
  if (reload) reload.hidden = Boolean(form);
}

function dismiss() {
  const news = root.querySelector(".live-news");
  const had = news.contains(document.activeElement);
  since = root.querySelector("[data-seen]")?.dataset.seen || since;
  news.remove();
  if (had) document.getElementById("main").focus({ preventScroll: true });
}

/** Whoever comes back after a rest is shown at once what happened meanwhile. */
function touch() {
  const rested = untouched() > BUSY;
  touchedAt = performance.now();
  if (rested) ask();
}

for (const kind of ["keydown", "pointerdown", "pointermove", "scroll"]) {
  addEventListener(kind, touch, { capture: true, passive: true });
}
addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[method=post]");
  if (!form || form === typedIn) return;
  typedIn = form;
  tellTyped();
});
root.addEventListener("click", ({ target }) => {
  if (target.closest("[data-dismisses-news]")) dismiss();
  if (target.closest("[data-reloads]")) location.reload();
});
document.addEventListener("visibilitychange", ask);
addEventListener("pageshow", ({ persisted }) => persisted && ask());
schedule(FIRST);
