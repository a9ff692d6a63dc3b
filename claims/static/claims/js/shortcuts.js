/* Keys, bound by the one table of them that every page carries; buttons and the sheet print the same table.

   An element with data-act="queue.accept" is pressed, or a field focused, when its keys are typed. What is no press is
   registered: on("reader.next-sentence", handler). A handler that returns false did not act, and the key goes on. */
import { say } from "./status.js";

const PATIENCE = 1000;
const FIELDS = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])";
export const CONTROLS = `a[href], button, summary, input, ${FIELDS}`;

const table = JSON.parse(document.getElementById("shortcut-table").textContent);
const handlers = new Map(table.map(({ name }) => [name, []]));
const early = new Map([["everywhere", () => true]]);
let typed = [];
let timer;

/** Calls `handler` with the event when the keys of the shortcut `name` are typed; what was registered last comes first. */
export function on(name, handler) {
  handlers.get(name).unshift(handler);
}

/** Whether something on this page answers to the shortcut `name`, now or once it is shown. */
export function isBound(name) {
  return handlers.get(name).length > 0 || elementsOf(name).length > 0;
}

function elementsOf(name) {
  return [...document.querySelectorAll(`[data-act="${name}"]`)];
}

/** The key of `event` as the table names it: "j", "Shift+J", "Ctrl+K", "?", "ArrowLeft"; nothing for other modifiers. */
function keyOf(event) {
  const key = latinOf(event);
  const isGraph = event.getModifierState("AltGraph"); // it makes characters, and may pose as Ctrl with Alt
  const hasCtrl = !isGraph && (event.ctrlKey || event.metaKey);
  if (event.altKey && !isGraph) return null;
  if (key.length === 1 && key.toLowerCase() === key.toUpperCase()) return hasCtrl ? `Ctrl+${key}` : key;
  const parts = [hasCtrl && "Ctrl", event.shiftKey && "Shift"].filter(Boolean);
  const name = key.length > 1 ? key : parts.length ? key.toUpperCase() : key.toLowerCase();
  return [...parts, name].join("+");
}

/** On a keyboard of another script, the letter that Latin ones have in the same place. */
function latinOf(event) {
  const isForeign = event.key.length === 1 && event.key > "\x7f";
  return (isForeign && event.code.match(/^Key([A-Z])$/)?.[1]) || event.key;
}

function isCharacter(key) {
  return /^(Shift\+)?.$/u.test(key);
}

/** Characters belong to fields; Enter and arrows to whatever control has the focus; all keys to an open dialog. */
function mayAct(key, target) {
  if (document.querySelector("dialog[open]")) return false;
  if (key.startsWith("Ctrl+") || key === "Escape") return true;
  if (isCharacter(key)) return !target.matches?.(FIELDS) && document.documentElement.dataset.keys !== "off";
  return !target.matches?.(CONTROLS);
}

function perform({ name }, event) {
  return handlers.get(name).some((handler) => handler(event) !== false) || press(elementFor(name, event.target));
}

/** The element to press: in the form where the focus is, if it has one; from within other fields, none. */
function elementFor(name, target) {
  const shown = elementsOf(name).filter((element) => element.checkVisibility());
  const form = target.closest?.("form");
  const near = shown.find((element) => form?.contains(element));
  if (near || target.matches?.(FIELDS)) return near;
  return name.startsWith("form.") ? onlyOne(shown, target) : shown[0];
}

/** A form that nothing has the focus of is sent only where there is no doubt which one is meant. */
function onlyOne(shown, target) {
  return target === document.body && shown.length === 1 ? shown[0] : undefined;
}

function press(element) {
  if (element?.disabled) sayWhyNot(element);
  else if (element?.matches(FIELDS)) element.focus();
  else element?.click();
  return Boolean(element);
}

function sayWhyNot(element) {
  const reason = document.getElementById(element.getAttribute("aria-describedby"));
  if (reason) say(reason.textContent);
}

function isBegun(keys) {
  return table.some((shortcut) => isBound(shortcut.name) && shortcut.keys.some((each) => each.startsWith(`${keys} `)));
}

function forget() {
  clearTimeout(timer);
  typed = [];
}

function hear(event, isWanted) {
  if (event.defaultPrevented || event.isComposing || !event.key) return;
  const key = keyOf(event);
  if (["Shift", "Control", "Alt", "AltGraph", "Meta"].includes(event.key)) return; // on the way to another key
  if (!key || !mayAct(key, event.target)) return forget();
  const keys = [...typed, key].join(" ");
  forget();
  const isMeant = (shortcut) => shortcut.keys.includes(keys) && (shortcut.repeats || !event.repeat);
  const meant = table.filter((shortcut) => isMeant(shortcut) && isWanted(shortcut));
  if (meant.some((shortcut) => perform(shortcut, event))) return event.preventDefault();
  if (event.repeat || !isBegun(keys)) return;
  typed = keys.split(" ");
  timer = setTimeout(forget, PATIENCE);
}

/** Lets keys of `scope` that were pressed before anybody listened act where `wasMeant`, called with the event, holds. */
export function allowEarly(scope, wasMeant) {
  early.set(scope, wasMeant);
}

/** Takes keys that were pressed before anybody listened: those that lead elsewhere, and those that a page allows. */
export function catchUp(events) {
  for (const event of events) hear(event, ({ name }) => early.get(name.split(".")[0])?.(event));
}

document.addEventListener("keydown", (event) => hear(event, () => true));
