/* Keys of a type-ahead: the box and the radios that htmx brings work as one list.

   Enter picks what is chosen, or the first, once the list is the answer to what stands in the box (data-answers); then
   the focus goes on to what data-then names, with the keys that were pressed meanwhile. An empty box asks for nothing,
   so nothing is picked unless it is chosen. Arrow keys walk through the list. */
import { dropKeys, giveKeys, keepKeys } from "./keys-ahead.js";
import { say } from "./status.js";
import { hasFailed } from "./unanswered.js";

const hasty = new WeakSet(); // boxes in which Enter came before the answer
const refused = new WeakSet(); // boxes in which Enter had nothing to take
const picked = new WeakMap(); // box → what was picked of an older list while the answer was on its way

const NONE = "None is chosen. Type some words, or choose with the arrow keys.";

function listOf(box) {
  return document.querySelector(box.dataset.typeahead);
}

function radiosOf(box) {
  return [...listOf(box).querySelectorAll("input[type=radio]")];
}

function boxOf(radio) {
  return [...document.querySelectorAll("[data-typeahead]")].find((box) => radio.closest(box.dataset.typeahead));
}

/** Whether the list of `box` is the answer to what stands in it. */
export function isAnswered(box) {
  const answer = listOf(box).querySelector("[data-answers]");
  return answer === null || answer.dataset.answers.trim() === box.value.trim();
}

function pick(radio) {
  radio.focus();
  if (!radio.checked) radio.click();
}

function errorOf(box) {
  return box.parentElement.querySelector("[data-typeahead-error]");
}

function newError() {
  const error = Object.assign(document.createElement("ul"), { className: "errorlist" });
  error.dataset.typeaheadError = "";
  return error;
}

/** Says under `box` why nothing is taken; who types on in haste sees that it was not. */
export function refuse(box, sentence) {
  refused.add(box);
  const error = errorOf(box) ?? box.parentElement.insertBefore(newError(), box.nextSibling);
  error.replaceChildren(Object.assign(document.createElement("li"), { textContent: sentence }));
  error.hidden = false;
  box.setAttribute("aria-invalid", "true");
  box.focus();
  say(sentence);
}

function forgive(box) {
  box.removeAttribute("aria-invalid");
  errorOf(box)?.setAttribute("hidden", "");
}

/** After a refusal, digits alone may be the keys of the stances that were typed on in haste. */
function doubtful(digits) {
  return `None is chosen. If you mean claim ${digits}, type C-${digits}, or choose it with the arrow keys.`;
}

/** What is chosen, or the first that answers. */
function meant(box) {
  const radios = radiosOf(box);
  return radios.find(({ checked }) => checked) ?? (box.value.trim() ? radios[0] : undefined);
}

/** Takes what is meant and goes on. */
function take(box) {
  const radio = meant(box);
  if (!radio) return refuse(box, NONE);
  if (!radio.checked && refused.has(box) && /^\d+$/.test(box.value.trim())) return refuse(box, doubtful(box.value.trim()));
  pick(radio);
  goOn(box);
}

/** Takes what is meant, now that it is known; the focus goes on only with who waited for it. */
function takeAtLast(box) {
  forgive(box);
  if (document.activeElement !== box) return meant(box)?.click();
  take(box);
  if (document.activeElement === box) dropKeys();
  else giveKeys();
}

function goOn(box) {
  if (!box.dataset.then) return;
  const next = [...document.querySelectorAll(box.dataset.then)].filter((field) => !field.disabled);
  (next.find(({ checked }) => checked) ?? next[0])?.focus();
}

function inBox(event, box) {
  if (event.key !== "Enter" && event.key !== "ArrowDown") return;
  if (event.ctrlKey || event.metaKey) return;
  event.preventDefault(); // a search is never the form's submission
  if (!isAnswered(box)) return event.key === "Enter" && hasty.add(box);
  if (event.key === "Enter") return take(box);
  const radios = radiosOf(box);
  if (radios[0]) pick(radios.find(({ checked }) => checked) ?? radios[0]);
}

function inList(event, radio, box) {
  if (event.key === "ArrowUp" && radiosOf(box)[0] === radio) {
    event.preventDefault();
    box.focus();
  } else if (event.key === "Enter" && box.dataset.then && !event.ctrlKey) {
    event.preventDefault();
    take(box);
  }
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.target.matches?.("[data-typeahead]")) return inBox(event, event.target);
  const box = event.target.matches?.("input[type=radio]") && boxOf(event.target);
  if (box) inList(event, event.target, box);
});
document.addEventListener("input", ({ target, isTrusted }) => {
  if (!target.matches?.("[data-typeahead]")) return;
  if (isTrusted) hasty.delete(target);
  picked.delete(target);
  forgive(target);
});
document.addEventListener("change", ({ target }) => {
  const box = target.matches?.("input[type=radio]") && boxOf(target);
  if (!box) return;
  refused.delete(box);
  forgive(box);
  if (!isAnswered(box)) picked.set(box, target.value);
});
document.addEventListener("htmx:after:swap", ({ detail }) => {
  const box = [...document.querySelectorAll("[data-typeahead]")].find((each) => listOf(each) === detail.ctx.target);
  if (!box || !isAnswered(box)) return;
  const again = picked.has(box) && radiosOf(box).find(({ value }) => value === picked.get(box));
  if (again) again.checked = true;
  picked.delete(box);
  if (hasty.delete(box)) takeAtLast(box);
});
document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  if (!hasFailed(ctx)) return;
  hasty.delete(ctx.sourceElement);
  dropKeys();
});
keepKeys((focused) => hasty.has(focused) && "then" in focused.dataset);
