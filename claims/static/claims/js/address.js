/* Where one is in the reader, as the address says it: what is open goes on record with the browser (`push`), so that
   the way back closes it; where the text is scrolled to, and what is marked, only changes the address in place. */

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
  if (push) history.pushState(null, "", url);
  else history.replaceState(history.state, "", url);
}
