/* The theme button: system, light, dark. The admin's own button shares the choice. */
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const LABEL = { auto: "follows the system", light: "light", dark: "dark" };

function chosen() {
  const choice = localStorage.getItem("theme");
  return choice in LABEL ? choice : "auto";
}

function show(button, choice) {
  const label = `Colour theme: ${LABEL[choice]}. Change it.`;
  button.setAttribute("aria-label", label);
  button.title = label;
  document.documentElement.dataset.theme = choice;
}

for (const button of document.querySelectorAll(".theme-toggle")) {
  show(button, chosen());
  button.hidden = false;
  button.addEventListener("click", () => {
    localStorage.setItem("theme", NEXT[chosen()]);
    show(button, chosen());
  });
}
