/* Stored marks and their cards point at each other: by address, by hovering, by focus. */
function marksOf(article, passage) {
  return article.querySelectorAll(`.passage[data-passages~="${CSS.escape(passage)}"]`);
}

function cardsOf(mark) {
  return mark.dataset.passages.split(" ").flatMap((passage) => [
    ...document.querySelectorAll(`[data-passage="${CSS.escape(passage)}"]`),
  ]);
}

function followAddress(article) {
  for (const mark of article.querySelectorAll(".is-current")) mark.classList.remove("is-current");
  const [, passage] = location.hash.match(/^#passage-(\d+)$/) ?? [];
  if (!passage) return;
  const marks = marksOf(article, passage);
  for (const mark of marks) mark.classList.add("is-current");
  marks[0]?.scrollIntoView({ block: "center" });
}

function near(event, article) {
  const card = event.target.closest?.("[data-passage]");
  if (card) return { elements: marksOf(article, card.dataset.passage), name: "is-near" };
  const mark = event.target.closest?.(".passage");
  return { elements: mark ? cardsOf(mark) : [], name: "is-current" };
}

function onBoth(types, article, act) {
  for (const type of types) {
    document.addEventListener(type, (event) => {
      const { elements, name } = near(event, article);
      for (const element of elements) act(element, name);
    });
  }
}

export function tieMarksToCards(article) {
  onBoth(["mouseover", "focusin"], article, (element, name) => element.classList.add(name));
  onBoth(["mouseout", "focusout"], article, (element, name) => element.classList.remove(name));
  addEventListener("hashchange", () => followAddress(article));
  followAddress(article);
}
