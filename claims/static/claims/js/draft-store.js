/* Where drafts are kept: in this browser, under the number of the person, for a month and within bounds.

   A draft is {at, version, fields}: when it was typed last, of which state of the record, and what, by field name. */
const DAY = 24 * 60 * 60 * 1000;
const LONGEST_KEPT = 30 * DAY;
// In characters.
const LARGEST = 200_000;
const MOST = 2_000_000;

const everybody = "draft:";
const mine = `${everybody}${document.body.dataset.person}:`;

/** Whether this browser lets pages keep anything. */
export function isAllowed() {
  try {
    localStorage.setItem("draft-try", "1");
    localStorage.removeItem("draft-try");
    return true;
  } catch {
    return false;
  }
}

export function load(key) {
  return read(mine + key);
}

/** Keeps `draft` and returns whether it could be kept; what is too large is not. */
export function save(key, draft) {
  const text = JSON.stringify(draft);
  if (text.length > LARGEST) return false;
  makeRoom(text.length, mine + key);
  try {
    localStorage.setItem(mine + key, text);
    return true;
  } catch {
    return false;
  }
}

export function remove(key) {
  drop(mine + key);
}

/** What was typed of another state of the record than now, and waits for the person to say which stands. */
export function unanswered(key) {
  return load(asideOf(key));
}

/** Keeps `draft` apart from what is typed under `key` from now on, with what waits there already. */
export function setAside(key, draft) {
  const fields = { ...unanswered(key)?.fields, ...draft.fields };
  if (save(asideOf(key), { ...draft, fields })) remove(key);
}

export function answer(key) {
  remove(asideOf(key));
}

function asideOf(key) {
  return `${key}~before`;
}

/** Forgets all that this person typed. */
export function forgetAll() {
  for (const name of names(mine)) drop(name);
}

/** Forgets what is old, whoever typed it. */
export function tidy() {
  for (const name of names(everybody)) {
    const draft = read(name);
    if (!draft || Date.now() - draft.at > LONGEST_KEPT) drop(name);
  }
}

/** Drops the oldest drafts of this person until there is room for `size` more. */
function makeRoom(size, except) {
  const kept = names(mine)
    .filter((name) => name !== except)
    .map((name) => ({ name, size: localStorage.getItem(name).length, at: read(name)?.at ?? 0 }));
  kept.sort((one, other) => other.at - one.at);
  let sum = size;
  for (const draft of kept) {
    sum += draft.size;
    if (sum > MOST) drop(draft.name);
  }
}

function read(name) {
  try {
    const draft = JSON.parse(localStorage.getItem(name));
    return typeof draft?.fields === "object" ? draft : null;
  } catch {
    return null; // storage may be forbidden, or hold what somebody else wrote
  }
}

function drop(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // Then there is nothing to forget.
  }
}

function names(prefix) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
