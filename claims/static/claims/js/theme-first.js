/* A classic script in the head: the chosen theme stands before the first paint, so nothing flashes. */
try {
  const choice = localStorage.getItem("theme");
  if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
} catch {
  // Storage may be forbidden; the system's theme is a good answer then.
}
