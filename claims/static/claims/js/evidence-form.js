/* The form that links marked words to a claim. What is presumed of the link is presumed of one claim: with another
   claim it comes anew, what the person said themselves stays, and nothing is sent in between. */
import { giveKeys, keepKeys } from "./keys-ahead.js";
import { isAnswered, refuse } from "./typeahead.js";
import { wasReplaced } from "./unanswered.js";

const form = () => document.getElementById("evidence-form");
let touched = new Set();
let kept = null;
let held = null; // the claim of a Save that waits for what is presumed of it
let asking = false; // whether that is on its way
let asked = null;

function chosenClaim() {
  return form().querySelector("[name=claim]:checked")?.value;
}

/** Whether what is presumed belongs to the claim that is chosen. */
function isSettled() {
  const box = form().querySelector("[data-typeahead]");
  if (!isAnswered(box)) return false;
  return !chosenClaim() || form().elements.presumed_for?.value === chosenClaim();
}

function fieldsIn(part) {
  return [...part.querySelectorAll("input:not([type=hidden]), select, textarea")];
}

/** What the person said in `part`, and where the focus is, with the place in its words. */
function remember(part) {
  const values = fieldsIn(part).filter(({ name }) => touched.has(name));
  const focused = part.contains(document.activeElement) ? document.activeElement : {};
  const { name, value, type, selectionStart, selectionEnd } = focused;
  const place = Number.isInteger(selectionEnd) ? [selectionStart, selectionEnd] : null;
  return {
    said: values.map((field) => ({ name: field.name, value: field.value, checked: field.checked, type: field.type })),
    focus: name && { name, value: type === "radio" ? value : null, place },
  };
}

function restore(part, { said, focus }) {
  for (const { name, value, checked, type } of said) {
    const field = fieldsIn(part).find((each) => each.name === name && (type !== "radio" || each.value === value));
    if (!field || field.disabled) continue;
    if (type === "radio") field.checked = checked;
    else field.value = value;
  }
  if (focus) focusOn(part, focus);
}

function focusOn(part, { name, value, place }) {
  const all = fieldsIn(part).filter((field) => field.name === name && !field.disabled);
  const field = all.find((each) => each.value === value) ?? all[0];
  field?.focus({ preventScroll: true });
  if (place && touched.has(name)) field?.setSelectionRange(...place);
}

/** What is typed while the part is replaced is for the field that comes in the place of the one in use. */
function release() {
  kept = null;
  giveKeys();
}

/** The presumed independence stands in the form until the person says another. */
function presume() {
  const presumed = form()?.querySelector("[data-presumed]")?.dataset.presumed;
  if (!presumed || touched.has("independence")) return;
  const radio = form().querySelector(`[name=independence][value="${presumed}"]`);
  if (radio) radio.checked = true;
}

function isPart(target) {
  return target?.id === "link-part" && form()?.contains(target);
}

function onChange({ target }) {
  if (!form()?.contains(target) || !target.name) return;
  touched.add(target.name);
  if (target.name === "claim" || target.name === "q") held = null;
}

/** Sends the Save that waited, if the claim is still the one for which it was pressed. */
function sendHeld() {
  if (!held || !isSettled()) return;
  const isMeant = held === chosenClaim();
  held = null;
  if (isMeant) form().requestSubmit();
}

/** Says that the Save that waited did nothing, where what it waits for takes the place of these words. */
function giveUp() {
  held = null;
  const notice = Object.assign(document.createElement("p"), { className: "notice", role: "alert" });
  notice.dataset.kind = "refusal";
  notice.textContent = "Nothing was saved: what belongs to this claim could not be fetched. Save once more.";
  const part = document.getElementById("link-part");
  part.querySelector("[role=alert]")?.remove();
  part.prepend(notice);
}

document.addEventListener("input", onChange);
document.addEventListener("change", onChange);
document.addEventListener("htmx:before:swap", ({ detail }) => {
  const { target } = detail.ctx;
  if (target?.id === "panel") {
    touched = new Set(target.querySelector("#evidence-form") ? touched : []);
    held = null;
  }
  if (isPart(target)) kept = remember(target);
});
document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (!form()) return;
  const part = document.getElementById("link-part");
  if (kept && detail.ctx.target?.id === "link-part") {
    restore(part, kept);
    release();
    part.querySelector("[name=stance]:checked")?.dispatchEvent(new Event("change", { bubbles: true }));
  }
  if (detail.ctx.target?.id === "judgement") presume();
  sendHeld();
});
document.addEventListener("htmx:before:request", ({ detail }) => {
  if (detail.ctx.sourceElement.id === "matches") asking = true;
});
document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  if (kept && isPart(ctx.target)) release();
  if (ctx.sourceElement.id !== "matches" || wasReplaced(ctx)) return;
  asking = false;
  if (form() && held && !isSettled()) giveUp();
});

/** A draft of another claim than those offered: the form comes anew with that claim among them, and is filled in then. */
document.addEventListener("draft:restored", ({ target, detail }) => {
  const [claim] = detail.fields.claim ?? [];
  if (target !== form() || !claim || chosenClaim() === claim || claim === asked) return;
  asked = claim;
  const typed = new FormData(form());
  const words = ["quote", "near", "version"].filter((name) => typed.has(name)).map((name) => [name, typed.get(name)]);
  const query = new URLSearchParams([...words, ["claim", claim]]);
  htmx.ajax("GET", `${form().getAttribute("action")}?${query}`, { target: "#panel", swap: "innerHTML" });
});

// Before htmx and the browser: what is not settled yet is sent once it is.
document.addEventListener(
  "submit",
  (event) => {
    if (event.target !== form() || isSettled()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const box = form().querySelector("[data-typeahead]");
    if (!isAnswered(box)) return refuse(box, "The claims for these words are still looked up. Choose one, then save.");
    if (!chosenClaim()) return refuse(box, "Choose the claim first.");
    held = chosenClaim();
    if (!asking) htmx.trigger("#matches", "change");
  },
  { capture: true },
);
keepKeys(() => Boolean(kept?.focus));
