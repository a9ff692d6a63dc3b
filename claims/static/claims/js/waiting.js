/* What is asked for and has not come yet: a line that says so, which the answer replaces. */
import { say } from "./status.js";

const UNSEEN = 120; // an answer within this time comes without the line's having been seen

/** A line that says that `heading` is on its way; it can be closed, and shows itself unless that comes at once. */
function lineOf(heading) {
  const line = Object.assign(document.createElement("div"), { className: "waiting", hidden: true });
  const title = Object.assign(document.createElement("p"), { className: "waiting-head", textContent: heading });
  const close = Object.assign(document.createElement("button"), { className: "button small quiet", type: "button" });
  close.textContent = "Close";
  close.dataset.closePanel = "";
  line.append(title, Object.assign(document.createElement("p"), { className: "meta", textContent: "Loading…" }), close);
  return line;
}

/** Puts what is at `address` into `box`, and shows there meanwhile that `heading` is on its way; whether it came.

    With the line taken away before that, what comes is not wanted any more. `marks` are data of the line. */
export async function bring(box, address, heading, marks = {}) {
  const line = lineOf(heading);
  const from = document.activeElement;
  Object.assign(line.dataset, marks);
  box.querySelector(":scope > .waiting")?.remove(); // what was asked for last is what is wanted
  box.append(line);
  setTimeout(() => show(box, line, heading), UNSEEN);
  const came = await comesFor(line, () => htmx.ajax("GET", address, { source: line, target: box, swap: "innerHTML" }));
  const hadFocus = line.contains(document.activeElement);
  line.remove();
  box.removeAttribute("aria-busy");
  if (hadFocus) from.focus({ preventScroll: true });
  return came;
}

/** Whether what `ask` asks for took the place of `line`. */
async function comesFor(line, ask) {
  let [mine, came] = [null, false];
  const begin = ({ detail }) => (mine = detail.ctx.sourceElement === line ? detail.ctx : mine);
  const end = ({ detail }) => (came ||= detail.ctx === mine && !line.isConnected);
  document.addEventListener("htmx:before:swap", begin);
  document.addEventListener("htmx:after:swap", end);
  await ask();
  document.removeEventListener("htmx:before:swap", begin);
  document.removeEventListener("htmx:after:swap", end);
  return came;
}

function show(box, line, heading) {
  if (!line.isConnected) return;
  const hadFocus = box.contains(document.activeElement); // on what now steps aside
  line.hidden = false;
  if (hadFocus) line.querySelector("button").focus({ preventScroll: true });
  box.setAttribute("aria-busy", "true");
  say(`${heading}: loading…`);
}

/** Whether what `ctx` brings is for a line that was taken away meanwhile. */
export function isUnwanted({ sourceElement }) {
  return sourceElement.matches(".waiting") && !sourceElement.isConnected;
}
