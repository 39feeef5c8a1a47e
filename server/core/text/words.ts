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
    let at = start;
    while (at < end) {
      let unit = text.charCodeAt(at);
      if (!isWordUnit(unit)) {
        at++;
        continue;
      }
      const from = at;
      let hash = FNV_OFFSET;
      let ascii = true;
      do {
        if (unit >= 128) ascii = false;
        hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit + 32 : unit), FNV_PRIME);
        unit = text.charCodeAt(++at);
      } while (at < end && isWordUnit(unit));
      this.#push(ascii ? hash : hashOf(foldWord(text.slice(from, at))), from, at);
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
  return WORD_UNITS[unit] === 1;
}

// Constants of the FNV-1a hash, 32 bits.
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** One byte for each UTF-16 unit: a look-up is several times faster than a regular expression per character. */
const WORD_UNITS = wordUnits();

function wordUnits(): Uint8Array {
  const table = new Uint8Array(65536 + 1); // `charCodeAt` behind the end is NaN, which reads as undefined: no word.
  const word = /[\p{L}\p{N}\p{M}]/u;
  for (let unit = 0; unit < 65536; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    if (word.test(String.fromCharCode(unit))) table[unit] = 1;
  }
  return table;
}
