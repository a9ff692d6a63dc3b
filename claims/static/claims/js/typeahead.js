/* Keys of a type-ahead: the box and the radios that htmx brings work as one list. */
function radiosOf(box) {
  return [...document.querySelectorAll(`${box.dataset.typeahead} input[type=radio]`)];
}

function boxOf(radio) {
  return [...document.querySelectorAll("[data-typeahead]")].find((box) =>
    radio.closest(box.dataset.typeahead),
  );
}

function pick(radio) {
  radio.focus();
  radio.click();
}

function inBox(event, box) {
  const [first] = radiosOf(box);
  if (event.key === "Enter") event.preventDefault(); // a search is never the form's submission
  if (first && (event.key === "ArrowDown" || event.key === "Enter")) {
    event.preventDefault();
    pick(first);
  }
}

function inList(event, radio, box) {
  if (event.key === "ArrowUp" && radiosOf(box)[0] === radio) {
    event.preventDefault();
    box.focus();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.target.matches?.("[data-typeahead]")) return inBox(event, event.target);
  const box = event.target.matches?.("input[type=radio]") && boxOf(event.target);
  if (box) inList(event, event.target, box);
});
