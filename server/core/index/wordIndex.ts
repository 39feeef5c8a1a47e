import type { Document } from './document.ts';
import type { DocumentId } from './names.ts';
import type { Sheet } from './sheet.ts';
import type { Shelf } from './shelf.ts';
import { currentText, type Snapshot } from './snapshot.ts';
import { type Terms, termsOf } from './terms.ts';

/** Which documents hold which words: a row for each hash of a word, ascending. */
export interface WordColumns {
  readonly hashes: Int32Array;
  /** The documents with the word of row 7 are `documents` from `from[7]` to `from[8]`, ascending. */
  readonly from: Int32Array;
  readonly documents: Int32Array;
}

/**
 * The words of all documents. Made once, in columns; documents that change later are looked at one by one, so that all is
 * answered as if it were made anew.
 */
export class WordIndex {
  readonly #columns: WordColumns;
  /** The documents as they were when this was made. */
  readonly #made: Shelf<Document | undefined>;
  #changed: { readonly documents: Snapshot['documents']; readonly ids: ReadonlySet<DocumentId> };

  constructor(columns: WordColumns, made: Shelf<Document | undefined>) {
    this.#columns = columns;
    this.#made = made;
    this.#changed = { documents: made, ids: new Set() };
  }

  /** Whether so many documents have changed since that it should be made again. */
  isOld(snapshot: Snapshot): boolean {
    return this.#changedIn(snapshot).size > MOST_CHANGES;
  }

  /** The documents that hold a word. */
  holding(snapshot: Snapshot, hash: number): DocumentId[] {
    const changed = this.#changedIn(snapshot);
    const found: DocumentId[] = [];
    for (const id of this.#listed(hash)) if (!changed.has(id)) found.push(id);
    for (const id of changed) if (this.#holds(snapshot, id, hash)) found.push(id);
    return found;
  }

  /** How many documents do. */
  frequency(snapshot: Snapshot, hash: number): number {
    const listed = this.#listed(hash);
    let count = listed.length;
    for (const id of this.#changedIn(snapshot)) {
      if (has(listed, id)) count--;
      if (this.#holds(snapshot, id, hash)) count++;
    }
    return count;
  }

  #holds(snapshot: Snapshot, id: DocumentId, hash: number): boolean {
    const document = snapshot.documents.get(id);
    return document !== undefined && has(termsIn(snapshot, document).hashes, hash);
  }

  #listed(hash: number): Int32Array {
    const { hashes, from, documents } = this.#columns;
    const row = placeOf(hashes, hash);
    return hashes[row] === hash ? documents.subarray(from[row], from[row + 1]) : documents.subarray(0, 0);
  }

  /** The documents whose texts are no longer those that are in the columns. */
  #changedIn({ documents }: Snapshot): ReadonlySet<DocumentId> {
    if (this.#changed.documents !== documents) {
      const ids = new Set<DocumentId>();
      for (const id of documents.unlike(this.#made))
        if (documents.get(id)?.sheet !== this.#made.get(id)?.sheet) ids.add(id);
      this.#changed = { documents, ids };
    }
    return this.#changed.ids;
  }
}

/** To look through the words of so many documents is still cheap. */
const MOST_CHANGES = 300;

/** The words of texts that somebody asked for. */
const known = new WeakMap<Sheet, Terms>();
const NONE: Terms = { hashes: new Int32Array(), counts: new Int32Array() };

/** The words of a document; none where its text is gone, or is no longer the one that the index knows. */
export function termsIn(snapshot: Snapshot, document: Document): Terms {
  const before = known.get(document.sheet);
  if (before) return before;
  const text = currentText(snapshot, document);
  if (text === undefined) return NONE;
  const terms = termsOf(text);
  known.set(document.sheet, terms);
  return terms;
}

const has = (column: Int32Array, value: number): boolean => column[placeOf(column, value)] === value;

/** Where a number stands in an ascending column, or would stand. */
function placeOf(column: Int32Array, value: number): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
