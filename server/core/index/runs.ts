import { isWordUnit } from '../text/words.ts';

/** How words that are typed stand in a key. */
export interface Run {
  /** So many of the last words that were typed are, in their order, beginnings of words of the key. */
  readonly words: number;
  /** Where the first of them stands in the key. */
  readonly start: number;
  /** Where the last of them does. */
  readonly end: number;
  /** Whether nothing of the key is left out between them. */
  readonly isClosed: boolean;
}

/** Shorter words are in every sentence: they count where all of them is typed, and the next word too. */
const SHORT = 3;

/**
 * The longest run of typed words that may be part of a title: `mud sti` of `We know why mud sti` for `what mud sticks to`.
 * Undefined where the last word is no beginning of a word of the title.
 *
 * @param typed folded words, in the order of the text
 */
export function runIn(typed: readonly string[], key: string): Run | undefined {
  let words = 0;
  let start = key.length;
  let end = start;
  let isClosed = true;
  for (let at = typed.length - 1; at >= 0; at--) {
    const word = typed[at]!;
    const found = wordBefore(key, word, start);
    if (found < 0) break;
    if (words > 0) {
      const isNext = isLastWord(key, found, start);
      const isShort = word.length < SHORT && !(endsAt(key, found + word.length) && (isNext || found === 0));
      if (isShort) break;
      isClosed &&= isNext;
    }
    start = found;
    if (words++ === 0) end = found;
  }
  return words === 0 ? undefined : { words, start, end, isClosed };
}

/** Where the last word stands that begins so, and begins before `end`; -1 where none does. */
function wordBefore(key: string, word: string, end: number): number {
  for (let from = end - 1; from >= 0; ) {
    const at = key.lastIndexOf(word, from);
    if (at <= 0 || !isWordUnit(key.charCodeAt(at - 1))) return at;
    from = at - 1;
  }
  return -1;
}

/** Whether no word begins between the one at `at` and `end`. */
function isLastWord(key: string, at: number, end: number): boolean {
  let next = at;
  while (next < end && isWordUnit(key.charCodeAt(next))) next++;
  while (next < end && !isWordUnit(key.charCodeAt(next))) next++;
  return next === end;
}

const endsAt = (key: string, at: number): boolean => at >= key.length || !isWordUnit(key.charCodeAt(at));

/** Whether each of some words is the beginning of a word of a key, in whatever order. */
export const holdsBeginnings = (key: string, words: readonly string[]): boolean =>
  words.every((word) => wordBefore(key, word, key.length) >= 0);
