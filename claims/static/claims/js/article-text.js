/* The article's text as the server stores it, and the way between it and the page.

   A block is an element with data-start, the code-point offset at which it begins. A position is
   {block, index}: which block, and how many UTF-16 units into its text. What stands under data-noselect
   (glyphs) is no text. The server counts code points, so offsets are converted when they leave. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.][\p{L}\p{N}\p{M}]+)*/gu;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

function textNodes(element) {
  const nodes = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let from = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest("[data-noselect]")) continue;
    nodes.push({ node, from });
    from += node.length;
  }
  return nodes;
}

export function readBlocks(article) {
  return [...article.querySelectorAll("[data-start]")].map((element) => {
    const nodes = textNodes(element);
    const text = nodes.map(({ node }) => node.data).join("");
    return { start: Number(element.dataset.start), text, nodes };
  });
}

/** The position of a point of the page; a point between texts belongs to the text after it. */
export function toPosition(blocks, container, offset) {
  const point = new Range();
  point.setStart(container, offset);
  for (const [block, { nodes }] of blocks.entries()) {
    for (const { node, from } of nodes) {
      if (node === container) return { block, index: from + offset };
      if (point.comparePoint(node, node.length) > 0) return { block, index: from };
    }
  }
  return endOf(blocks);
}

function endOf(blocks) {
  return { block: blocks.length - 1, index: blocks.at(-1).text.length };
}

function pointOf({ nodes }, index) {
  const { node, from } = nodes.findLast((each) => each.from <= index) ?? nodes[0];
  return [node, index - from];
}

export function toRange(blocks, from, to) {
  const range = new Range();
  range.setStart(...pointOf(blocks[from.block], from.index));
  range.setEnd(...pointOf(blocks[to.block], to.index));
  return range;
}

export function isBefore(one, other) {
  return one.block < other.block || (one.block === other.block && one.index < other.index);
}

/** `from` and `to` without the white space at their ends and with no word cut in two; null when nothing is left. */
export function wholeWords(blocks, from, to) {
  let [start, end] = [{ ...from }, { ...to }];
  while (isBefore(start, end) && !/\S/.test(blocks[start.block].text[start.index] ?? " ")) step(blocks, start);
  while (isBefore(start, end) && !/\S/.test(blocks[end.block].text[end.index - 1] ?? " ")) stepBack(blocks, end);
  if (!isBefore(start, end)) return null;
  while (isInsideWord(blocks[start.block].text, start.index)) start.index -= 1;
  while (isInsideWord(blocks[end.block].text, end.index)) end.index += 1;
  return { from: start, to: end };
}

function step(blocks, position) {
  position.index += 1;
  if (position.index <= blocks[position.block].text.length) return;
  position.block += 1;
  position.index = 0;
}

function stepBack(blocks, position) {
  position.index -= 1;
  if (position.index >= 0) return;
  position.block -= 1;
  position.index = blocks[position.block].text.length;
}

/** Whether a cut at `index` would part a word, or the two halves of one character. */
function isInsideWord(text, index) {
  const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? " ";
  const after = String.fromCodePoint(text.codePointAt(index) ?? 32);
  const parted = index > 0 && index < text.length && text.codePointAt(index - 1) > 0xffff;
  return parted || (WORD_CHARACTER.test(before) && WORD_CHARACTER.test(after));
}

function codePoints(text) {
  return [...text].length;
}

function offsetOf(blocks, { block, index }) {
  return blocks[block].start + codePoints(blocks[block].text.slice(0, index));
}

/** What the server asks for: the words, and where they begin and end in code points. */
export function quoted(blocks, from, to) {
  const pieces = blocks.slice(from.block, to.block + 1).map(({ text }) => text);
  pieces[pieces.length - 1] = pieces.at(-1).slice(0, to.index);
  pieces[0] = pieces[0].slice(from.index);
  return { quote: pieces.join("\n"), near: offsetOf(blocks, from), end: offsetOf(blocks, to) };
}

export function wordsOf(blocks) {
  return blocks.flatMap(({ text }, block) =>
    [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
      word,
      from: { block, index },
      to: { block, index: index + word.length },
    })),
  );
}
