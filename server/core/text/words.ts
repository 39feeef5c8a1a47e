import { foldWord } from './fold.ts';

/**
 * The words of a text with their places, in columns that are used again from text to text: nothing is allocated per
 * word. A word is a run of letters, digits and combining marks; its hash is that of its folded form, so that `Mud`,
 * `mud` and `MUD` are alike. Two different words may share a hash: who acts on one checks the text.
 */
export class Words {
  count = 0;
  hashes = new Int32Array(1024);
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);

  clear(): void {
    this.count = 0;
  }

  /** Adds the words of `text` from `start` to `end`. */
  read(text: string, start: number, end: number): void {
    // Once `charCodeAt` was asked for what is behind the end, it is slow for good.
    const stop = Math.min(end, text.length);
    for (let at = start; at < stop; at++) {
      const from = at;
      let hash = FNV_OFFSET;
      let odd = false;
      for (; at < stop; at++) {
        const unit = FOLDED[text.charCodeAt(at)]!;
        if (unit === NO_WORD) break;
        if (unit >= UNKNOWN) odd = true;
        hash = Math.imul(hash ^ unit, FNV_PRIME);
      }
      if (odd && learned(text, from, at)) at = from - 1;
      else if (from < at) this.#push(odd ? hashOf(foldWord(text.slice(from, at))) : hash, from, at);
    }
  }

  #push(hash: number, start: number, end: number): void {
    if (this.count === this.hashes.length) this.#grow();
    this.hashes[this.count] = hash;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  #grow(): void {
    const grown = (column: Int32Array): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(column.length * 2);
      next.set(column);
      return next;
    };
    this.hashes = grown(this.hashes);
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
  }
}

/** Whether a UTF-16 unit belongs to a word. Halves of a surrogate pair do not: emoji would glue to words. */
export function isWordUnit(unit: number): boolean {
  if (FOLDED[unit] === UNKNOWN) FOLDED[unit] = foldOf(unit);
  return (FOLDED[unit] ?? NO_WORD) !== NO_WORD; // `charCodeAt` outside a text is NaN: no word.
}

// Constants of the FNV-1a hash, 32 bits.
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** Belongs to no word. */
const NO_WORD = 0;
/** Not met yet. Neither this nor `JOINED` is a character. */
const UNKNOWN = 0xfffe;
/** Its fold is not one unit (`İ`), or hangs on the units around it: the accent in `e\u0301`. */
const JOINED = 0xffff;

/**
 * What each UTF-16 unit folds to: a look-up is several times faster than a regular expression per character. Filled as
 * units are met, since no text has many of them, and to ask for all takes longer than to read a small corpus.
 */
const FOLDED = new Uint16Array(0x10000).fill(UNKNOWN);

/** Whether there were units in the text from `from` to `to` that are known only now. */
function learned(text: string, from: number, to: number): boolean {
  let any = false;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (FOLDED[unit] !== UNKNOWN) continue;
    FOLDED[unit] = foldOf(unit);
    any = true;
  }
  return any;
}

function foldOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return NO_WORD;
  const folded = foldWord(character);
  return folded.length > 1 || JOINS.test(character + folded) ? JOINED : folded.charCodeAt(0);
}

/** What the normal form may join to the character before: marks, and the vowels and finals of Hangul in pieces. */
const JOINS = /[\p{M}\u1160-\u11ff]/u;
