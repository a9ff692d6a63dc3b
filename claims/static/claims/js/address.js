/* Where one is in the reader, as the address says it: what is open goes on record with the browser (`push`), so that
   the way back closes it; where the text is scrolled to, and what is marked, only changes the address in place. */

// Which entry of the browser's history one is at, counted since the article was opened.
let place = history.state?.place ?? 0;
history.replaceState(stateAt(place), "");

/** What the browser keeps with an entry; one without `htmx` would be written over by htmx. */
function stateAt(number) {
  return { htmx: true, place: number };
}

/** How far one went since this was asked last: forth, or back where it is less than nothing. */
export function wentBy() {
  const isKnown = history.state?.place !== undefined;
  const now = isKnown ? history.state.place : place + 1; // a link within the page made an entry of its own
  if (!isKnown) history.replaceState(stateAt(now), "");
  const far = now - place;
  place = now;
  return far;
}

/** What the address says under `name`; null where it says nothing. */
export function said(name) {
  return new URL(location.href).searchParams.get(name);
}

/** The address with `changes` of what it says (null takes a name out) and, if given, another `hash`. */
export function changed(changes, hash) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  url.search = url.search.replaceAll("%2C", ",");
  if (hash !== undefined) url.hash = hash;
  return url;
}

export function write(changes, { push = false, hash } = {}) {
  const url = changed(changes, hash);
  if (url.href === location.href) return;
  if (!push) return history.replaceState(history.state, "", url);
  place += 1;
  history.pushState(stateAt(place), "", url);
}
