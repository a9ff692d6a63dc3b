/* The article's text as the server stores it, and the way between it and the page.

   A block is an element with data-start, the code-point offset at which it begins. A position is
   {block, index}: which block, and how many UTF-16 units into its text. What stands under data-noselect
   (glyphs) is no text. The server counts code points, so offsets are converted when they leave. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

function textNodes(element) {
  const nodes = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let from = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.length || node.parentElement.closest("[data-noselect]")) continue;
    nodes.push({ node, from });
    from += node.length;
  }
  return nodes;
}

export function readBlocks(article) {
  return [...article.querySelectorAll("[data-start]")].map((element) => {
    const nodes = textNodes(element);
    const text = nodes.map(({ node }) => node.data).join("");
    return { element, start: Number(element.dataset.start), text, nodes };
  });
}

/** How many of `list` come before the first for which `isPast` holds; it then holds for all after it. */
export function countBefore(list, isPast) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The position of a point of the page; a point between texts belongs to the text after it. */
export function toPosition(blocks, container, offset) {
  const point = new Range();
  point.setStart(container, offset);
  const isPast = ({ node }) => node === container || point.comparePoint(node, node.length) > 0;
  const block = countBefore(blocks, ({ nodes }) => isPast(nodes.at(-1)));
  if (block === blocks.length) return { block: block - 1, index: blocks.at(-1).text.length };
  const { node, from } = blocks[block].nodes[countBefore(blocks[block].nodes, isPast)];
  return { block, index: node === container ? from + offset : from };
}

/** Where `index` is on the page; an end belongs to the text before it, lest it stand on the next line. */
function pointOf({ nodes }, index, isEnd) {
  const after = countBefore(nodes, ({ from }) => (isEnd ? from >= index : from > index));
  const { node, from } = nodes[Math.max(0, after - 1)];
  return [node, index - from];
}

export function toRange(blocks, from, to) {
  const range = new Range();
  range.setStart(...pointOf(blocks[from.block], from.index, false));
  range.setEnd(...pointOf(blocks[to.block], to.index, true));
  return range;
}

export function isBefore(one, other) {
  return one.block < other.block || (one.block === other.block && one.index < other.index);
}

/** Where the characters of two UTF-16 units begin in the text of `block`. */
function astrals(block) {
  return (block.astrals ??= [...block.text.matchAll(ASTRAL)].map(({ index }) => index));
}

/** Where they begin in code points. */
function astralPoints(block) {
  return (block.astralPoints ??= astrals(block).map((index, before) => index - before));
}

/** The code-point offset of a position in the stored text. */
function toOffset(blocks, { block, index }) {
  const before = countBefore(astrals(blocks[block]), (astral) => astral >= index);
  return blocks[block].start + index - before;
}

/** The position of a code-point offset; one between two blocks belongs to the end of the first. */
export function fromOffset(blocks, offset) {
  const block = Math.max(0, countBefore(blocks, ({ start }) => start > offset) - 1);
  const points = Math.max(0, offset - blocks[block].start);
  const index = points + countBefore(astralPoints(blocks[block]), (astral) => astral >= points);
  return { block, index: Math.min(index, blocks[block].text.length) };
}

/** The text from one position to another, with a newline between two blocks. */
export function textOf(blocks, from, to) {
  const pieces = blocks.slice(from.block, to.block + 1).map(({ text }) => text);
  pieces[pieces.length - 1] = pieces.at(-1).slice(0, to.index);
  pieces[0] = pieces[0].slice(from.index);
  return pieces.join("\n");
}

/** The words as the server knows them: their text, and where they begin and end in code points. */
export function quoted(blocks, from, to) {
  return { quote: textOf(blocks, from, to), start: toOffset(blocks, from), end: toOffset(blocks, to) };
}
