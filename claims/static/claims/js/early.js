/* What was typed, ticked or chosen before the scripts listened, or brought back by the browser or a draft, is told to
   them once they do; and so are the keys that were pressed. */
import { isUntouched, tell } from "./draft-fields.js";
import * as shortcuts from "./shortcuts.js";
import { isAnswered } from "./typeahead.js";

const FIELDS = "form[method=post] :is(select, textarea, input:not([type=hidden], [type=file], [type=search]))";

/** Of several radios the one that is chosen speaks for all. */
function isSaid(field) {
  return !isUntouched([field]) && (field.type !== "radio" || field.checked);
}

function catchUp() {
  const said = [...document.querySelectorAll(FIELDS)].filter(isSaid);
  const asked = [...document.querySelectorAll("[data-typeahead]")].filter((box) => !isAnswered(box));
  for (const field of [...said, ...asked]) if (field.isConnected) tell([field]);
}

// By then every module has run. htmx takes hold in a timer that it set before, so that one set now comes after it.
addEventListener("DOMContentLoaded", () => setTimeout(() => shortcuts.catchUp(window.takeFirstKeys())));
addEventListener("load", () => setTimeout(catchUp));
