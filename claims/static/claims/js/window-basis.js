/* The days of a window that somebody types are an analyst's, until that person says that they come from the text. */
const BY_HAND = "analyst";
const presumed = new WeakSet(); // selects in which that was presumed, and not chosen

function daysOf(form) {
  return ["window_start", "window_end"].map((name) => form.elements[name]).filter(Boolean);
}

function follow({ target }) {
  const basis = target.form?.elements.window_basis;
  if (!basis) return;
  if (target === basis) return presumed.delete(basis);
  const days = daysOf(target.form);
  if (!days.includes(target)) return;
  const hasDays = days.some(({ value }) => value);
  if (hasDays && !basis.value) presume(basis, BY_HAND);
  else if (!hasDays && presumed.has(basis)) presume(basis, "");
}

function presume(basis, value) {
  basis.value = value;
  basis.dispatchEvent(new Event("change", { bubbles: true })); // a draft keeps it too
  if (value) presumed.add(basis);
  else presumed.delete(basis);
}

document.addEventListener("input", follow);
document.addEventListener("change", follow);
