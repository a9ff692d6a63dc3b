/* The sheet of all shortcuts: what works on this page comes first. It also switches those of single keys off. */
import { isBound, on } from "./shortcuts.js";

const sheet = document.getElementById("shortcuts");
const toggle = document.getElementById("shortcuts-on");
// Several people may share a browser; each has their own choice.
const MEMORY = `keys-off:${sheet.dataset.person}`;

function open() {
  arrange();
  sheet.showModal();
}

/** Groups that work here go first, with what works of them; then what works on every page; the others stand below. */
function arrange() {
  const groups = [...sheet.querySelectorAll("[data-scope]")];
  for (const group of groups) show(group, rowsOf(group));
  const places = ["here", "everywhere", "elsewhere"];
  groups.sort((one, other) => places.indexOf(placeOf(one)) - places.indexOf(placeOf(other)));
  groups[0].parentElement.append(...groups);
}

function placeOf(group) {
  if (group.classList.contains("is-elsewhere")) return "elsewhere";
  return group.dataset.scope === "everywhere" ? "everywhere" : "here";
}

function show(group, rows) {
  const bound = rows.filter((row) => isBound(row.dataset.shortcut));
  group.classList.toggle("is-elsewhere", !bound.length);
  for (const row of rows) row.hidden = bound.length > 0 && !bound.includes(row);
}

function rowsOf(group) {
  return [...group.querySelectorAll("[data-shortcut]")];
}

function isOff() {
  try {
    return localStorage.getItem(MEMORY) !== null;
  } catch {
    return false; // storage may be forbidden
  }
}

function remember() {
  try {
    if (toggle.checked) localStorage.removeItem(MEMORY);
    else localStorage.setItem(MEMORY, "1");
  } catch {
    // Then it holds for this page alone.
  }
}

function apply(off) {
  toggle.checked = !off;
  document.documentElement.dataset.keys = off ? "off" : "on";
}

toggle.addEventListener("change", () => {
  remember();
  apply(!toggle.checked);
});
sheet.addEventListener("click", (event) => {
  if (event.target === sheet) sheet.close(); // beside it
});
addEventListener("storage", (event) => {
  if (event.key === MEMORY) apply(isOff());
});
for (const button of document.querySelectorAll("[data-shows-shortcuts]")) {
  button.hidden = false;
  button.addEventListener("click", open);
}
on("everywhere.shortcuts", open);
apply(isOff());
