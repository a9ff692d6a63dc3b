/* From one mark of a person to the next: the glyphs at their ends are links, which say and open what they stand for. */
import { sideInUse } from "./beside.js";
import { marked } from "./draft.js";
import { bringIntoView, isInView } from "./lines.js";
import { letGo } from "./marking.js";
import { on } from "./shortcuts.js";
import { say } from "./status.js";

function glyphsIn(article) {
  return [...article.querySelectorAll("a.glyph[data-link]")].filter((glyph) => glyph.checkVisibility());
}

/** Where one is among `glyphs`: at one of them, or between two, by the words marked or by what is in view. */
function placeAmong(glyphs, article, draft) {
  const here = glyphs.indexOf(document.activeElement);
  if (here >= 0) return { before: here - 1, after: here + 1 };
  const isPast = (glyph) => (draft ? draft.range.comparePoint(glyph, 0) > 0 : isInView(article, glyph));
  const found = glyphs.findIndex(isPast);
  const after = found < 0 ? glyphs.length : found;
  return { before: after - 1, after };
}

function goTo(step) {
  const article = sideInUse();
  const glyphs = glyphsIn(article);
  const draft = marked();
  const { before, after } = placeAmong(glyphs, article, draft?.article === article ? draft : null);
  const glyph = glyphs[step > 0 ? after : before];
  if (!glyph) return say(step > 0 ? "There is no further mark." : "There is no mark before this.");
  letGo();
  bringIntoView(article, glyph);
  glyph.focus({ preventScroll: true });
}

export function tieExistingMarks() {
  on("reader.next-mark", () => goTo(1));
  on("reader.previous-mark", () => goTo(-1));
}
