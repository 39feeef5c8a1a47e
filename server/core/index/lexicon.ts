import { standsAlone } from '../text/boundaries.ts';
import { fold, oneLine } from '../text/fold.ts';
import { Words } from '../text/words.ts';
import type { Interner } from './interner.ts';
import { codeOf, longestFirst, OCCURRENCE_COLUMNS, type Occurrences } from './occurrences.ts';
import { PROSE_COLUMNS, type ProseColumns } from './sheet.ts';
import { Trie, type TrieColumns } from './trie.ts';
import { makeFilter, pairOf, type WordFilter } from './wordFilter.ts';

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
  /** Names that were added, and that no text was searched for since. */
  readonly #waiting: { readonly name: number; readonly key: string }[] = [];
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

  /** How many names there are. */
  get size(): number {
    return this.#entries.length + this.#waiting.length;
  }

  /** All names, in the order in which they were added. */
  *names(): Generator<number> {
    for (const { name } of this.#entries) yield name;
    for (const { name } of this.#waiting) yield name;
  }

  /** Adds a name by its folded key, once. One without any word is never found. */
  add(name: number, key: string): void {
    this.#waiting.push({ name, key });
  }

  /** Makes up to `most` of the names that were added ready to be found, and answers whether all are. `scan` does so itself. */
  settle(most = Number.POSITIVE_INFINITY): boolean {
    const waiting = this.#waiting.length <= most ? this.#waiting.splice(0) : this.#waiting.splice(0, most);
    for (const { name, key } of waiting) this.#enter(name, key);
    return this.#waiting.length === 0;
  }

  #enter(name: number, key: string): void {
    const hashes = this.#wordsOf(key);
    this.#entries.push(entryOf(name, key, this.#words));
    if (hashes.length === 0) return;
    if (hashes.length === 1) setBit(this.#singles, hashes[0]!);
    else setBit(this.#pairs, pairOf(hashes[0]!, hashes[1]!));
    this.#place(this.#entries.length - 1, hashes, this.#trie.extend(0, hashes[0]!), 1);
  }

  /** The words of the names from number `from` on, as hashes: for a look at other texts. */
  since(from: number): (readonly number[])[] {
    this.settle();
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
    this.settle();
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
        const spelling = this.#spellingAt(text, from, to, entry);
        if (spelling < 0) continue;
        if (found + OCCURRENCE_COLUMNS > this.#found.length) this.#found = enlarged(this.#found, found * 2);
        this.#found.set([from, to, entry.name, codeOf(role, text, to, end), spelling], found);
        found += OCCURRENCE_COLUMNS;
      }
    }
    if (found - before > OCCURRENCE_COLUMNS) longestFirst(this.#found.subarray(before, found));
    return found;
  }

  /** The number of the spelling by which a stretch of text is that name; -1 where it is none of it. */
  #spellingAt(text: string, start: number, end: number, entry: Entry): number {
    if (end - start === entry.written.length && text.startsWith(entry.written, start)) return entry.spelling;
    const slice = text.slice(start, end);
    if (fold(slice) !== entry.key) return -1;
    const spelling = oneLine(slice);
    const number = this.#spellings.number(spelling);
    if (spelling === slice) {
      // Not the slice, which would keep its text in memory.
      entry.written = this.#spellings.string(number);
      entry.spelling = number;
    }
    return number;
  }

  /** All of it, for another thread. */
  share(): SharedLexicon {
    this.settle();
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
  return keys.map((key, at) => {
    words.clear();
    words.read(key, 0, key.length);
    return { ...entryOf(names[at]!, key, words), next: next[at]! };
  });
}

/** @param words those of the key. */
function entryOf(name: number, key: string, { count, starts, ends, hashes }: Words): Entry {
  const [before, behind] = count > 0 ? [starts[0]!, key.length - ends[count - 1]!] : [0, 0];
  return {
    name,
    key,
    before,
    behind,
    length: count,
    last: hashes[count - 1] ?? 0,
    written: '',
    spelling: -1,
    next: -1,
  };
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
