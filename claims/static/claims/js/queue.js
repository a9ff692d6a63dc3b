/* The queue: what was not read is not decided, and the focus goes with the suggestion. */
import { isUntouched } from "./draft-fields.js";
import { isAllowed } from "./draft-store.js";
import { giveKeys, keepKeys } from "./keys-ahead.js";
import { showKind, showQuestion, wasSeen, watch } from "./queue-sight.js";
import { allowEarly, CONTROLS, on } from "./shortcuts.js";
import { say } from "./status.js";

// A key pressed twice in haste meets the next suggestion within this time, and is not meant for it.
const READING_TIME = 350;

// What came with the page is read from when it could be seen, not from when its scripts came.
let shownAt = performance.getEntriesByType("paint").at(-1)?.startTime ?? performance.now();
let busy = false;
let isFormAwaited = false;
let typed = false;
let worked = false; // whether that was into the form in sight

function stage() {
  return document.getElementById("queue");
}

function isTooEarly() {
  return busy || (!worked && performance.now() - shownAt < READING_TIME);
}

/** Keys press buttons, so one guard holds for both; capturing, it comes before whoever would act. */
function guard(event) {
  const isStep = busy && event.target.closest?.("#queue :is([rel=next], [rel=prev])");
  const isEarly = event.target.closest?.("#queue [data-decides]") && (!wasSeen(stage()) || isTooEarly());
  if (!isStep && !isEarly) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isEarly && !wasSeen(stage())) bringIntoSight();
}

function bringIntoSight() {
  shownAt = performance.now();
  showQuestion(stage());
}

/** What arrives takes the focus: its form where it has one, else its heading, which says what is to be judged. */
function receive() {
  typed = worked = false;
  look();
  const wanted = ["[aria-invalid=true]", "[name=acknowledge]", ".suggestion-form [autofocus]", "form.suggestion-form :is(input:not([type=hidden]), textarea, select)", "#suggestion-title"];
  const target = chosenOf(wanted.map((selector) => stage().querySelector(selector)).find(Boolean));
  target?.focus({ preventScroll: true });
  if (target?.id === "suggestion-title") {
    showQuestion(stage());
    say(summary());
  } else {
    target?.scrollIntoView({ block: "center" });
  }
}

/** Of several radios the one that is chosen: from another, an arrow or the space bar would choose anew. */
function chosenOf(field) {
  return (field?.type === "radio" && field.form.querySelector(`[name="${field.name}"]:checked`)) || field;
}

/** Whether somebody works in the form already, which came with the page. */
function isInUse() {
  const focused = document.activeElement;
  return focused.matches(".suggestion-form :is(input, textarea, select)") && (!focused.autofocus || !isUntouched([focused]));
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
document.addEventListener("input", ({ target, isTrusted }) => {
  if (!target.closest?.(".suggestion-form")) return;
  typed = true;
  worked ||= isTrusted;
});
document.addEventListener("htmx:before:request", (event) => {
  if (!concernsStage(event)) return;
  busy = true;
  isFormAwaited = event.detail.ctx.sourceElement.matches("a[data-decides]");
});
document.addEventListener("htmx:finally:request", (event) => {
  if (concernsStage(event)) busy = isFormAwaited = false;
});
document.addEventListener("htmx:after:swap", (event) => {
  if (!concernsStage(event)) return;
  shownAt = performance.now();
  receive();
  if (isFormAwaited) giveKeys();
});
// What came with the page may have been read and judged before its scripts came.
allowEarly("queue", ({ timeStamp }) => wasSeen(stage()) && timeStamp - shownAt >= READING_TIME);
keepKeys((focused) => isFormAwaited && !focused.matches(CONTROLS));

look();
if (isInUse()) typed = worked = true;
else if (stage().querySelector(".suggestion-form")) receive();
