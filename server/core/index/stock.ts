import type { Finds } from './lexicon.ts';
import type { Numbering } from './numbering.ts';
import { OCCURRENCE_COLUMNS } from './occurrences.ts';
import { renumber, type Sheet } from './sheet.ts';

// A corpus as bytes, for a start that need not read it again. In this order, each part aligned to what is in it: three
// doubles for each file (`Stamp`), the integers of all files (sheet, occurrences, filter), three lengths for each file,
// the names of the lexicon, the texts of paths, keys and spellings with their lengths before them, and a footer of
// nine integers. Bytes are those of this machine: a cache does not travel.

/** What tells whether a file is still the one that was read. */
export interface Stamp {
  /** In bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number;
  /** A checksum of its bytes, which tells any two apart that somebody would write by chance. */
  readonly hash: number;
}

/** A file as it is kept. */
export interface Stocked {
  readonly path: string;
  readonly stamp: Stamp;
  /** Undefined for a file that is no document. */
  readonly sheet?: Sheet;
  /** Undefined where nobody knew a name to look for. */
  readonly finds?: Finds;
}

/** The host's way between texts and bytes: a byte order mark is a character like any other. */
export interface Utf8 {
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}

const STAMP = 3;
const LENGTHS = 3;
const FOOTER = 9;

/**
 * The bytes of some files, in pieces: whoever writes them can do other work between two.
 *
 * @param names the names of the lexicon, in which all these files were looked for; others are left out of what was found.
 */
export function* stockOf(
  files: readonly Stocked[],
  numbering: Numbering,
  names: ReadonlySet<number>,
  minimumWords: number,
  utf8: Utf8,
): Generator<Uint8Array> {
  const stamps = new Float64Array(STAMP * files.length);
  for (const [at, { stamp }] of files.entries()) stamps.set([stamp.size, stamp.modified, stamp.hash], STAMP * at);
  yield bytesOf(stamps);
  const keys = new Renumbering();
  const spellings = new Renumbering();
  const lengths = new Int32Array(LENGTHS * files.length);
  for (const [at, { sheet, finds }] of files.entries()) {
    const own = sheet?.slice() ?? EMPTY;
    if (sheet) renumber(own, keys.of, spellings.of);
    const occurrences = finds ? renumbered(finds.occurrences, names, keys, spellings) : EMPTY;
    const filter = finds ? new Int32Array(finds.filter.buffer, finds.filter.byteOffset, finds.filter.length) : EMPTY;
    lengths.set([own.length, occurrences.length, filter.length], LENGTHS * at);
    yield bytesOf(own);
    yield bytesOf(occurrences);
    yield bytesOf(filter);
  }
  yield bytesOf(lengths);
  const lexicon = Int32Array.from(names, keys.of);
  yield bytesOf(lexicon);
  const texts = [
    files.map(({ path }) => path),
    keys.old.map((key) => numbering.keys.string(key)),
    spellings.old.map((spelling) => numbering.spellings.string(spelling)),
  ].map((each) => blobOf(each, utf8));
  for (const { lengths, blob } of texts) {
    yield bytesOf(lengths);
    yield blob;
  }
  const integers = lengths.reduce((sum, length) => sum + length, 0);
  const counts = texts.flatMap(({ lengths, blob }, at) => (at === 0 ? [blob.length] : [lengths.length, blob.length]));
  yield bytesOf(Int32Array.of(files.length, integers, lexicon.length, ...counts, minimumWords));
}

/** What was kept. Its texts have their numbers in `numbering` then, which must be empty. */
export interface Stock {
  readonly files: ReadonlyMap<string, Stocked>;
  /** The names that all files were looked for. */
  readonly names: Int32Array;
}

/**
 * Undefined where other names were looked for: shorter ones, or only longer ones.
 *
 * @param bytes as `stockOf` gave them, all in one, at an address that eight divides; they are not copied.
 */
export function readStock(
  bytes: Uint8Array,
  numbering: Numbering,
  minimumWords: number,
  utf8: Utf8,
): Stock | undefined {
  const reader = new Reader(bytes, utf8);
  const [count, integers, names, paths, keys, keyBytes, spellings, spellingBytes, least] = reader.footer();
  if (least !== minimumWords) return undefined;
  const stamps = reader.doubles(STAMP * count!);
  const values = reader.integers(integers!);
  const lengths = reader.integers(LENGTHS * count!);
  const lexicon = reader.integers(names!);
  const pathTexts = reader.texts(count!, paths!);
  numbering.keys.fill(reader.texts(keys!, keyBytes!));
  numbering.spellings.fill(reader.texts(spellings!, spellingBytes!));
  const files = new Map<string, Stocked>();
  let at = 0;
  const next = (length: number): Int32Array => {
    at += length;
    return values.subarray(at - length, at);
  };
  for (const [index, path] of pathTexts.entries()) {
    const [size, modified, hash] = stamps.subarray(STAMP * index, STAMP * (index + 1));
    const [sheet, occurrences, filter] = [0, 1, 2].map((column) => next(lengths[LENGTHS * index + column]!));
    const finds = {
      occurrences: occurrences!,
      filter: new Uint32Array(filter!.buffer, filter!.byteOffset, filter!.length),
    };
    files.set(path, {
      path,
      stamp: { size: size!, modified: modified!, hash: hash! },
      ...(sheet!.length > 0 && { sheet: sheet! }),
      ...(filter!.length > 0 && { finds }),
    });
  }
  return { files, names: lexicon };
}

const EMPTY = new Int32Array();

const bytesOf = (column: Float64Array | Int32Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/** New numbers from 0, in the order in which the old ones are met: those that nobody uses any more are left out. */
class Renumbering {
  readonly old: number[] = [];
  readonly #new: number[] = [];

  readonly of = (old: number): number => {
    this.#new[old] ??= this.old.push(old) - 1;
    return this.#new[old];
  };
}

function renumbered(
  occurrences: Int32Array,
  names: ReadonlySet<number>,
  keys: Renumbering,
  spellings: Renumbering,
): Int32Array {
  const kept = new Int32Array(occurrences.length);
  let length = 0;
  for (let at = 0; at < occurrences.length; at += OCCURRENCE_COLUMNS) {
    if (!names.has(occurrences[at + 2]!)) continue;
    kept.set(occurrences.subarray(at, at + OCCURRENCE_COLUMNS), length);
    kept[length + 2] = keys.of(occurrences[at + 2]!);
    kept[length + 4] = spellings.of(occurrences[at + 4]!);
    length += OCCURRENCE_COLUMNS;
  }
  return kept.subarray(0, length);
}

/** Texts one after the other, as UTF-8 filled up to whole integers, and the length of each in UTF-16 units. */
function blobOf(texts: readonly string[], utf8: Utf8): { lengths: Int32Array; blob: Uint8Array } {
  const bytes = utf8.encode(texts.join(''));
  const blob = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  blob.set(bytes);
  return { lengths: Int32Array.from(texts, (text) => text.length), blob };
}

/** Takes part after part of some bytes. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #utf8: Utf8;
  #at: number;

  constructor(bytes: Uint8Array, utf8: Utf8) {
    this.#bytes = bytes;
    this.#utf8 = utf8;
    this.#at = bytes.byteOffset;
  }

  footer(): Int32Array {
    const { buffer, byteOffset, length } = this.#bytes;
    return new Int32Array(buffer, byteOffset + length - 4 * FOOTER, FOOTER);
  }

  doubles(length: number): Float64Array {
    return new Float64Array(this.#bytes.buffer, this.#take(8 * length), length);
  }

  integers(length: number): Int32Array {
    return new Int32Array(this.#bytes.buffer, this.#take(4 * length), length);
  }

  texts(count: number, bytes: number): string[] {
    const lengths = this.integers(count);
    const blob = this.#utf8.decode(new Uint8Array(this.#bytes.buffer, this.#take(bytes), bytes));
    const texts: string[] = new Array(count);
    let at = 0;
    for (let index = 0; index < count; index++) {
      texts[index] = blob.slice(at, at + lengths[index]!);
      at += lengths[index]!;
    }
    return texts;
  }

  #take(length: number): number {
    const from = this.#at;
    this.#at += length;
    return from;
  }
}
