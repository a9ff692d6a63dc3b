/* The fields of a form as a draft knows them: by name; a group of radios or boxes is one field. */

// Never kept: what is secret, what no draft can hold, what only finds something, and an assent, which is given anew.
const UNKEPT = "[type=hidden], [type=password], [type=file], [type=search], [type=submit], [name=acknowledge], button, output, fieldset";

function isKept(field, holder) {
  if (!field.name || field.matches(UNKEPT)) return false;
  return holder === field || !field.closest("[data-draft]:not(form)");
}

/** Returns {name: its elements} of `holder`, a form or one field. */
export function groupsOf(holder) {
  const fields = holder.matches("form") ? [...holder.elements] : [holder];
  return Object.groupBy(fields.filter((field) => isKept(field, holder)), ({ name }) => name);
}

function isTicked(field) {
  return field.type === "radio" || field.type === "checkbox";
}

/** What `group` says: text, or the values that are ticked. */
export function valueOf(group) {
  if (!isTicked(group[0])) return group[0].value;
  return group.filter(({ checked }) => checked).map(({ value }) => value);
}

/** Whether `group` says what it said when the page came. */
export function isUntouched(group) {
  return group.every((field) => {
    if (isTicked(field)) return field.checked === field.defaultChecked;
    if (!field.options) return field.value === field.defaultValue;
    return field.value === defaultOf(field);
  });
}

function defaultOf(select) {
  return ([...select.options].find(({ defaultSelected }) => defaultSelected) ?? select.options[0])?.value ?? "";
}

export function setTo(group, value) {
  for (const field of group) {
    if (isTicked(field)) field.checked = value.includes(field.value) && !field.disabled;
    else field.value = value;
  }
  tell(group);
}

export function reset(group) {
  for (const field of group) {
    if (isTicked(field)) field.checked = field.defaultChecked;
    else field.value = field.options ? defaultOf(field) : field.defaultValue;
  }
  tell(group);
}

/** Whoever listens to the form hears of it as if it were typed. */
export function tell([first, ...others]) {
  const target = [first, ...others].find(({ checked }) => checked) ?? first;
  for (const type of ["input", "change"]) target.dispatchEvent(new Event(type, { bubbles: true }));
}

/** What people call the field: its label, or the legend of its group. */
export function nameOf([field]) {
  const legend = isTicked(field) && field.closest("fieldset")?.querySelector("legend");
  return (legend || field.labels?.[0])?.firstChild?.textContent.trim() || field.getAttribute("aria-label") || field.name;
}

/** What a value says, in the words of the page. */
export function wordsOf(group, value) {
  if (isTicked(group[0])) return group.filter((field) => value.includes(field.value)).map(labelOf).join(", ");
  const option = [...(group[0].options ?? [])].find((each) => each.value === value);
  return option ? option.text : value;
}

function labelOf(field) {
  return field.labels?.[0]?.textContent.replace(/\s+/g, " ").trim() ?? field.value;
}
