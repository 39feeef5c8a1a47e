import { fold, isMark, oneLine } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { isWordUnit, Words } from '../text/words.ts';
import type { Interner } from './interner.ts';
import { Trie } from './trie.ts';
import { makeFilter, type WordFilter } from './wordFilter.ts';

/**
 * Where names stand in one text, in columns of five: start, end (UTF-16 offsets, without the marks at a title's end),
 * name, the marks that follow (see `marksCode`), and the spelling by its number. All names at all places, overlapping ones too, by start and then
 * longest first: which of them count is decided against a snapshot (`mentions.ts`), so that a name that vanishes
 * costs no second look at the text.
 */
export type Occurrences = Int32Array;
export const OCCURRENCE_COLUMNS = 5;

/** A name as the lexicon keeps it: the key, and how much punctuation stands before its first and behind its last word. */
interface Pattern {
  readonly name: number;
  readonly key: string;
  readonly before: number;
  readonly behind: number;
  /** How it was spelled last, and that spelling's number: mostly it is so the next time. */
  last: string;
  spelling: number;
}

/**
 * All names that may stand in prose, found in one pass over a text whatever their number. It only grows: that a name is
 * in it does not say that the corpus still knows it.
 */
export class Lexicon {
  readonly #trie = new Trie();
  /** A bit for each hash that a name begins with: nearly all words of a text begin none, and are passed over by it. */
  readonly #first = new Uint32Array(FIRST_BITS / 32);
  readonly #patterns = new Map<number, Pattern[]>();
  readonly #words = new Words();
  readonly #names = new Set<number>();
  readonly #spellings: Interner;

  constructor(spellings: Interner) {
    this.#spellings = spellings;
  }

  get isEmpty(): boolean {
    return this.#patterns.size === 0;
  }

  has(name: number): boolean {
    return this.#names.has(name);
  }

  /** Adds a name by its folded key. Answers the hashes of its words, in order. */
  add(name: number, key: string): readonly number[] {
    this.#names.add(name);
    const words = this.#words;
    words.clear();
    words.read(key, 0, key.length);
    if (words.count === 0) return [];
    const bit = firstBit(words.hashes[0]!);
    this.#first[bit >>> 5]! |= 1 << (bit & 31);
    let node = 0;
    for (let at = 0; at < words.count; at++) node = this.#trie.extend(node, words.hashes[at]!);
    const before = words.starts[0]!;
    const behind = key.length - words.ends[words.count - 1]!;
    const patterns = this.#patterns.get(node) ?? [];
    patterns.push({ name, key, before, behind, last: '', spelling: -1 });
    this.#patterns.set(node, patterns);
    return Array.from(words.hashes.subarray(0, words.count));
  }

  /** All names in the given spans of a text (which are in order), and the filter that says which names it may hold. */
  scan(text: string, spans: readonly Span[]): { occurrences: Occurrences; filter: WordFilter } {
    const words = this.#words;
    const found: number[] = [];
    words.clear();
    const breaks: number[] = [];
    for (const each of spans) {
      words.read(text, each.start, each.end);
      breaks.push(words.count);
    }
    let first = 0;
    for (let index = 0; index < spans.length; index++) {
      const last = breaks[index]!;
      for (let at = first; at < last; at++) {
        const bit = firstBit(words.hashes[at]!);
        if ((this.#first[bit >>> 5]! & (1 << (bit & 31))) !== 0) this.#namesAt(text, spans[index]!, at, last, found);
      }
      first = last;
    }
    return { occurrences: Int32Array.from(found), filter: makeFilter(words, breaks) };
  }

  /** Adds the names that begin with word number `first`, longest first. */
  #namesAt(text: string, within: Span, first: number, last: number, found: number[]): void {
    const words = this.#words;
    let node = 0;
    const from = found.length;
    for (let at = first; at < last; at++) {
      node = this.#trie.step(node, words.hashes[at]!);
      if (node < 0) break;
      const patterns = this.#patterns.get(node);
      if (!patterns) continue;
      for (const pattern of patterns) {
        const start = words.starts[first]! - pattern.before;
        const end = words.ends[at]! + pattern.behind;
        if (start < within.start || end > within.end || !standsAlone(text, start, end)) continue;
        if (!this.#isSpelledAt(text, start, end, pattern)) continue;
        found.push(start, end, pattern.name, marksCode(text, end, within.end), pattern.spelling);
      }
    }
    if (found.length - from > OCCURRENCE_COLUMNS) longestFirst(found, from);
  }

  /** Whether a stretch of text is that name in any spelling; the pattern then has the number of this one. */
  #isSpelledAt(text: string, start: number, end: number, pattern: Pattern): boolean {
    if (end - start === pattern.last.length && text.startsWith(pattern.last, start)) return true;
    const slice = text.slice(start, end);
    if (fold(slice) !== pattern.key) return false;
    pattern.last = slice;
    pattern.spelling = this.#spellings.number(oneLine(slice));
    return true;
  }
}

/** A power of two. */
const FIRST_BITS = 65536;
const firstBit = (hash: number): number => (hash ^ (hash >>> 16)) & (FIRST_BITS - 1);

/** The run of `?`, `.` and `!` at `at`, as a number: the first mark in the lowest two bits, then the next, eight at most. */
function marksCode(text: string, at: number, end: number): number {
  let code = 0;
  for (let shift = 0; at < end && shift < 16 && isMark(text.charCodeAt(at)); at++, shift += 2) {
    code |= ('?.!'.indexOf(text[at]!) + 1) << shift;
  }
  return code;
}

/** Whether a text goes on with `marks` (`?`) where it goes on with the run that `code` tells (`?.`). */
export function goesOnWith(code: number, marks: string): boolean {
  return marks.length <= 8 && (code & ((1 << (2 * marks.length)) - 1)) === marksCode(marks, 0, marks.length);
}

/** Sorts what was found at one word by length, the longest first (`Occurrences`). */
function longestFirst(found: number[], from: number): void {
  const rows: number[][] = [];
  for (let at = from; at < found.length; at += OCCURRENCE_COLUMNS) rows.push(found.slice(at, at + OCCURRENCE_COLUMNS));
  rows.sort((a, b) => b[1]! - b[0]! - (a[1]! - a[0]!) || a[0]! - b[0]!);
  found.length = from;
  for (const row of rows) found.push(...row);
}

/**
 * Word boundaries on both sides: neither `pre-Does rain cause mud` nor `Does rain cause mud_2` names the title, nor does
 * `Why do bees like C++` name `Why do bees like C`, nor `What bees don’t` name `What bees don`.
 */
function standsAlone(text: string, start: number, end: number): boolean {
  if (isWordUnit(text.charCodeAt(start)) && joins(text, start - 1, start - 2)) return false;
  if (!isWordUnit(text.charCodeAt(end - 1))) return true;
  return !joins(text, end, end + 1) && !/^(?:[+#]|['’][\p{L}\p{N}])/u.test(text.slice(end, end + 2));
}

/** Whether the unit at `near` ties a word to the one at `far`: a letter itself, or `-` and `_` before a letter. */
function joins(text: string, near: number, far: number): boolean {
  const unit = text.charCodeAt(near);
  if (isWordUnit(unit)) return true;
  return (unit === 45 || unit === 95 || unit === 0x2010 || unit === 0x2011) && isWordUnit(text.charCodeAt(far));
}
