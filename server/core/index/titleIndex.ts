import { stemOf } from '../syntax/summarize.ts';
import type { Document } from './document.ts';
import {
  bestRows,
  firstPair,
  hasPair,
  type KeyColumns,
  keysIn,
  makeKeyColumns,
  piecesOf,
  rowIn,
  rowsWith,
  weightIn,
} from './keyColumns.ts';
import type { DocumentId, NameId } from './names.ts';
import { rowsNear } from './rareRows.ts';
import { stemIn } from './sheet.ts';
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
  /** It is the stem of a Markdown file, which is neither its title nor an alias. */
  readonly stem: boolean;
}

/** A way to look for names: by a piece of their keys, and by what each key weighs (less is better, negative is not wanted). */
export interface Wanted {
  /** Undefined for all names, the first ones first. */
  readonly piece: number | undefined;
  /** A whole number, the least for the best; negative for what is not wanted. */
  readonly weigh: (key: string, name: NameId) => number;
}

export interface Weighed<T> {
  readonly weight: number;
  readonly found: T;
}

/**
 * All titles of a corpus, to be found by their letters and by pieces of their words. Made once, in columns; titles that come
 * and go later are kept beside them, until there are so many that it is made again.
 */
export class TitleIndex {
  readonly #columns: Columns;
  /** All zero between two questions: how many pieces each title shares with the one in question. */
  readonly #shared: Uint16Array;
  /** The documents whose titles are no longer those that are in the columns, as far as that was asked for. */
  readonly #changed = new Set<DocumentId>();
  #seen: number;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#shared = new Uint16Array(columns.keys.length);
    this.#seen = columns.since;
  }

  /** Whether the titles of so many documents have changed since that it should be made again. */
  isOld(snapshot: Snapshot): boolean {
    return this.#changedBy(snapshot).size > MOST_CHANGES;
  }

  /** All titles as they are now. */
  *all(snapshot: Snapshot): Generator<Candidate> {
    const changed = this.#changedBy(snapshot);
    for (let row = 0; row < this.#columns.keys.length; row++) {
      if (this.#isTitle(row) && !changed.has(this.#columns.documents[row]!)) yield this.#candidate(snapshot, row);
    }
    yield* titlesOf(snapshot, changed);
  }

  /**
   * The titles that hold all these words, those of the least `rank` first (a small whole number), then the shorter ones, then
   * by path; `most` of them. The others are passed over in one long text, without a look at each.
   */
  holding(snapshot: Snapshot, words: readonly string[], rank: (key: string) => number, most: number): Candidate[] {
    const changed = this.#changedBy(snapshot);
    const weigh = (key: string): number => rank(key) * LONGEST + Math.min(key.length, LONGEST - 1);
    const holds = (key: string): boolean => words.every((word) => key.includes(word));
    const found: { readonly weight: number; readonly row: number }[] = [];
    const rarest = words.reduce((a, b) => (b.length > a.length ? b : a));
    for (let row = this.#rowHolding(rarest, 0); row >= 0; row = this.#rowHolding(rarest, row + 1)) {
      const key = snapshot.keys.string(this.#columns.keys[row]!);
      const counts = this.#isTitle(row) && !changed.has(this.#columns.documents[row]!);
      if (counts && holds(key)) found.push({ weight: weigh(key), row });
    }
    found.sort((a, b) => a.weight - b.weight);
    const base = found.slice(0, most).map(({ weight, row }) => ({ weight, ...this.#candidate(snapshot, row) }));
    const fresh = [...titlesOf(snapshot, changed)].filter(({ key }) => holds(key));
    if (fresh.length === 0) return base;
    const all = [...base, ...fresh.map((each) => ({ weight: weigh(each.key), ...each }))];
    return all.sort((a, b) => a.weight - b.weight || byPath(a, b)).slice(0, most);
  }

  /** The first row from `from` on that holds a word; -1 where there is none. */
  #rowHolding(word: string, from: number): number {
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
      for (const row of rowsWith(this.#columns, piece)) if (++shared[row]! === least) met.push(row);
    }
    met.sort((a, b) => shared[b]! - shared[a]! || a - b);
    const changed = this.#changedBy(snapshot);
    const nearest: { readonly shares: number; readonly candidate: Candidate }[] = [];
    for (const row of met) {
      if (nearest.length === most) break;
      if (!this.#isTitle(row) || changed.has(this.#columns.documents[row]!)) continue;
      nearest.push({ shares: shared[row]!, candidate: this.#candidate(snapshot, row) });
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

  /** Of the titles that may be few words away from a key those that are near by this question, in no order. */
  few(snapshot: Snapshot, key: string, isNear: (key: string) => boolean): Candidate[] {
    const changed = this.#changedBy(snapshot);
    const { keys, documents } = this.#columns;
    const rows = rowsNear(this.#columns, key).filter(
      (row) => isNear(snapshot.keys.string(keys[row]!)) && this.#isTitle(row) && !changed.has(documents[row]!),
    );
    const fresh = [...titlesOf(snapshot, changed)].filter((each) => isNear(each.key));
    return [...rows.map((row) => this.#candidate(snapshot, row)), ...fresh];
  }

  /** The titles, and the stems of Markdown files, that are wanted; the best first, then by path, `most` of them. */
  matching(snapshot: Snapshot, { piece, weigh }: Wanted, most: number): Weighed<Candidate>[] {
    const changed = this.#changedBy(snapshot);
    const { keys, documents } = this.#columns;
    const keyOf = keysIn(this.#columns);
    const rows = piece === undefined ? firstRows(keys.length, most + MOST_CHANGES) : rowsWith(this.#columns, piece);
    const weighRow = (row: number): number => (changed.has(documents[row]!) ? -1 : weigh(keyOf(row), keys[row]!));
    const found = Array.from(bestRows(rows, weighRow, most), (each) => ({
      weight: weightIn(each),
      found: this.#candidate(snapshot, rowIn(each)),
    }));
    const fresh = [...titlesOf(snapshot, changed, true)].map((each) => ({
      weight: weigh(each.key, snapshot.keys.find(each.key)!),
      found: each,
    }));
    if (fresh.length === 0) return found;
    const all = [...found, ...fresh.filter(({ weight }) => weight >= 0)];
    return all.sort((a, b) => a.weight - b.weight || byPath(a.found, b.found)).slice(0, most);
  }

  /** Whether some title may begin with a pair of words (`pairOf`). */
  mayBegin(snapshot: Snapshot, pair: number): boolean {
    if (hasPair(this.#columns, pair)) return true;
    for (const { key } of titlesOf(snapshot, this.#changedBy(snapshot))) if (firstPair(key) === pair) return true;
    return false;
  }

  /** How many names have a piece, and how many there are. */
  share(piece: number): { readonly rows: number; readonly all: number } {
    return { rows: rowsWith(this.#columns, piece).length, all: this.#columns.keys.length };
  }

  #changedBy({ titlesVersion, retitled }: Snapshot): ReadonlySet<DocumentId> {
    for (; this.#seen < titlesVersion; this.#seen++) this.#changed.add(retitled[this.#seen]!);
    return this.#changed;
  }

  #isTitle(row: number): boolean {
    return this.#columns.places[row] !== STEM;
  }

  #candidate(snapshot: Snapshot, row: number): Candidate {
    const { documents, places } = this.#columns;
    return candidateOf(snapshot, documentOf(snapshot, documents[row]!)!, places[row]!);
  }
}

/** The titles of a corpus in their documents' order by path, and what they are found by. */
interface Columns extends KeyColumns {
  /** How many changes of titles there had been when this was made. */
  readonly since: number;
  readonly documents: Int32Array;
  /** Which of the document's names it is; `STEM` for that of its file. */
  readonly places: Int32Array;
}

const STEM = -1;

/** Makes the index of all titles as they are now, in steps: whoever has other work does it between two. */
export function* makeTitleIndex(snapshot: Snapshot): Generator<void, TitleIndex> {
  const titles = documentsOf(snapshot).flatMap((document) =>
    placesOf(document, true).map((place) => ({ id: document.id, place, key: keyAt(document, place) })),
  );
  const column = (pick: 'id' | 'place' | 'key'): Int32Array => Int32Array.from(titles, (title) => title[pick]);
  const [documents, places, keys] = [column('id'), column('place'), column('key')];
  const since = snapshot.titlesVersion;
  const columns = yield* makeKeyColumns(keys, (key) => snapshot.keys.string(key));
  return new TitleIndex({ ...columns, since, documents, places });
}

/** A search through all titles for those that changed is still cheap. */
const MOST_CHANGES = 200;

/** Longer titles are alike in length, in UTF-16 units. */
const LONGEST = 4096;

const firstRows = (rows: number, most: number): Int32Array =>
  Int32Array.from({ length: Math.min(rows, most) }, (_, row) => row);

function* titlesOf(snapshot: Snapshot, ids: Iterable<DocumentId>, stems = false): Generator<Candidate> {
  for (const id of ids) {
    const document = documentOf(snapshot, id);
    if (document) for (const place of placesOf(document, stems)) yield candidateOf(snapshot, document, place);
  }
}

/** The places of a document's names, and that of its stem: a vault calls its files by that. */
function placesOf(document: Document, stems: boolean): number[] {
  const { names, path, sheet } = document;
  const places = names.map((_, place) => place);
  const hasStem = stems && /\.(md|markdown)$/i.test(path) && names.every(({ key }) => key !== stemIn(sheet));
  return hasStem ? [...places, STEM] : places;
}

const keyAt = ({ names, sheet }: Document, place: number): number =>
  place === STEM ? stemIn(sheet) : names[place]!.key;

function candidateOf(snapshot: Snapshot, document: Document, place: number): Candidate {
  const stem = place === STEM;
  const text = stem ? stemOf(document.path) : snapshot.spellings.string(document.names[place]!.spelling);
  return { text, alias: place > 0, stem, document, key: snapshot.keys.string(keyAt(document, place)) };
}

const byPath = (a: Title, b: Title): number =>
  a.document.path < b.document.path ? -1 : a.document.path > b.document.path ? 1 : 0;
