/* On the page that adds evidence to a claim: a sentence that was taken stands in the field, which takes the focus. */
let isTaking = false;

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-takes-words]")) isTaking = true;
});
document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (detail.ctx.target?.id !== "words-part" || !isTaking) return;
  isTaking = false;
  const field = document.querySelector("#words-part [name=quote]");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true })); // kept as a draft, as if it had been typed
});
