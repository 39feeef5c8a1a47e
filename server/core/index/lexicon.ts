import { fold, isMark, oneLine } from '../text/fold.ts';
import { isWordUnit, Words } from '../text/words.ts';
import type { Interner } from './interner.ts';
import { PROSE_COLUMNS, type ProseColumns } from './sheet.ts';
import { Trie, type TrieColumns } from './trie.ts';
import { makeFilter, pairOf, type WordFilter } from './wordFilter.ts';

/**
 * Where names stand in one text, in columns of five: start, end (UTF-16 offsets, without the marks at a title's end),
 * name, the marks that follow with the role of the place above them (`codeOf`), and the spelling by its number. All names
 * at all places, overlapping ones too, by start and then longest first: which of them count is decided against a snapshot
 * (`references.ts`), so that a name that vanishes costs no second look at the text.
 */
export type Occurrences = Int32Array;
export const OCCURRENCE_COLUMNS = 5;

/** What a look at a text finds: the names in it, and the filter that says which others it may hold. */
export interface Finds {
  readonly occurrences: Occurrences;
  readonly filter: WordFilter;
}

/**
 * All names that may stand in prose, found in one pass over a text whatever their number. It only grows: that a name is
 * in it does not say that the corpus still knows it. The names in it have numbers of their own, from 0 in the order in
 * which they were added.
 */
export class Lexicon {
  readonly #trie: Trie;
  /** A bit for each pair of words that a name begins with: nearly all words of a text begin none, and are passed over by it. */
  readonly #pairs: Uint32Array;
  /** A bit for each word that is a name by itself. */
  readonly #singles: Uint32Array;
  /** The entries at a node: the first, and behind each the next, or -1. */
  readonly #first: number[];
  readonly #entries: Entry[];
  readonly #words = new Words();
  #found = new Int32Array(256);
  #pairsMet = new Int32Array(1024);
  readonly #spellings: Interner;

  constructor(spellings: Interner, shared?: SharedLexicon) {
    this.#spellings = spellings;
    this.#trie = new Trie(shared?.trie);
    this.#pairs = shared?.pairs ?? new Uint32Array(BITS / 32);
    this.#singles = shared?.singles ?? new Uint32Array(BITS / 32);
    this.#first = shared ? Array.from(shared.first) : [-1];
    this.#entries = shared ? entriesOf(shared) : [];
  }

  /** How many names there are that a text can hold. */
  get size(): number {
    return this.#entries.length;
  }

  /** Adds a name by its folded key, once. One without any word is never found. */
  add(name: number, key: string): void {
    const hashes = this.#wordsOf(key);
    if (hashes.length === 0) return;
    const words = this.#words;
    const [before, behind] = [words.starts[0]!, key.length - words.ends[hashes.length - 1]!];
    if (hashes.length === 1) setBit(this.#singles, hashes[0]!);
    else setBit(this.#pairs, pairOf(hashes[0]!, hashes[1]!));
    const last = hashes.at(-1)!;
    this.#entries.push({ name, key, before, behind, length: hashes.length, last, written: '', spelling: -1, next: -1 });
    this.#place(this.#entries.length - 1, hashes, this.#trie.extend(0, hashes[0]!), 1);
  }

  /** The words of the names from number `from` on, as hashes: for a look at other texts. */
  since(from: number): (readonly number[])[] {
    return this.#entries.slice(from).map(({ key }) => this.#wordsOf(key));
  }

  #wordsOf(key: string): number[] {
    const words = this.#words;
    words.clear();
    words.read(key, 0, key.length);
    return Array.from(words.hashes.subarray(0, words.count));
  }

  /**
   * Puts an entry below a node, as high as it is alone there: `Why does mud` may be all that the trie has of a longer name,
   * until another one begins so.
   */
  #place(entry: number, hashes: readonly number[], start: number, depth: number): void {
    for (let node = start, at = depth; ; at++) {
      const isNew = node >= this.#first.length;
      if (isNew) this.#first[node] = -1;
      else this.#pushDown(node, at);
      if (isNew || at === hashes.length) {
        this.#entries[entry]!.next = this.#first[node]!;
        this.#first[node] = entry;
        return;
      }
      node = this.#trie.extend(node, hashes[at]!);
    }
  }

  /** Moves the entry at a node that goes on with more words one word further. */
  #pushDown(node: number, depth: number): void {
    const entry = this.#first[node]!;
    if (entry < 0 || this.#entries[entry]!.length === depth) return;
    this.#first[node] = -1;
    this.#entries[entry]!.next = -1;
    const hashes = this.#wordsOf(this.#entries[entry]!.key);
    this.#place(entry, hashes, this.#trie.extend(node, hashes[depth]!), depth + 1);
  }

  /** All names in the prose of a text. */
  scan(text: string, prose: ProseColumns): Finds {
    const words = this.#words;
    let found = 0;
    let pairs = 0;
    for (let row = 0; row < prose.length; row += PROSE_COLUMNS) {
      const [start, end] = [prose[row]!, prose[row + 1]!];
      words.clear();
      words.read(text, start, end);
      const { count, hashes } = words;
      if (pairs + count > this.#pairsMet.length) this.#pairsMet = enlarged(this.#pairsMet, pairs + count);
      const met = this.#pairsMet;
      for (let at = 0; at < count; at++) {
        const hash = hashes[at]!;
        let begins = hasBit(this.#singles, hash);
        if (at + 1 < count) {
          const pair = pairOf(hash, hashes[at + 1]!);
          met[pairs++] = pair;
          begins ||= hasBit(this.#pairs, pair);
        }
        if (begins) found = this.#namesAt(text, start, end, prose[row + 2]!, at, found);
      }
    }
    return { occurrences: this.#found.slice(0, found), filter: makeFilter(this.#pairsMet, pairs) };
  }

  /** Adds the names that begin with word number `first`, longest first. Answers how many integers there are then. */
  #namesAt(text: string, start: number, end: number, role: number, first: number, before: number): number {
    const { hashes, starts, ends, count } = this.#words;
    let found = before;
    let node = 0;
    for (let at = first; at < count; at++) {
      node = this.#trie.step(node, hashes[at]!);
      if (node < 0) break;
      for (let index = this.#first[node]!; index >= 0; ) {
        const entry = this.#entries[index]!;
        index = entry.next;
        const last = first + entry.length - 1;
        if (last >= count || hashes[last] !== entry.last) continue;
        const [from, to] = [starts[first]! - entry.before, ends[last]! + entry.behind];
        if (from < start || to > end || !standsAlone(text, from, to)) continue;
        if (!this.#isSpelledAt(text, from, to, entry)) continue;
        if (found + OCCURRENCE_COLUMNS > this.#found.length) this.#found = enlarged(this.#found, found * 2);
        this.#found.set([from, to, entry.name, codeOf(role, text, to, end), entry.spelling], found);
        found += OCCURRENCE_COLUMNS;
      }
    }
    if (found - before > OCCURRENCE_COLUMNS) longestFirst(this.#found.subarray(before, found));
    return found;
  }

  /** Whether a stretch of text is that name in any spelling; the entry then has the number of this one. */
  #isSpelledAt(text: string, start: number, end: number, entry: Entry): boolean {
    if (end - start === entry.written.length && text.startsWith(entry.written, start)) return true;
    const slice = text.slice(start, end);
    if (fold(slice) !== entry.key) return false;
    entry.written = slice;
    entry.spelling = this.#spellings.number(oneLine(slice));
    return true;
  }

  /** All of it, for another thread. */
  share(): SharedLexicon {
    return {
      trie: this.#trie.columns,
      pairs: this.#pairs,
      singles: this.#singles,
      first: Int32Array.from(this.#first),
      names: Int32Array.from(this.#entries, ({ name }) => name),
      next: Int32Array.from(this.#entries, ({ next }) => next),
      keys: this.#entries.map(({ key }) => key),
    };
  }
}

/** The same occurrences under other numbers of spellings; they are changed in place. */
export function respell(occurrences: Occurrences, spellings: ArrayLike<number>): void {
  for (let at = 4; at < occurrences.length; at += OCCURRENCE_COLUMNS) occurrences[at] = spellings[occurrences[at]!]!;
}

/** A name as the lexicon keeps it. */
interface Entry {
  readonly name: number;
  readonly key: string;
  /** How much punctuation stands before its first and behind its last word, in UTF-16 units. */
  readonly before: number;
  readonly behind: number;
  /** How many words it has, and the hash of the last one. */
  readonly length: number;
  readonly last: number;
  /** How it was spelled last, and that spelling's number: mostly it is so the next time. */
  written: string;
  spelling: number;
  /** The next entry at the same node, or -1. */
  next: number;
}

/** A lexicon as it goes to another thread, which only reads it. */
export interface SharedLexicon {
  readonly trie: TrieColumns;
  readonly pairs: Uint32Array;
  readonly singles: Uint32Array;
  readonly first: Int32Array;
  readonly names: Int32Array;
  readonly next: Int32Array;
  readonly keys: readonly string[];
}

function entriesOf({ names, next, keys }: SharedLexicon): Entry[] {
  const words = new Words();
  return keys.map((key, at): Entry => {
    words.clear();
    words.read(key, 0, key.length);
    const length = words.count;
    const [before, behind] = [words.starts[0]!, key.length - words.ends[length - 1]!];
    const last = words.hashes[length - 1]!;
    return { name: names[at]!, key, before, behind, length, last, written: '', spelling: -1, next: next[at]! };
  });
}

/** Bits of the two tables: a power of two. 128 kB each, most of which stays in a core's own cache. */
const BITS = 2 ** 20;

function setBit(bits: Uint32Array, hash: number): void {
  bits[(hash & (BITS - 1)) >>> 5]! |= 1 << (hash & 31);
}

const hasBit = (bits: Uint32Array, hash: number): boolean =>
  (bits[(hash & (BITS - 1)) >>> 5]! & (1 << (hash & 31))) !== 0;

function enlarged(column: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(Math.max(least, column.length * 2));
  next.set(column);
  return next;
}

/** The run of `?`, `.` and `!` at `at`, as a number: the first mark in the lowest two bits, then the next, eight at most. */
function marksCode(text: string, at: number, end: number): number {
  let code = 0;
  for (let shift = 0; at < end && shift < ROLE_SHIFT && isMark(text.charCodeAt(at)); at++, shift += 2) {
    code |= ('?.!'.indexOf(text[at]!) + 1) << shift;
  }
  return code;
}

/** Above the marks stands the role of the place. */
const ROLE_SHIFT = 16;
const codeOf = (role: number, text: string, at: number, end: number): number =>
  marksCode(text, at, end) | (role << ROLE_SHIFT);

/** The role's number in an occurrence's code. */
export const roleIn = (code: number): number => code >>> ROLE_SHIFT;

/** Whether a text goes on with `marks` (`?`) where it goes on with the run that `code` tells (`?.`). */
export function goesOnWith(code: number, marks: string): boolean {
  return marks.length <= 8 && (code & ((1 << (2 * marks.length)) - 1)) === marksCode(marks, 0, marks.length);
}

/** Sorts what was found at one word by length, the longest first (`Occurrences`). */
function longestFirst(found: Int32Array): void {
  const rows: Int32Array[] = [];
  for (let at = 0; at < found.length; at += OCCURRENCE_COLUMNS) rows.push(found.slice(at, at + OCCURRENCE_COLUMNS));
  rows.sort((a, b) => b[1]! - b[0]! - (a[1]! - a[0]!) || a[0]! - b[0]!);
  for (const [row, columns] of rows.entries()) found.set(columns, row * OCCURRENCE_COLUMNS);
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
