import { Words } from '../text/words.ts';

/** The keys of many names (`fold.ts`), and what they are found by: columns that are made once and never change. */
export interface KeyColumns {
  /** By row. */
  readonly keys: Int32Array;
  /** All keys, a line each, and where each begins: a word has no line break in it. */
  readonly text: string;
  readonly offsets: Int32Array;
  /** The rows with a piece: those in bucket 7 are `listed` from `starts[7]` to `starts[8]`. Pieces may share one. */
  readonly starts: Int32Array;
  readonly listed: Int32Array;
  /** A bit for each pair of words that a key begins with, by their hashes; other pairs may share it. */
  readonly pairs: Int32Array;
}

/** Makes the columns of some keys, in steps: whoever has other work does it between two. */
export function* makeKeyColumns(keys: Int32Array, stringOf: (key: number) => string): Generator<void, KeyColumns> {
  const texts: string[] = [];
  const pieces: number[][] = [];
  const offsets = new Int32Array(keys.length);
  const starts = new Int32Array(BUCKETS + 1);
  const pairs = new Int32Array(PAIRS / 32);
  let offset = 0;
  for (const [row, key] of keys.entries()) {
    if (row % STEP === 0) yield;
    const text = stringOf(key);
    texts.push(text);
    offsets[row] = offset;
    offset += text.length + 1;
    pieces.push([...new Set([...piecesOf(text), ...headsOf(text)])]);
    // Its words were just read.
    if (words.count > 1) mark(pairs, pairAt(words, 0));
    for (const piece of pieces[row]!) starts[piece + 1]!++;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const listed = new Int32Array(starts[BUCKETS]!);
  const next = starts.slice();
  for (const [row, each] of pieces.entries()) {
    if (row % STEP === 0) yield;
    for (const piece of each) listed[next[piece]!++] = row;
  }
  return { keys, text: texts.join('\n'), offsets, starts, listed, pairs };
}

/** So many keys are taken up in a step: less than a millisecond. */
const STEP = 512;

/** A power of two. */
export const BUCKETS = 65536;

/** Powers of two. */
const PAIRS = 2 ** 21;

/** The pair of a word and the one behind it. */
export const pairAt = ({ hashes }: Words, at: number): number => pairOf(hashes[at]!, hashes[at + 1]!);

/** The pair of two words by their hashes (`Words`). */
export const pairOf = (first: number, second: number): number =>
  (Math.imul(first ^ (second >>> 7), 0x9e3779b1) ^ second) & (PAIRS - 1);

/** The pair that a key begins with; -1 for one word. */
export function firstPair(key: string): number {
  words.clear();
  words.read(key, 0, key.length);
  return words.count > 1 ? pairAt(words, 0) : -1;
}

function mark(pairs: Int32Array, pair: number): void {
  pairs[pair >>> 5]! |= 1 << (pair & 31);
}

/** Whether some key may begin with a pair of words. */
export const hasPair = ({ pairs }: KeyColumns, pair: number): boolean =>
  (pairs[pair >>> 5]! & (1 << (pair & 31))) !== 0;

/** Keys by row, out of the one text: those that follow each other lie together in memory, and a search meets thousands. */
export const keysIn =
  ({ text, offsets }: KeyColumns): ((row: number) => string) =>
  (row) =>
    text.slice(offsets[row]!, (offsets[row + 1] ?? text.length + 1) - 1);

/** The rows with a piece, ascending; some without it may be among them. */
export const rowsWith = ({ starts, listed }: KeyColumns, piece: number): Int32Array =>
  listed.subarray(starts[piece]!, starts[piece + 1]!);

/** So many units of a word's beginning are its first piece. */
export const PIECE = 3;

/** The piece of all keys in which some word begins as this one does; the word has at least `PIECE` units. */
export const pieceOf = (word: string): number => bucketOf(word, 0, PIECE, FIRST);

/** The piece of all keys that begin as this text does, with its first two units; the text is not empty. */
export const headOf = (text: string): number => bucketOf(text, 0, Math.min(2, text.length), HEAD);

const FIRST = 1;
const LAST = 2;
const HEAD = 3;

const words = new Words();

/** `<rea` and `ces>` among those of `reasoning traces`, as numbers: a slip of the pen leaves most of them as they are. */
export function piecesOf(key: string): number[] {
  words.clear();
  words.read(key, 0, key.length);
  const pieces: number[] = [];
  for (let at = 0; at < words.count; at++) {
    const [start, end] = [words.starts[at]!, words.ends[at]!];
    pieces.push(
      bucketOf(key, start, Math.min(start + PIECE, end), FIRST),
      bucketOf(key, Math.max(start, end - PIECE), end, LAST),
    );
  }
  return [...new Set(pieces)];
}

/** `r` and `re` of `reasoning traces`: what is found before three letters of a word are typed. */
function headsOf(key: string): number[] {
  return [1, 2].filter((length) => length <= key.length).map((length) => bucketOf(key, 0, length, HEAD));
}

export function bucketOf(key: string, start: number, end: number, kind: number): number {
  let hash = kind;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x9e3779b1);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}

/**
 * The best of some rows: those of the least weight first, then by row, `most` of them. `weigh` answers a whole number from 0 up,
 * or a negative one for a row that is not wanted. Not all are sorted: of a hundred thousand titles that begin alike, fifty are shown.
 */
export function bestRows(rows: Int32Array, weigh: (row: number) => number, most: number): Float64Array {
  const best = new Float64Array(Math.min(rows.length, most));
  let count = 0;
  for (const row of rows) {
    const weight = weigh(row);
    const value = weight * ROWS + row;
    if (weight < 0 || (count === best.length && !(value < best[count - 1]!))) continue;
    let at = count < best.length ? count++ : count - 1;
    for (; at > 0 && best[at - 1]! > value; at--) best[at] = best[at - 1]!;
    best[at] = value;
  }
  return best.subarray(0, count);
}

/** More than there are rows; a weight and a row are one number. */
const ROWS = 2 ** 28;
export const rowIn = (weighed: number): number => weighed % ROWS;
export const weightIn = (weighed: number): number => Math.floor(weighed / ROWS);
