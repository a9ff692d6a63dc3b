/* The text of each article on the page, read when it is asked for and anew when it was put there anew. */
import { readBlocks } from "./article-text.js";
import { readSentences } from "./sentences.js";

const texts = new WeakMap();

class LiveText {
  constructor(article) {
    this.article = article;
    this.listeners = [];
    this.observer = new MutationObserver((records) => this.note(records));
    this.observer.observe(article, { childList: true, characterData: true, subtree: true });
  }

  get blocks() {
    this.note(this.observer.takeRecords());
    return (this.readBlocks ??= readBlocks(this.article));
  }

  get sentences() {
    const { blocks } = this;
    return (this.readSentences ??= readSentences(this.article, blocks));
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  note(records) {
    if (!this.readBlocks || !records.some(changesText)) return;
    this.readBlocks = this.readSentences = null;
    for (const listener of this.listeners) queueMicrotask(listener);
  }
}

function changesText({ target, addedNodes, removedNodes }) {
  if ((target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest("[data-start]")) return true;
  const changed = [...addedNodes, ...removedNodes].filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE);
  return changed.some((element) => element.matches("[data-start]") || element.querySelector("[data-start]"));
}

/** {blocks, sentences, onChange} of `article`, as it now stands on the page. */
export function textIn(article) {
  if (!texts.has(article)) texts.set(article, new LiveText(article));
  return texts.get(article);
}
