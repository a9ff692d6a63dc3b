/* What a person opened lately, kept in this browser under their number: names alone ("claim-12"), never words. */
const MOST = 8;

function keyOf(person) {
  return `recent:${person}`;
}

/** Returns the names, the latest first. */
export function recentOf(person) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person))) ?? [];
  } catch {
    return []; // storage may be forbidden, or hold what somebody else wrote
  }
}

/** Puts `name` first. */
export function remember(person, name) {
  const names = [name, ...recentOf(person).filter((each) => each !== name)];
  try {
    localStorage.setItem(keyOf(person), JSON.stringify(names.slice(0, MOST)));
  } catch {
    // Then nothing is offered, and all else works.
  }
}
