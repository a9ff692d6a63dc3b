/* Suggested words in the article: hidden and shown, and opened in the panel to be read. Nothing here judges. */
const MEMORY = "suggestions";
const PATIENCE = 250;

/** Ties the words of `article` to what is suggested for them. `mayOpen` says whether the panel may be replaced. */
export function tieSuggested(article, panel, mayOpen) {
  tieToggle(article);
  tieLinks(article, open);
  tieWords(article, (words) => panel.querySelector("form") || open(words.dataset.suggested));
  followAddress(article);
  addEventListener("hashchange", () => followAddress(article));

  function open(place) {
    const glyph = article.querySelector(`a[data-suggested="${place}"]`);
    if (!glyph || !mayOpen()) return;
    point(article, "is-open", place);
    htmx.ajax("GET", glyph.getAttribute("href"), { target: "#panel", swap: "innerHTML" });
  }
}

/** A click on words opens what is suggested for them, unless it begins a selection: then they are being marked. */
function tieWords(article, open) {
  let waiting;
  article.addEventListener("click", (event) => {
    clearTimeout(waiting);
    const words = wordsUnder(event.target);
    if (words && event.detail === 1) waiting = setTimeout(() => isMarking() || open(words), PATIENCE);
  });
}

function isMarking() {
  return !getSelection().isCollapsed || CSS.highlights?.has("caret");
}

/** The suggested words that were clicked on; words that hold a mark of a person belong to the mark. */
function wordsUnder(target) {
  return target.closest(".passage, a, .hides-suggested") ? null : target.closest(".suggested");
}

/** Glyphs in the text and lines of the list open the panel, and point at their words under the mouse and the focus. */
function tieLinks(article, open) {
  onLinks(["click"], (link, event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.dataset.suggested);
  });
  onLinks(["mouseover", "focusin"], (link) => point(article, "is-near", link.dataset.suggested));
  onLinks(["mouseout", "focusout"], (link) => {
    point(article, "is-near", null);
    link.removeAttribute("data-quiet");
  });
  onLinks(["keydown"], (link, event) => {
    if (event.key === "Escape") link.setAttribute("data-quiet", "");
  });
}

function onLinks(types, act) {
  for (const type of types) {
    document.addEventListener(type, (event) => {
      const link = event.target.closest?.("a[data-suggested]");
      if (link) act(link, event);
    });
  }
}

/** Marks the words at `place` with the class `name`, and no others. */
export function point(article, name, place) {
  for (const words of article.querySelectorAll(".suggested")) {
    words.classList.toggle(name, words.dataset.suggested === place);
  }
}

/** An address that names a suggestion leads to its words. */
function followAddress(article) {
  if (!/^#suggestion-\d+$/.test(location.hash)) return;
  let words = document.getElementById(location.hash.slice(1));
  while (words && !words.matches(".suggested")) words = words.nextElementSibling;
  point(article, "is-open", words?.dataset.suggested);
  words?.scrollIntoView({ block: "center" });
}

/** Hides and shows at once what the form would ask the server for, and remembers it in this browser. */
function tieToggle(article) {
  const form = document.getElementById("suggested-toggle");
  const list = document.getElementById("suggested");
  form?.addEventListener("submit", (event) => {
    localStorage.setItem(MEMORY, list?.hidden === false ? "off" : "on");
    if (!list) return;
    event.preventDefault();
    show(list.hidden);
  });
  if (list) show(localStorage.getItem(MEMORY) !== "off");

  function show(shown) {
    article.classList.toggle("hides-suggested", !shown);
    list.hidden = !shown;
    form.querySelector("[data-says]").textContent = shown ? "Hide suggestions" : "Show suggestions";
    for (const words of article.querySelectorAll(".suggested")) name(words, shown);
  }
}

/** Words that are not shown as suggested say nothing under the mouse either. */
function name(words, shown) {
  words.dataset.says ??= words.title;
  words.title = shown ? words.dataset.says : "";
}
