/* A small card that says which claim a mark belongs to, under the mouse or the focus. It can be put away with Escape
   and be gone into with the mouse; it leaves as soon as words are being selected. */
import { on } from "./shortcuts.js";

const PATIENCE = 350;
const GAP = 6;

let card = null;
let timer;

function build() {
  const made = document.createElement("div");
  made.className = "hover-card";
  made.id = "hover-card";
  made.role = "tooltip";
  made.hidden = true;
  made.addEventListener("mouseenter", () => clearTimeout(timer));
  made.addEventListener("mouseleave", leave);
  document.body.append(made);
  return made;
}

/** Copies out of the list of links what a card says: number, statement, stance and how the claim stands. */
function fill(row) {
  const title = row.querySelector(".row-title").cloneNode(true);
  const said = document.createElement("p");
  said.append(...title.childNodes);
  const badges = document.createElement("p");
  badges.className = "badges";
  badges.append(...[...row.querySelectorAll(".stance, .state, .evidence, .row-doubt")].map((each) => each.cloneNode(true)));
  for (const link of badges.querySelectorAll("a")) link.remove();
  card.replaceChildren(said, badges);
}

function rowOf(element) {
  const { side } = element.closest("[data-reader]").dataset;
  return document.getElementById(`${side}link-${element.dataset.link}`);
}

/** Puts the card under the line that is pointed at, or over it where no room is left. */
function place(element, y) {
  const lines = [...element.getClientRects()];
  const line = lines.find(({ top, bottom }) => top <= y && y <= bottom) ?? lines.at(-1);
  const under = line.bottom + GAP;
  const fits = under + card.offsetHeight < innerHeight;
  card.style.top = `${fits ? under : line.top - card.offsetHeight - GAP}px`;
  const room = document.documentElement.clientWidth - card.offsetWidth - GAP;
  card.style.left = `${Math.max(GAP, Math.min(line.left, room))}px`;
}

/** Shows the card of what is pointed at; false where there is none to show. */
function show(element, y) {
  const row = rowOf(element);
  if (!row || !element.isConnected || !getSelection().isCollapsed) return false;
  card ??= build();
  fill(row);
  card.hidden = false;
  place(element, y);
  return true;
}

function hide() {
  clearTimeout(timer);
  if (!card || card.hidden) return false;
  card.hidden = true;
  return true;
}

function leave() {
  clearTimeout(timer);
  timer = setTimeout(hide, PATIENCE);
}

function target(event) {
  return event.target.closest?.("[data-reader] .passage:not([data-quiet]), [data-reader] a.glyph[data-link]");
}

export function tieHoverCard() {
  if (matchMedia("(hover: hover)").matches) {
    document.addEventListener("mouseover", (event) => {
      const element = target(event);
      if (!element || event.buttons) return;
      clearTimeout(timer);
      timer = setTimeout(() => show(element, event.clientY), PATIENCE);
    });
    document.addEventListener("mouseout", (event) => target(event) && leave());
  }
  document.addEventListener("focusin", (event) => {
    const glyph = event.target.closest?.("a.glyph[data-link]");
    if (!glyph?.matches(":focus-visible")) return hide();
    if (show(glyph, Infinity)) glyph.setAttribute("aria-describedby", "hover-card");
  });
  for (const type of ["mousedown", "scroll"]) document.addEventListener(type, hide, { capture: true, passive: true });
  on("everywhere.close", hide);
}
