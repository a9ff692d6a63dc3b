/* The queue: what was not read is not decided, and the focus goes with the suggestion. */
import { isAllowed } from "./draft-store.js";
import { on } from "./shortcuts.js";
import { say } from "./status.js";

// A key pressed twice in haste meets the next suggestion within this time, and is not meant for it.
const READING_TIME = 350;

const UNANSWERED = "The server did not answer. Try again: what it has saved already, it does not save twice.";

let shownAt = performance.now();
let busy = false;
let typed = false;

function stage() {
  return document.getElementById("queue");
}

function isTooEarly() {
  return busy || performance.now() - shownAt < READING_TIME;
}

/** Keys press buttons, so one guard holds for both; capturing, it comes before whoever would act. */
function guard(event) {
  if (!event.target.closest?.("#queue [data-decides]") || !isTooEarly()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What arrives takes the focus: its form where it has one, else its heading, which says what is to be judged. */
function receive() {
  typed = false;
  shownAt = performance.now();
  const wanted = ["[aria-invalid=true]", "[name=acknowledge]", ".suggestion-form [autofocus]", "form.suggestion-form :is(input:not([type=hidden]), textarea, select)", "#suggestion-title"];
  const target = wanted.map((selector) => stage().querySelector(selector)).find(Boolean);
  target?.focus({ preventScroll: true });
  if (target?.id === "suggestion-title") {
    scrollTo({ top: 0 });
    say(summary());
  } else {
    target?.scrollIntoView({ block: "center" });
  }
}

function summary() {
  const parts = [".queue-last p", ".queue-place p"].map((selector) => stage().querySelector(selector)?.textContent);
  return parts.filter(Boolean).map((part) => part.replace(/\s+/g, " ").trim()).join(" ");
}

/** What was typed is kept as a draft, where this browser keeps any. */
function close() {
  const cancel = stage()?.querySelector("[data-cancels]");
  if (!cancel) return false;
  if (!typed || isAllowed() || confirm("Close the form? What you typed is not saved.")) cancel.click();
}

function hasFailed(ctx) {
  return ctx.status.startsWith("error") || ctx.response?.status >= 500;
}

/** Without an answer the page stands as it was; that it did not go on is said. */
function complain() {
  const notice = stage().querySelector("[data-unanswered]") ?? document.createElement("div");
  notice.className = "notice";
  notice.dataset.kind = "refusal";
  notice.dataset.unanswered = "";
  notice.setAttribute("role", "alert");
  notice.textContent = UNANSWERED;
  stage().prepend(notice);
}

function concernsStage({ detail }) {
  return detail.ctx.target?.id === "queue";
}

document.addEventListener("click", guard, { capture: true });
on("everywhere.close", close);
document.addEventListener("input", (event) => {
  if (event.target.closest?.(".suggestion-form")) typed = true;
});
document.addEventListener("htmx:before:request", (event) => {
  if (concernsStage(event)) busy = true;
});
document.addEventListener("htmx:finally:request", (event) => {
  if (!concernsStage(event)) return;
  busy = false;
  if (hasFailed(event.detail.ctx)) complain();
});
document.addEventListener("htmx:after:swap", (event) => {
  if (concernsStage(event)) receive();
});

if (stage()?.querySelector(".suggestion-form")) receive();
