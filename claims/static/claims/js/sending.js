/* A form is sent once: a second press while the answer is on its way does nothing, unless the person has told the
   browser to stop. And what was sent is not shown again as if it were still to be sent: a page that comes back out of
   the browser's memory is loaded anew. */
const sent = new WeakSet();
let hasSent = false;
let leaving = null; // the form that the browser itself sends

function isGuarded(form) {
  return form.method === "post";
}

function begin(form) {
  sent.add(form);
  form.setAttribute("aria-busy", "true");
}

function end(form) {
  sent.delete(form);
  form.removeAttribute("aria-busy");
}

// Before htmx and everybody else.
document.addEventListener(
  "submit",
  (event) => {
    if (!isGuarded(event.target) || !sent.has(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  { capture: true },
);
// After everybody else, when nobody held it back.
addEventListener("submit", (event) => {
  if (event.defaultPrevented || !isGuarded(event.target)) return;
  hasSent = true;
  leaving = event.target;
  begin(leaving);
});
// Browsers that do not tell of it need the page loaded anew. What the server has saved, it does not save twice.
window.navigation?.addEventListener("navigateerror", () => {
  if (leaving) end(leaving);
  leaving = null;
});
document.addEventListener("htmx:before:request", ({ detail }) => {
  const { sourceElement } = detail.ctx;
  if (sourceElement.matches("form")) begin(sourceElement);
});
document.addEventListener("htmx:finally:request", ({ detail }) => {
  const { sourceElement, hx } = detail.ctx;
  if (!sourceElement.matches("form")) return;
  if (hx?.redirect) hasSent = true; // the page is about to go; nothing more is sent from it
  else end(sourceElement);
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && hasSent) location.reload();
});
