/* After an @ in a comment, the people whose names begin so are listed; arrows and Enter, or a click, write the name.
   Without this, or when nothing is picked, a name that is typed counts all the same. */
import { say } from "./status.js";

const BEGUN = /(?:^|[^\w@.+-])@([\p{L}\p{N}_.+-]{0,40})$/u;
const PATIENCE = 150;

let list = null;
let field = null;
let asked = 0;
let timer;

/** What was typed after the @ before the caret, or null. */
function begun(textarea) {
  if (textarea.selectionStart !== textarea.selectionEnd) return null;
  return textarea.value.slice(0, textarea.selectionStart).match(BEGUN)?.[1] ?? null;
}

function options() {
  return list ? [...list.children] : [];
}

function close() {
  clearTimeout(timer);
  asked += 1; // an answer still on its way comes too late
  list?.remove();
  field?.removeAttribute("aria-activedescendant");
  field?.removeAttribute("aria-controls");
  list = null;
}

async function ask(textarea, typed) {
  const mine = ++asked;
  const url = new URL(textarea.closest("[data-people]").dataset.people, location.href);
  url.searchParams.set("q", typed);
  const answer = await fetch(url, { headers: { Accept: "application/json" } }).catch(() => null);
  const isThere = answer?.ok && !answer.redirected; // at the end of a session it leads to the login page
  const people = isThere ? (await answer.json()).people : [];
  if (mine === asked) show(textarea, people);
}

function show(textarea, people) {
  const wasOpen = list !== null;
  close();
  if (!people.length || begun(textarea) === null) return;
  field = textarea;
  list = document.createElement("ul");
  Object.assign(list, { className: "mention-list", id: "mention-list" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "People");
  list.append(...people.map(option));
  textarea.after(list);
  textarea.setAttribute("aria-controls", list.id);
  choose(0);
  if (!wasOpen) say(`${people.length === 1 ? "1 person" : `${people.length} people`}; arrow keys choose, Enter writes the name.`);
}

function option({ username, name }, at) {
  const item = document.createElement("li");
  Object.assign(item, { id: `mention-${at}`, textContent: name === username ? `@${username}` : `${name} @${username}` });
  item.setAttribute("role", "option");
  item.dataset.username = username;
  return item;
}

function choose(at) {
  const all = options();
  const chosen = all[(at + all.length) % all.length];
  for (const item of all) item.setAttribute("aria-selected", item === chosen);
  chosen.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", chosen.id);
}

function chosenAt() {
  return options().findIndex((item) => item.getAttribute("aria-selected") === "true");
}

/** Writes the name where it was begun, as typing would, so that the browser can undo it. */
function write(item) {
  const end = field.selectionStart;
  const start = end - begun(field).length;
  field.setRangeText(`${item.dataset.username} `, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  close();
}

const KEYS = {
  ArrowDown: () => choose(chosenAt() + 1),
  ArrowUp: () => choose(chosenAt() - 1),
  Enter: () => write(options()[chosenAt()]),
  Tab: () => write(options()[chosenAt()]),
  Escape: close,
};

// Before anybody else: Escape closes the list alone, not what the field stands in.
document.addEventListener(
  "keydown",
  (event) => {
    if (!list || event.target !== field || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.key in KEYS) || (event.shiftKey && event.key === "Tab")) return;
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  },
  { capture: true },
);
document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("textarea[data-mentions]")) return;
  const typed = begun(target);
  clearTimeout(timer);
  if (typed === null) return close();
  timer = setTimeout(() => ask(target, typed), PATIENCE);
});
document.addEventListener("mousedown", (event) => {
  const item = event.target.closest?.(".mention-list [role=option]");
  if (!item) return close();
  event.preventDefault(); // the field keeps the focus
  write(item);
});
document.addEventListener("focusout", ({ target }) => {
  if (target === field) close();
});
