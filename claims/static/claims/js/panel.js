/* What is open beside the text: a claim, the marks of a paragraph, a suggestion, or a form about marked words.

   What is open has a name ("claim-12"; of the second article "b-claim-12"), which the address carries. */
import { said, wentBy, write } from "./address.js";
import { isAllowed } from "./draft-store.js";
import { dropKeys, giveKeys, keepKeys } from "./keys-ahead.js";
import { CONTROLS } from "./shortcuts.js";
import { say } from "./status.js";
import { bring, isUnwanted } from "./waiting.js";

const box = document.getElementById("panel");
const WANTED = [
  "[aria-invalid=true]:not(:disabled)",
  "[autofocus], [data-takes-focus]",
  ".notice[data-kind=refusal][role=alert]",
  "form :is(input:not([type=hidden]), textarea, select)",
];
const listeners = [];
const returners = [];
let name = box.dataset.panelName;
let opener = null;
let typed = false;
let returning = false;

export function isOpen() {
  return box.childElementCount > 0;
}

/** Whether a form about words is open, or on its way. */
export function hasForm() {
  return box.querySelector("form[action*='/claim/'], form[action*='/evidence/'], [data-opens-form]") !== null;
}

function isFormAwaited() {
  return box.querySelector(":scope > .waiting[data-opens-form]") !== null;
}

/** The name of what is open; empty where nothing is. */
export function panelName() {
  return box.dataset.panelName;
}

/** The claim that is open: {number, label}; null when none is. */
export function claimInPanel() {
  const card = box.querySelector("[data-claim]");
  return card && { number: card.dataset.claim, label: card.dataset.label };
}

/** Calls `listener` with the name of what is open whenever that changes; with null once it is closed. */
export function onPanel(listener) {
  listeners.push(listener);
}

/** Calls `listener` when the way back, or forth, was gone and what the address says is open. */
export function onReturn(listener) {
  returners.push(listener);
}

/** What is typed here is kept as a draft; only where the browser keeps nothing is it lost with the form. */
export function mayLose() {
  return !typed || isAllowed() || confirm("Close the form? What you typed is not saved.");
}

function addressOf(wanted) {
  const side = wanted.startsWith("b-") ? "b-" : "";
  const { panelUrl, version } = document.getElementById(`${side}article`).dataset;
  return `${panelUrl.replace(/x\/$/, `${wanted.slice(side.length)}/`)}?${new URLSearchParams({ version, side })}`;
}

/** What stands over `wanted` until it has come. */
function headingOf(wanted) {
  const [, kind, number] = wanted.match(/^(?:b-)?(claim|marks|suggested)-(\d+)/) ?? [];
  return { claim: `C-${number}`, marks: "Marks in this paragraph", suggested: "Suggested here" }[kind] ?? "The panel";
}

/** Opens `wanted`; `hash` is the place in the text that belongs to it, `from` takes the focus when it is closed. */
export async function open(wanted, { hash, from = document.activeElement } = {}) {
  if (!mayLose() || !(await bring(box, addressOf(wanted), headingOf(wanted)))) return;
  opener = from;
  become(wanted);
  write({ panel: wanted, words: null, claim: null }, { push: true, hash });
}

/** Opens the form at `address` under the name `wanted`, and shows its `heading` at once; whether it came. `rest` is
    what the address of the page says besides. */
export async function openForm(wanted, address, heading, rest) {
  dropKeys();
  if (!(await bring(box, address, heading, { opensForm: "" }))) return false;
  opener = null;
  become(wanted);
  write({ panel: wanted, ...rest }, { push: true });
  return true;
}

function become(wanted) {
  name = wanted;
  box.dataset.panelName = wanted ?? "";
  for (const listener of listeners) listener(wanted);
}

export function close() {
  if (!mayLose()) return;
  const wasForm = hasForm();
  empty();
  write({ panel: null, claim: null });
  say(wasForm ? "Closed without saving." : "Closed.");
}

function empty() {
  box.replaceChildren();
  typed = false;
  const back = opener?.isConnected ? opener : document.querySelector(`[data-reader] a[data-panel="${name}"]`);
  become(null);
  (back ?? document.getElementById("article")).focus({ preventScroll: true });
  opener = null;
}

/** What arrives takes the focus: where it was refused, else where it asks for it, else at its start. What refuses the
    whole takes it itself, so that the next letters change no field that was right. */
function receive() {
  typed = false;
  const found = WANTED.map((selector) => box.querySelector(selector)).find(Boolean);
  if (found?.matches(".notice")) found.tabIndex = -1;
  for (const scroller of [box, box.closest(".panel")]) scroller.scrollTop = 0;
  found?.focus({ preventScroll: true });
  // Not left to the focus: htmx may have given it back already, and then nothing is scrolled to.
  if (found && !found.matches("h2")) bringIntoSight(found);
}

/** What was refused comes to the middle, with the words that say why; else no more is moved than must be. */
function bringIntoSight(found) {
  const why = found.matches("[aria-invalid=true], [name=acknowledge]") && found.closest(".notice, .field");
  (why || found).scrollIntoView({ block: why ? "center" : "nearest", behavior: "instant" });
}

/** The way back, and forth: what the address says is open becomes so, unless something typed would be lost. */
async function follow() {
  const wanted = said("panel");
  const far = wentBy();
  if (returning) return (returning = false);
  if ((wanted ?? "") !== (name ?? "")) {
    if (!mayLose()) {
      returning = far !== 0;
      return returning && history.go(-far);
    }
    if (/new-(claim|evidence)$/.test(wanted)) return location.reload(); // the server finds the words anew
    await put(wanted);
  }
  for (const listener of returners) listener();
}

async function put(wanted) {
  if (!wanted) return empty();
  if (await bring(box, addressOf(wanted), headingOf(wanted))) become(wanted);
}

box.addEventListener("click", (event) => {
  if (!event.target.closest("[data-close-panel]")) return;
  event.preventDefault();
  close();
});
box.addEventListener("input", () => (typed = true));
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (ctx.target !== box) return;
  if (isUnwanted(ctx)) return event.preventDefault();
  if (ctx.response?.status !== 404) return;
  event.preventDefault(); // a page of the whole window is no panel
  say("It is not there any more.");
});
document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (detail.ctx.target !== box) return;
  receive();
  if (hasForm()) giveKeys();
});
keepKeys((focused) => isFormAwaited() && !focused.matches(CONTROLS));
// A form that comes when the page does may have come before this was there to receive it.
if (hasForm() && document.activeElement === document.body) receive();
addEventListener("popstate", follow);
// Every entry of this document is the reader's own, so htmx need not fetch the page anew.
document.addEventListener("htmx:before:history:restore", (event) => event.preventDefault());
