/* Where no answer comes, or a page of its own that says why not, the page stands as it was and says so: at the form
   that was sent, else in the part that was to come. The next answer takes the words away again. */
const UNANSWERED = "The server did not answer. Try again";
const REFUSED = "The server refused this. Load the page again";
const ANSWERS = [409, 422]; // refusals that are parts of the page, and shown as such

/** Whether the page itself took the request of `ctx` back, for a later one. */
export function wasReplaced(ctx) {
  return ctx.status.startsWith("error: AbortError");
}

/** Whether the request of `ctx` got no answer that belongs in the page. */
export function hasFailed(ctx) {
  if (wasReplaced(ctx)) return false;
  return ctx.status.startsWith("error") || ctx.response?.status >= 500 || isTurnedAway(ctx);
}

/** Whether a whole page says that there is nothing here for this person; the configuration keeps it out of the part. */
function isTurnedAway({ response, hx }) {
  return response?.status >= 400 && response.status < 500 && !ANSWERS.includes(response.status) && !hx?.redirect;
}

/** What that page says: its heading and its first sentences. */
function saidBy(text) {
  const page = new DOMParser().parseFromString(text ?? "", "text/html");
  const said = [...page.querySelectorAll("main h1, main .columns p")].map((part) => part.textContent.trim());
  return said.filter(Boolean).slice(0, 2).join(": ") || `${REFUSED}.`;
}

function wordsFor(ctx) {
  if (isTurnedAway(ctx)) return saidBy(ctx.text);
  return `${UNANSWERED}${isSent(ctx) ? ": what it has saved already, it does not save twice" : ""}.`;
}

/** Whether something was to be saved: a question may be a POST as well, but is asked by no form and no button. */
function isSent({ sourceElement, request }) {
  return request.method !== "GET" && sourceElement.matches("form, button");
}

/** Where the eyes are: over the buttons of the form that was sent, else at the start of what was asked for. */
function placeOf({ sourceElement, target }) {
  const actions = sourceElement.matches("form") && sourceElement.querySelector(".form-actions");
  return actions || target || sourceElement;
}

function noticesOf({ sourceElement, target }) {
  return [sourceElement, target].flatMap((part) => [...(part?.querySelectorAll("[data-unanswered]") ?? [])]);
}

function closer(notice) {
  const button = Object.assign(document.createElement("button"), { className: "button small quiet", type: "button" });
  button.textContent = "Close";
  button.addEventListener("click", () => close(notice));
  return button;
}

/** The focus goes on to what stands by the notice, or to what was read beside it. */
function close(notice) {
  const place = notice.parentElement;
  notice.remove();
  const next = place.querySelector("button:enabled, a[href], input:enabled") ?? document.querySelector("[data-reader]");
  (next ?? document.getElementById("main")).focus({ preventScroll: true });
}

function complain(ctx) {
  const notice = Object.assign(document.createElement("div"), { className: "notice" });
  Object.assign(notice.dataset, { kind: "refusal", unanswered: "" });
  notice.setAttribute("role", "alert");
  notice.textContent = wordsFor(ctx);
  notice.append(" ", closer(notice));
  placeOf(ctx).prepend(notice);
  notice.scrollIntoView({ block: "nearest", behavior: "instant" });
}

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  for (const notice of noticesOf(ctx)) notice.remove();
  if (hasFailed(ctx) && placeOf(ctx).isConnected) complain(ctx);
});
