/* An element with data-key="g d" is pressed, or a field focused, when these keys are typed in turn. */
const PATIENCE = 1000;
const FIELDS = "input, textarea, select, [contenteditable]";

let typed = [];
let timer;

function isTyping(event) {
  return event.target.matches?.(FIELDS) || document.querySelector("dialog[open]");
}

function act(element) {
  if (element.matches(FIELDS)) element.focus();
  else element.click();
}

function targets(keys) {
  const elements = [...document.querySelectorAll("[data-key]")].filter((element) => element.checkVisibility());
  return {
    exact: elements.find((element) => element.dataset.key === keys),
    begun: elements.some((element) => element.dataset.key.startsWith(`${keys} `)),
  };
}

function forget() {
  clearTimeout(timer);
  typed = [];
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
  if (event.repeat) return; // a key held down is pressed once
  typed.push(event.key);
  const { exact, begun } = targets(typed.join(" "));
  if (exact) {
    event.preventDefault();
    forget();
    act(exact);
  } else if (begun) {
    clearTimeout(timer);
    timer = setTimeout(forget, PATIENCE);
  } else {
    forget();
  }
});

const dialog = document.getElementById("shortcuts");
for (const button of document.querySelectorAll("[data-shows-shortcuts]")) {
  button.hidden = false;
  button.addEventListener("click", () => dialog.showModal());
}
