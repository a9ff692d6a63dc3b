/* Glyphs of suggested words: their words are pointed at, and their label can be put away with Escape. */
function onGlyphs(types, act) {
  for (const type of types) {
    document.addEventListener(type, (event) => {
      const glyph = event.target.closest?.("a[data-suggested]");
      if (glyph) act(glyph, event);
    });
  }
}

function point(glyph, isNear) {
  const article = glyph.closest("[data-reader]") ?? document.getElementById("article");
  for (const words of article.querySelectorAll(`.suggested[data-suggested="${glyph.dataset.suggested}"]`)) {
    words.classList.toggle("is-near", isNear);
  }
}

export function tieSuggested() {
  onGlyphs(["mouseover", "focusin"], (glyph) => point(glyph, true));
  onGlyphs(["mouseout", "focusout"], (glyph) => {
    point(glyph, false);
    glyph.removeAttribute("data-quiet");
  });
  onGlyphs(["keydown"], (glyph, event) => {
    if (event.key === "Escape") glyph.setAttribute("data-quiet", "");
  });
}
