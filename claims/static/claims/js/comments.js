/* Comments: a link to one opens what folds it away, and a comment just made takes the focus. */
import { say } from "./status.js";
import "./mentions.js";

/** Opens every fold around the place that the address names. */
function unfold() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target?.closest("[data-comments]")) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.scrollIntoView({ block: "center", behavior: "instant" });
}

/** In a fold, the comments stand where its content was; the fold says how many there are. */
function recount(talk) {
  const summary = talk.closest(".comments-fold")?.querySelector("summary");
  if (!summary) return;
  const count = Number(talk.dataset.count);
  summary.textContent = count ? "Comments " : "Comment";
  if (count) summary.append(Object.assign(document.createElement("span"), { className: "count", textContent: count }));
}

/** What a person sent, or was refused, takes the focus, so that it is not lost with the form that was swapped. */
function receive(talk) {
  recount(talk);
  const made = talk.dataset.made && talk.querySelector(`#${talk.dataset.made}`);
  const refused = talk.querySelector("form:has([role=alert]) textarea, [aria-invalid=true]");
  if (made) {
    for (let fold = made.closest("details"); fold && talk.contains(fold); fold = fold.parentElement.closest("details")) fold.open = true;
    made.focus({ preventScroll: true });
    made.scrollIntoView({ block: "nearest" });
    say("Saved.");
  } else {
    refused?.focus();
  }
}

document.addEventListener("htmx:after:swap", ({ detail }) => {
  const talk = detail.ctx.target?.matches(".talk") && detail.ctx.target.querySelector("[data-comments]");
  if (talk) receive(talk);
});

// Once it is sent, a comment is not sent again by a second press; the server would make it once in any case.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.(".comment-form");
  if (!form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  event.preventDefault();
  event.stopPropagation();
  form.requestSubmit();
});

addEventListener("hashchange", unfold);
unfold();
// The toggle of a <details> does not bubble.
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target.matches?.(".reply[open]")) target.querySelector("textarea").focus();
  },
  { capture: true },
);
