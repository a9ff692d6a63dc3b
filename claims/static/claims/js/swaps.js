/* What the replacing of a part of the page must not break. */

/* A text field that someone stretched has a style attribute, which htmx copies to its successor and the content security
   policy then refuses. */
function relax(target) {
  for (const stretched of target?.querySelectorAll("[style]") ?? []) stretched.removeAttribute("style");
}

let left = null; // where the focus was in what is being replaced: {id, parent}

/** The focus that went with what was replaced goes to what came, unless somebody else takes it or htmx gives it back. */
function holdFocus() {
  if (!left || document.activeElement !== document.body) return;
  const came = document.getElementById(left.id);
  const heir = came?.offsetHeight ? came : left.parent; // what came may be empty
  heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}

document.addEventListener("htmx:before:swap", ({ detail }) => {
  const { target } = detail.ctx;
  relax(target);
  left = target?.contains(document.activeElement) ? { id: target.id, parent: target.parentElement } : null;
});
document.addEventListener("htmx:after:swap", () => queueMicrotask(holdFocus));
