/* Keys pressed before what they are meant for has come: kept, and given to it in their order once it is there. None of
   them sends a form, for nobody means to send what they have not seen. */
const WRITABLE = "textarea, input:is([type=text], [type=search], [type=url])";

const awaited = [];
let kept = [];

/** Keeps keys from now on while `isAwaited`, called with what has the focus, holds. */
export function keepKeys(isAwaited) {
  awaited.push(isAwaited);
}

/** Gives what was kept to what has the focus now, until something else is awaited. */
export function giveKeys() {
  while (kept.length && !isKeeping()) press(kept.shift());
}

export function dropKeys() {
  kept = [];
}

function isKeeping() {
  return awaited.some((isAwaited) => isAwaited(document.activeElement));
}

/** Whoever listens to keys hears of it as if it were pressed now; what nobody takes is written where it can be. */
function press({ key, code, shiftKey }) {
  const target = document.activeElement;
  const event = new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true });
  if (!target.dispatchEvent(event) || key === "Enter" || !target.matches(WRITABLE)) return;
  target.setRangeText(key, target.selectionStart, target.selectionEnd, "end");
  target.dispatchEvent(new Event("input", { bubbles: true }));
}

function isKept({ key, ctrlKey, metaKey, altKey }) {
  return ([...key].length === 1 || key === "Enter") && !ctrlKey && !metaKey && !altKey;
}

// Before anybody else.
document.addEventListener(
  "keydown",
  (event) => {
    if (!event.isTrusted || event.isComposing || !event.key) return;
    if (!isKeeping() || event.key === "Escape") return dropKeys();
    if (!isKept(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) kept.push(event);
  },
  { capture: true },
);
