/* Before a part of the page is replaced: a text field that someone stretched has a style attribute, which htmx
   copies to its successor and the content security policy then refuses. */
document.addEventListener("htmx:before:swap", ({ detail }) => {
  for (const stretched of detail.ctx.target?.querySelectorAll("[style]") ?? []) stretched.removeAttribute("style");
});
