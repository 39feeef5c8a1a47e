import { Words } from '../text/words.ts';
import type { Document } from './document.ts';
import type { DocumentId } from './names.ts';
import { documentOf, documentsOf, type Snapshot } from './snapshot.ts';

/** A title or alias, and the document that has it. */
export interface Title {
  readonly text: string;
  readonly alias: boolean;
  readonly document: Document;
}

/** A title as it is looked for. */
export interface Candidate extends Title {
  /** What it folds to (`fold.ts`). */
  readonly key: string;
}

/**
 * All titles of a corpus, to be found by their letters and by pieces of their words. Made once, in columns; titles that come
 * and go later are kept beside them, until there are so many that it is made again.
 */
export class TitleIndex {
  readonly #columns: Columns;
  /** All zero between two questions: how many pieces each title shares with the one in question. */
  readonly #shared: Uint16Array;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#shared = new Uint16Array(columns.keys.length);
  }

  /** Whether so many titles have changed since that it should be made again. */
  isOld(snapshot: Snapshot): boolean {
    return snapshot.titlesVersion - this.#columns.since > MOST_CHANGES;
  }

  /** All titles as they are now. */
  *all(snapshot: Snapshot): Generator<Candidate> {
    const changed = this.#changed(snapshot);
    for (let title = 0; title < this.#columns.keys.length; title++) {
      if (!changed.has(this.#columns.documents[title]!)) yield this.#candidate(snapshot, title);
    }
    yield* titlesOf(snapshot, changed);
  }

  /**
   * The titles that hold all these words, those of the least `rank` first (a small whole number), then the shorter ones, then
   * by path; `most` of them. The others are passed over in one long text, without a look at each.
   */
  holding(snapshot: Snapshot, words: readonly string[], rank: (key: string) => number, most: number): Candidate[] {
    const changed = this.#changed(snapshot);
    const weigh = (key: string): number => rank(key) * LONGEST + Math.min(key.length, LONGEST - 1);
    const holds = (key: string): boolean => words.every((word) => key.includes(word));
    const found: { readonly weight: number; readonly title: number }[] = [];
    const rarest = words.reduce((a, b) => (b.length > a.length ? b : a));
    for (let title = this.#titleWith(rarest, 0); title >= 0; title = this.#titleWith(rarest, title + 1)) {
      const key = snapshot.keys.string(this.#columns.keys[title]!);
      if (holds(key) && !changed.has(this.#columns.documents[title]!)) found.push({ weight: weigh(key), title });
    }
    found.sort((a, b) => a.weight - b.weight || a.title - b.title);
    const base = found.slice(0, most).map(({ weight, title }) => ({ weight, ...this.#candidate(snapshot, title) }));
    const fresh = [...titlesOf(snapshot, changed)].filter(({ key }) => holds(key));
    if (fresh.length === 0) return base;
    const all = [...base, ...fresh.map((each) => ({ weight: weigh(each.key), ...each }))];
    return all.sort((a, b) => a.weight - b.weight || byPath(a, b)).slice(0, most);
  }

  /** The first title from number `from` on that holds a word; -1 where there is none. */
  #titleWith(word: string, from: number): number {
    if (from >= this.#columns.keys.length) return -1;
    const at = this.#columns.text.indexOf(word, this.#columns.offsets[from]);
    if (at < 0) return -1;
    let [low, high] = [from, this.#columns.keys.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#columns.offsets[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Titles that share at least this part of the pieces of a key, and one of them; those that share most first, `most` of them. */
  near(snapshot: Snapshot, key: string, part: number, most: number): Candidate[] {
    const shared = this.#shared;
    const met: number[] = [];
    const pieces = piecesOf(key);
    const least = Math.max(1, Math.ceil(pieces.length * part));
    for (const piece of pieces) {
      for (let at = this.#columns.starts[piece]!; at < this.#columns.starts[piece + 1]!; at++) {
        const title = this.#columns.listed[at]!;
        if (++shared[title]! === least) met.push(title);
      }
    }
    met.sort((a, b) => shared[b]! - shared[a]! || a - b);
    const changed = this.#changed(snapshot);
    const nearest: { readonly shares: number; readonly candidate: Candidate }[] = [];
    for (const title of met) {
      if (nearest.length === most) break;
      if (changed.has(this.#columns.documents[title]!)) continue;
      nearest.push({ shares: shared[title]!, candidate: this.#candidate(snapshot, title) });
    }
    shared.fill(0);
    for (const candidate of titlesOf(snapshot, changed)) {
      const own = new Set(piecesOf(candidate.key));
      const shares = pieces.filter((piece) => own.has(piece)).length;
      if (shares >= least) nearest.push({ shares, candidate });
    }
    nearest.sort((a, b) => b.shares - a.shares || byPath(a.candidate, b.candidate));
    return nearest.slice(0, most).map(({ candidate }) => candidate);
  }

  /** The documents whose titles are no longer those that are in the columns. */
  #changed({ titlesVersion, retitled }: Snapshot): Set<DocumentId> {
    return new Set(retitled.slice(this.#columns.since, titlesVersion));
  }

  #candidate(snapshot: Snapshot, title: number): Candidate {
    return candidateOf(snapshot, documentOf(snapshot, this.#columns.documents[title]!)!, this.#columns.places[title]!);
  }
}

/** The titles of a corpus in their documents' order by path, and what they are found by. */
interface Columns {
  /** How many changes of titles there had been when this was made. */
  readonly since: number;
  readonly documents: Int32Array;
  readonly places: Int32Array;
  readonly keys: Int32Array;
  /** All keys, a line each, and where each begins: a word has no line break in it. */
  readonly text: string;
  readonly offsets: Int32Array;
  /** The titles with a piece: those in bucket 7 are `listed` from `starts[7]` to `starts[8]`. Pieces may share one. */
  readonly starts: Int32Array;
  readonly listed: Int32Array;
}

/** Makes the index of all titles as they are now, in steps: whoever has other work does it between two. */
export function* makeTitleIndex(snapshot: Snapshot): Generator<void, TitleIndex> {
  const titles = documentsOf(snapshot).flatMap(({ id, names }) => names.map(({ key }, place) => ({ id, place, key })));
  const texts: string[] = [];
  const pieces: number[][] = [];
  const offsets = new Int32Array(titles.length);
  const starts = new Int32Array(BUCKETS + 1);
  let offset = 0;
  for (const [title, { key }] of titles.entries()) {
    if (title % STEP === 0) yield;
    const text = snapshot.keys.string(key);
    texts.push(text);
    offsets[title] = offset;
    offset += text.length + 1;
    pieces.push(piecesOf(text));
    for (const piece of pieces[title]!) starts[piece + 1]!++;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const listed = new Int32Array(starts[BUCKETS]!);
  const next = starts.slice();
  for (const [title, each] of pieces.entries()) {
    if (title % STEP === 0) yield;
    for (const piece of each) listed[next[piece]!++] = title;
  }
  const column = (pick: 'id' | 'place' | 'key'): Int32Array => Int32Array.from(titles, (title) => title[pick]);
  const [documents, places, keys] = [column('id'), column('place'), column('key')];
  const since = snapshot.titlesVersion;
  return new TitleIndex({ since, documents, places, keys, text: texts.join('\n'), offsets, starts, listed });
}

/** So many titles are taken up in a step: less than a millisecond. */
const STEP = 512;

/** A search through all titles for those that changed is still cheap. */
const MOST_CHANGES = 200;

/** Longer titles are alike in length, in UTF-16 units. */
const LONGEST = 4096;

/** A power of two. */
export const BUCKETS = 65536;

function* titlesOf(snapshot: Snapshot, ids: Iterable<DocumentId>): Generator<Candidate> {
  for (const id of ids) {
    const document = documentOf(snapshot, id);
    for (let place = 0; place < (document?.names.length ?? 0); place++) yield candidateOf(snapshot, document!, place);
  }
}

function candidateOf(snapshot: Snapshot, document: Document, place: number): Candidate {
  const { spelling, key } = document.names[place]!;
  const text = snapshot.spellings.string(spelling);
  return { text, alias: place > 0, document, key: snapshot.keys.string(key) };
}

const byPath = (a: Title, b: Title): number =>
  a.document.path < b.document.path ? -1 : a.document.path > b.document.path ? 1 : 0;

const words = new Words();

/** `<rea` and `ces>` among those of `reasoning traces`, as numbers: a slip of the pen leaves most of them as they are. */
function piecesOf(key: string): number[] {
  words.clear();
  words.read(key, 0, key.length);
  const pieces: number[] = [];
  for (let at = 0; at < words.count; at++) {
    const [start, end] = [words.starts[at]!, words.ends[at]!];
    pieces.push(bucketOf(key, start, Math.min(start + 3, end), 1), bucketOf(key, Math.max(start, end - 3), end, 2));
  }
  return [...new Set(pieces)];
}

export function bucketOf(key: string, start: number, end: number, kind: number): number {
  let hash = kind;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x9e3779b1);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
