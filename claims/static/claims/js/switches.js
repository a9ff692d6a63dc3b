/* What is shown in the text: my marks, those of others, suggestions. Pressed, a switch answers at once; it is
   remembered for the person in this browser and said in the address, which wins where it says something. */
import { said, write } from "./address.js";

const KINDS = ["mine", "others", "suggestions"];

/** Ties the switches of the page to `articles`; `person` is who reads. */
export function tieSwitches(articles, person) {
  const form = document.getElementById("switches");
  const memory = `reader-hides:${person}`;
  const leftOut = listed(said("hide")); // by the server: to show these, it has to be asked
  let hidden = said("hide") === null ? remembered(memory) : leftOut;

  form.addEventListener("submit", (event) => {
    const kind = event.submitter?.dataset.switch;
    if (!kind) return;
    hidden = KINDS.filter((each) => hidden.includes(each) !== (each === kind));
    remember(memory, hidden);
    event.preventDefault();
    write({ hide: hidden.join(",") || "none" }); // without a word, whoever gets the address sees what they remember
    if (leftOut.includes(kind) && !hidden.includes(kind)) return location.reload();
    apply();
  });
  apply();

  function apply() {
    for (const button of form.querySelectorAll("[data-switch]")) {
      button.setAttribute("aria-pressed", String(!hidden.includes(button.dataset.switch)));
    }
    const list = document.getElementById("suggested");
    if (list) list.hidden = hidden.includes("suggestions");
    for (const article of articles) draw(article, person, hidden);
  }
}

function listed(words) {
  return KINDS.filter((kind) => words?.split(",").includes(kind));
}

function remembered(memory) {
  try {
    return listed(localStorage.getItem(memory));
  } catch {
    return []; // storage may be forbidden
  }
}

function remember(memory, hidden) {
  try {
    localStorage.setItem(memory, hidden.join(","));
  } catch {
    // Then it is forgotten, and all else works.
  }
}

function draw(article, person, hidden) {
  const isHidden = (maker) => hidden.includes(maker === person ? "mine" : "others");
  for (const mark of article.querySelectorAll(".passage")) narrow(mark, isHidden);
  for (const glyph of article.querySelectorAll("a.glyph[data-maker]")) glyph.hidden = isHidden(glyph.dataset.maker);
  article.classList.toggle("hides-suggestions", hidden.includes("suggestions"));
  for (const words of article.querySelectorAll(".suggested")) name(words, !hidden.includes("suggestions"));
}

/** Where marks overlap, a stretch looks like those that are shown, and a click there means the smallest of them. */
function narrow(mark, isHidden) {
  const links = mark.dataset.links.split(" ").map((said) => said.split("/"));
  const shown = links.filter(([, maker]) => !isHidden(maker));
  const stances = new Map(shown.map(([, , passage, stance]) => [`${passage}/${stance}`, stance]));
  mark.dataset.stances = [...stances.values()].join(" ");
  mark.toggleAttribute("data-quiet", shown.length === 0);
  if (shown.length) [[mark.dataset.link]] = shown;
}

/** Words that are not shown as suggested say nothing under the mouse either. */
function name(words, isShown) {
  words.dataset.says ??= words.title;
  words.title = isShown ? words.dataset.says : "";
}
