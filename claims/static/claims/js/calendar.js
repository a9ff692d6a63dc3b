/* Within the month the arrow keys go from day to day, Home and End to the ends of the week. */
const month = document.querySelector("table.cal");
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const DAYS = 7;

function days() {
  return [...month.tBodies[0].querySelectorAll("td")];
}

/** The day that a key leads to: the next one in its direction that is shown, or none. */
function aim(key, from) {
  const all = days();
  const at = all.indexOf(from);
  if (key === "Home") return all.slice(at - (at % DAYS), at + 1).find(isShown);
  if (key === "End") return all.slice(at, at - (at % DAYS) + DAYS).findLast(isShown);
  const [weeks, step] = STEPS[key];
  for (let next = at + weeks * DAYS + step; all[next]; next += weeks * DAYS + step) {
    if (isShown(all[next])) return all[next];
  }
  return null;
}

/** Narrow screens leave out the days on which nothing falls due. */
function isShown(day) {
  return day.checkVisibility();
}

function go(day) {
  const target = day.querySelector(".cal-day a") ?? day;
  if (target === day) day.tabIndex = -1;
  target.focus();
}

month?.addEventListener("keydown", (event) => {
  const from = event.target.closest("td");
  if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(event.key in STEPS) && event.key !== "Home" && event.key !== "End") return;
  event.preventDefault();
  const day = aim(event.key, from);
  if (day) go(day);
});
