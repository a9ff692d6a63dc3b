/* The queue: what was not read is not decided, and the focus goes with the suggestion. */
import { isAllowed } from "./draft-store.js";
import { showKind, showQuestion, wasSeen, watch } from "./queue-sight.js";
import { on } from "./shortcuts.js";
import { say } from "./status.js";

// A key pressed twice in haste meets the next suggestion within this time, and is not meant for it.
const READING_TIME = 350;

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
  if (!event.target.closest?.("#queue [data-decides]") || (wasSeen() && !isTooEarly())) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!wasSeen()) bringIntoSight();
}

function bringIntoSight() {
  shownAt = performance.now();
  showQuestion(stage());
}

/** What arrives takes the focus: its form where it has one, else its heading, which says what is to be judged. */
function receive() {
  typed = false;
  shownAt = performance.now();
  look();
  const wanted = ["[aria-invalid=true]", "[name=acknowledge]", ".suggestion-form [autofocus]", "form.suggestion-form :is(input:not([type=hidden]), textarea, select)", "#suggestion-title"];
  const target = wanted.map((selector) => stage().querySelector(selector)).find(Boolean);
  target?.focus({ preventScroll: true });
  if (target?.id === "suggestion-title") {
    showQuestion(stage());
    say(summary());
  } else {
    target?.scrollIntoView({ block: "center" });
  }
}

function look() {
  showKind(stage());
  watch(stage());
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
  if (concernsStage(event)) busy = false;
});
document.addEventListener("htmx:after:swap", (event) => {
  if (concernsStage(event)) receive();
});

look();
if (stage().querySelector(".suggestion-form")) receive();
