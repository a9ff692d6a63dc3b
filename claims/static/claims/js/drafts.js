/* What a person types in a form, or a field, with data-draft="key" outlives a reload, a crash and the end of a session:
   it is kept in this browser until the server says that it has it (the cookie "draft-saved"). */
import { groupsOf, isUntouched, nameOf, reset, setTo, valueOf, wordsOf } from "./draft-fields.js";
import { answer, forgetAll, isAllowed, load, remove, save, setAside, tidy, unanswered } from "./draft-store.js";
import { say } from "./status.js";

const PATIENCE = 250;
const allowed = isAllowed();
const known = new WeakSet();
const waiting = new Map(); // key → its holder, until it is written
let timer;
let isRestoring = false;

function holderOf(field) {
  return field.closest?.("[data-draft]");
}

function versionOf(holder) {
  return holder.dataset.version ?? "";
}

function note({ target }) {
  const holder = holderOf(target);
  if (!holder || isRestoring || !allowed) return;
  if (!target.name || !groupsOf(holder)[target.name]) return;
  waiting.set(holder.dataset.draft, { holder, names: new Set([...(waiting.get(holder.dataset.draft)?.names ?? []), target.name]) });
  clearTimeout(timer);
  timer = setTimeout(write, PATIENCE);
}

/** Writes what was typed since the last time. */
function write() {
  clearTimeout(timer);
  for (const [key, { holder, names }] of waiting) keep(key, holder, names);
  waiting.clear();
}

/** The draft of what `holder` shows; one of another state of the record is set aside, to be asked about. */
function current(key, holder) {
  const draft = load(key);
  const isOfThis = "bound" in holder.dataset || draft?.version === versionOf(holder);
  if (draft && !isOfThis) setAside(key, draft);
  return isOfThis ? draft : null;
}

function keep(key, holder, names) {
  const fields = { ...current(key, holder)?.fields };
  const groups = groupsOf(holder);
  for (const name of names) {
    if (!groups[name]) continue;
    if (isUntouched(groups[name]) && !("bound" in holder.dataset)) delete fields[name];
    else fields[name] = valueOf(groups[name]);
  }
  if (!Object.keys(fields).length) return remove(key);
  if (!save(key, { at: Date.now(), version: versionOf(holder), fields })) complain(holder, "This is too long to be kept as a draft.");
}

/** Forgets the draft that the server confirms; the cookie has done its work then. */
function confirm() {
  const [, key] = document.cookie.match(/(?:^|; )draft-saved="?([\w:.-]+)"?/) ?? [];
  if (!key) return;
  waiting.delete(key);
  remove(key);
  document.cookie = "draft-saved=; Max-Age=0; Path=/; SameSite=Lax";
}

function tieAll() {
  confirm();
  for (const holder of document.querySelectorAll("[data-draft]")) {
    if (known.has(holder)) continue;
    known.add(holder);
    tie(holder);
  }
}

function tie(holder) {
  if (!allowed) return complain(holder, "This browser keeps no drafts: what you type is lost when the page goes.");
  if ("bound" in holder.dataset) return;
  const draft = current(holder.dataset.draft, holder);
  if (draft) fill(holder, draft, namesIn(holder, draft).filter((name) => isFree(groupsOf(holder)[name], draft.fields[name])));
  const older = unanswered(holder.dataset.draft);
  if (older) offer(holder, older, namesIn(holder, older));
}

/** Whether `value` may be put into `group`: not over what was typed while the page still loaded. */
function isFree(group, value) {
  return isUntouched(group) || String(valueOf(group)) === String(value);
}

function namesIn(holder, { fields }) {
  const groups = groupsOf(holder);
  return Object.keys(fields).filter((name) => groups[name]);
}

function fill(holder, { fields, at }, names) {
  if (!names.length) return;
  isRestoring = true;
  for (const name of names) {
    const group = groupsOf(holder)[name];
    if (group) setTo(group, fields[name]);
  }
  isRestoring = false;
  holder.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true, detail: { fields } }));
  const line = lineIn(holder);
  line.replaceChildren(`Restored what you typed ${ago(at)}. `, button("Discard it", () => discard(holder, names)));
  say(`Restored what you typed ${ago(at)}.`);
}

function discard(holder, names) {
  waiting.delete(holder.dataset.draft);
  remove(holder.dataset.draft);
  isRestoring = true;
  for (const name of names) if (groupsOf(holder)[name]) reset(groupsOf(holder)[name]);
  isRestoring = false;
  holder.dispatchEvent(new CustomEvent("draft:discarded", { bubbles: true }));
  lineOf(holder)?.remove();
  groupsOf(holder)[names[0]]?.[0].focus();
  say("What you had typed was discarded.");
}

/** The record changed since: both are shown, and the person says which stands. */
function offer(holder, draft, names) {
  const line = lineIn(holder);
  line.className = "notice draft-line";
  line.dataset.kind = "warning";
  const said = document.createElement("p");
  said.textContent = `This changed after you typed, ${ago(draft.at)}. Nothing of yours was put back.`;
  const acts = document.createElement("p");
  acts.append(button("Put mine back", () => accept(holder, draft, names)), " ", button("Discard mine", () => refuse(holder, names)));
  line.replaceChildren(said, bothOf(holder, draft, names), acts);
  say(said.textContent);
}

function accept(holder, draft, names) {
  const key = holder.dataset.draft;
  write();
  lineOf(holder).remove();
  fill(holder, draft, names);
  const fields = { ...load(key)?.fields, ...draft.fields };
  if (save(key, { ...draft, version: versionOf(holder), fields })) answer(key);
  groupsOf(holder)[names[0]]?.[0].focus();
}

/** What is in the form stays, with all that was typed since. */
function refuse(holder, names) {
  answer(holder.dataset.draft);
  lineOf(holder).remove();
  groupsOf(holder)[names[0]]?.[0].focus();
  say("What you had typed before was discarded.");
}

function bothOf(holder, { fields }, names) {
  const list = document.createElement("dl");
  list.className = "meta-list";
  for (const name of names) {
    const group = groupsOf(holder)[name];
    list.append(element("dt", nameOf(group)), element("dd", `Now: ${wordsOf(group, valueOf(group)) || "nothing"}`));
    list.append(element("dt", ""), element("dd", `Yours: ${wordsOf(group, fields[name]) || "nothing"}`));
  }
  return list;
}

function element(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

function button(words, act) {
  const made = element("button", words);
  Object.assign(made, { type: "button", className: "button small quiet" });
  made.addEventListener("click", act);
  return made;
}

function placeOf(holder) {
  return holder.matches("form") ? holder : holder.closest(".field") ?? holder.parentElement;
}

function lineOf(holder) {
  return placeOf(holder).querySelector(":scope > [data-draft-line]");
}

function lineIn(holder) {
  const line = lineOf(holder) ?? element("div", "");
  line.className = "draft-line";
  line.dataset.draftLine = "";
  if (!line.isConnected) holder.matches("form") ? placeOf(holder).prepend(line) : placeOf(holder).append(line);
  return line;
}

function complain(holder, sentence) {
  const line = lineIn(holder);
  if (line.textContent !== sentence) line.textContent = sentence;
}

function ago(moment) {
  const minutes = Math.round((Date.now() - moment) / 60_000);
  if (minutes < 1) return "a moment ago";
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : minutes < 1440 ? [Math.round(minutes / 60), "hour"] : [Math.round(minutes / 1440), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}

/** The key of the draft that `form` sends, so that the server can confirm it. */
function keyIn(form) {
  return form.dataset.draft ?? form.querySelector("[data-draft]")?.dataset.draft;
}

function name(form) {
  const key = keyIn(form);
  if (!key) return;
  const field = form.querySelector("input[name=draft]") ?? Object.assign(document.createElement("input"), { type: "hidden", name: "draft" });
  field.value = key;
  form.append(field);
}

document.addEventListener("input", note);
document.addEventListener("change", note);
document.addEventListener("htmx:config:request", ({ detail }) => {
  const { sourceElement, request } = detail.ctx;
  if (!sourceElement.matches("form") || !(request.body instanceof FormData)) return;
  write();
  const key = keyIn(sourceElement);
  if (key) request.body.set("draft", key);
});
document.addEventListener("submit", (event) => {
  write();
  if (event.submitter?.matches("[data-forgets-drafts]")) return forgetAll();
  if (!event.defaultPrevented) name(event.target);
});
document.addEventListener("htmx:before:swap", confirm);
document.addEventListener("htmx:after:swap", tieAll);
addEventListener("pagehide", write);
document.addEventListener("visibilitychange", write);
tidy();
tieAll();
