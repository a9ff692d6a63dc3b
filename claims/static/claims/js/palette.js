/* The quick search: a box and the list that the server answers with. Enter opens what is chosen. */
import { recentOf, remember } from "./recent.js";
import { on } from "./shortcuts.js";

const PATIENCE = 100;

const dialog = document.getElementById("palette");
const form = dialog.querySelector("form");
const box = form.elements.q;
const list = document.getElementById("palette-list");
const status = dialog.querySelector("[role=status]");
const { person, here } = dialog.dataset;

let asking;
let timer;
let answered = null; // the words to which the list is the answer
let isHasty = false; // Enter was pressed before the answer was there

function open() {
  dialog.showModal();
  box.select();
  ask();
}

function addressOf(words) {
  const sent = words ? { q: words } : { recent: recentOf(person).filter((name) => name !== here).join(".") };
  return `${form.getAttribute("action")}?${new URLSearchParams(sent)}`;
}

async function ask() {
  clearTimeout(timer);
  asking?.abort();
  asking = new AbortController();
  const words = box.value.trim();
  try {
    const answer = await fetch(addressOf(words), { headers: { "HX-Request": "true" }, signal: asking.signal });
    if (answer.redirected) return location.assign(addressOf(words)); // logged out meanwhile
    if (!answer.ok) throw new Error(answer.statusText);
    receive(words, await answer.text());
  } catch (error) {
    if (error.name !== "AbortError") complain();
  }
}

function receive(words, options) {
  answered = words;
  list.innerHTML = options;
  const found = list.querySelectorAll(":not([data-kind=list]) > [role=option]").length;
  status.textContent = !words ? "" : found ? `${found} found` : `Nothing is found for “${words}”.`;
  status.classList.toggle("visually-hidden", !words || found > 0);
  box.setAttribute("aria-expanded", String(optionsOf().length > 0));
  choose(optionsOf()[0]);
  list.scrollTop = 0;
  if (isHasty) go();
}

function complain() {
  isHasty = false;
  status.textContent = "The server did not answer. Try again.";
  status.classList.remove("visually-hidden");
}

function optionsOf() {
  return [...list.querySelectorAll("[role=option]")];
}

function chosen() {
  return list.querySelector("[aria-selected=true]");
}

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) box.setAttribute("aria-activedescendant", option.id);
  else box.removeAttribute("aria-activedescendant");
}

function step(by) {
  const options = optionsOf();
  const at = options.indexOf(chosen());
  choose(options.at((at + by) % options.length));
}

/** Opens what is chosen, once the list is the answer to what stands in the box. */
function go() {
  isHasty = box.value.trim() !== answered;
  if (isHasty) return;
  chosen()?.click();
}

function onKey(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") box.select();
  else if (event.key === "ArrowDown") step(1);
  else if (event.key === "ArrowUp") step(-1);
  else return;
  event.preventDefault();
}

box.addEventListener("input", () => {
  isHasty = false;
  clearTimeout(timer);
  timer = setTimeout(ask, PATIENCE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go();
});
dialog.addEventListener("keydown", onKey);
dialog.addEventListener("click", (event) => {
  const isBeside = event.target === dialog;
  if (isBeside || event.target.closest("[data-closes-palette], [role=option]")) dialog.close();
});
dialog.addEventListener("close", () => asking?.abort());
for (const button of document.querySelectorAll("[data-opens-palette]")) button.addEventListener("click", open);
on("everywhere.search", open);
if (here) remember(person, here);
