/* The sentences of an article as the server stores them, by their code-point offsets on the article's element. */
import { countBefore, fromOffset, isBefore } from "./article-text.js";

/** {from, to} of every sentence, in their order. */
export function readSentences(article, blocks) {
  const places = article.dataset.sentences?.match(/\d+-\d+/g) ?? [];
  return places.map((place) => {
    const [from, to] = place.split("-").map((offset) => fromOffset(blocks, Number(offset)));
    return { from, to };
  });
}

/** The number of the sentence in which `position` stands, or of the one before it. */
export function sentenceAt(sentences, position) {
  return Math.max(0, countBefore(sentences, ({ from }) => isBefore(position, from)) - 1);
}
