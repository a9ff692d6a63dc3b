/* Words and characters of the article, by the rules of Unicode where the browser knows them.

   No selection parts a word, or what a reader takes for one character: a letter with its accents, a flag, a family of
   emoji. Scripts that put no space between words are parted between characters, for dictionaries differ on their words. */
import { isBefore, textOf } from "./article-text.js";

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const SIGN = /[\p{S}%‰]/u; // read aloud like a word: an emoji, a currency
const READABLE = /[^\s\p{C}\p{M}]/u;
const CHARACTER = "\\p{RI}{2}|.[\\p{M}\\p{EMod}\\u200c]*(?:\\u200d\\p{ExtPict}[\\p{M}\\p{EMod}]*)*\\u200d?";
const WORD = "[\\p{L}\\p{N}\\p{M}\\p{Cf}_]+(?:[.,'’][\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}_]*)*";

/** What stands in for Intl.Segmenter where a browser has none. */
class Matches {
  constructor(text, pattern) {
    this.found = [...text.matchAll(new RegExp(pattern, "gsu"))];
  }

  containing(at) {
    const found = this.found.findLast(({ index }) => index <= at);
    if (!found || at >= found.index + found[0].length) return undefined;
    return { index: found.index, segment: found[0], isWordLike: /[\p{L}\p{N}]/u.test(found[0]) };
  }
}

function segments(text, granularity) {
  if (Intl.Segmenter) return new Intl.Segmenter("en", { granularity }).segment(text);
  return new Matches(text, granularity === "word" ? `${WORD}|${CHARACTER}` : CHARACTER);
}

function wordsIn(block) {
  return (block.words ??= segments(block.text, "word"));
}

function charactersIn(block) {
  return (block.characters ??= segments(block.text, "grapheme"));
}

function isWord({ isWordLike, segment }) {
  return isWordLike || SIGN.test(segment);
}

/** The segment that a cut at `index` would part, if any. */
function parted(block, index) {
  if (index <= 0 || index >= block.text.length) return null;
  const [character, word] = [charactersIn(block).containing(index), wordsIn(block).containing(index)];
  if (character.index < index) return character;
  return word.index < index && word.isWordLike && !SPACELESS.test(word.segment) ? word : null;
}

function isSpace(text, index) {
  return /\s/.test(text[index] ?? "");
}

/** The nearest place at or before `index` where words may begin. */
function begin(block, index) {
  for (;;) {
    const whole = parted(block, index);
    if (whole) index = whole.index;
    else if (index > 0 && isSpace(block.text, index)) index -= 1;
    else return index;
  }
}

/** The nearest place at or after `index` where words may end. */
function finish(block, index) {
  for (;;) {
    const whole = parted(block, index);
    if (whole) index = whole.index + whole.segment.length;
    else if (index < block.text.length && isSpace(block.text, index - 1)) index += 1;
    else return index;
  }
}

function trimmed(blocks, from, to) {
  const [start, end] = [{ ...from }, { ...to }];
  while (isBefore(start, end) && !/\S/.test(blocks[start.block].text[start.index] ?? " ")) step(blocks, start);
  while (isBefore(start, end) && !/\S/.test(blocks[end.block].text[end.index - 1] ?? " ")) stepBack(blocks, end);
  return { start, end };
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

/** `from` and `to` without the white space at their ends and with no word cut in two; null when nothing is left. */
export function wholeWords(blocks, from, to) {
  const { start, end } = trimmed(blocks, from, to);
  if (!isBefore(start, end)) return null;
  const whole = {
    from: { block: start.block, index: begin(blocks[start.block], start.index) },
    to: { block: end.block, index: finish(blocks[end.block], end.index) },
  };
  return READABLE.test(textOf(blocks, whole.from, whole.to)) ? whole : null;
}

function place(block, { index, segment }) {
  return { from: { block, index }, to: { block, index: index + segment.length } };
}

/** The first word that begins at `position` or after it; null after the last. */
export function wordAfter(blocks, position) {
  for (let { block, index } = position; block < blocks.length; block += 1, index = 0) {
    const words = wordsIn(blocks[block]);
    for (let word = words.containing(index); word; word = words.containing(word.index + word.segment.length)) {
      if (word.index >= index && isWord(word)) return place(block, word);
    }
  }
  return null;
}

/** The last word that begins before `position`; null before the first. */
export function wordBefore(blocks, position) {
  for (let { block, index } = position; block >= 0; block -= 1, index = blocks[block]?.text.length) {
    const words = wordsIn(blocks[block]);
    for (let word = words.containing(index - 1); word; word = words.containing(word.index - 1)) {
      if (isWord(word)) return place(block, word);
    }
  }
  return null;
}
