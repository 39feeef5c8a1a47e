import { fold } from '../text/fold.ts';
import { beginnings } from './beginnings.ts';
import type { Document } from './document.ts';
import type { DocumentId } from './names.ts';
import { headingCount, headingSpelling } from './sheet.ts';
import { documentOf, type Snapshot } from './snapshot.ts';

/** A heading of a document: the how manieth of those that can be looked for (`headings.ts`). */
export interface HeadingFound {
  readonly document: Document;
  readonly index: number;
}

/**
 * All headings of a corpus, to be found by how their words begin. Made once, in columns, a row for each spelling, since many
 * notes have the same headings; what changes later is looked through beside them, until it is so much that they are made again.
 */
export class HeadingIndex {
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** Whether the headings of so many documents have changed since that it should be made again. */
  isOld(snapshot: Snapshot): boolean {
    return this.#changed(snapshot).size > MOST_CHANGES;
  }

  /**
   * The headings that hold all these words, one of which begins with the first letters of one of them; those of the least
   * `rank` first, then the shorter ones, then by path; `most` of them.
   */
  holding(snapshot: Snapshot, wanted: string, rank: (key: string) => number, most: number): HeadingFound[] {
    const changed = this.#changed(snapshot);
    const parts = wanted.split(' ').filter(Boolean);
    const weight = (spelling: number): number => {
      const key = fold(snapshot.spellings.string(spelling));
      return parts.every((part) => key.includes(part)) ? rank(key) * LONGEST + Math.min(key.length, LONGEST - 1) : -1;
    };
    const rows = weighed(this.#rowsWith(wanted), (row) => weight(this.#columns.spellings[row]!));
    const found: Weighed<HeadingFound>[] = [];
    for (const { item: row, weight } of rows) {
      if (found.length >= most) break;
      for (const item of this.#headingsIn(snapshot, row, changed)) found.push({ item, weight });
    }
    const fresh = [...changed].flatMap((id) => headingsOf(documentOf(snapshot, id)));
    for (const each of weighed(fresh, ({ document, index }) => weight(headingSpelling(document.sheet, index))))
      found.push(each);
    found.sort((a, b) => a.weight - b.weight || inOrder(a.item, b.item));
    return found.slice(0, most).map(({ item }) => item);
  }

  /** The rows in which a word begins as the rarest word of a query does: the shortest spellings first, and not all of too many. */
  #rowsWith(wanted: string): Int32Array {
    const { starts, listed } = this.#columns;
    const buckets = beginnings(wanted).sort((a, b) => starts[a + 1]! - starts[a]! - (starts[b + 1]! - starts[b]!));
    const bucket = buckets[0];
    if (bucket === undefined) return new Int32Array();
    return listed.subarray(starts[bucket]!, Math.min(starts[bucket + 1]!, starts[bucket]! + MOST_MET));
  }

  /** The headings with a row's spelling, as the documents are now. */
  *#headingsIn(snapshot: Snapshot, row: number, changed: ReadonlySet<DocumentId>): Generator<HeadingFound> {
    const { documents, from, spellings } = this.#columns;
    const to = Math.min(from[row + 1]!, from[row]! + MOST_MET);
    for (let at = from[row]!; at < to; at++) {
      if (changed.has(documents[at]!)) continue;
      for (const each of headingsOf(documentOf(snapshot, documents[at]!)))
        if (headingSpelling(each.document.sheet, each.index) === spellings[row]) yield each;
    }
  }

  /** The documents whose headings are no longer those that are in the columns. */
  #changed({ headingsVersion, reheaded }: Snapshot): Set<DocumentId> {
    return new Set(reheaded.slice(this.#columns.since, headingsVersion));
  }
}

export interface Columns {
  /** How many changes of headings there had been when this was made. */
  readonly since: number;
  /** The spelling of each row, the shorter ones first. */
  readonly spellings: Int32Array;
  /** The documents with a row's spelling: those of row 7 are `documents` from `from[7]` to `from[8]`. */
  readonly from: Int32Array;
  readonly documents: Int32Array;
  /** The rows with a word that begins so: those in bucket 7 are `listed` from `starts[7]` to `starts[8]`. Beginnings may share one. */
  readonly starts: Int32Array;
  readonly listed: Int32Array;
}

/** To look through the headings of so many documents is still cheap. */
const MOST_CHANGES = 500;

/** So many spellings with a beginning are looked at, and so many documents with a spelling. */
const MOST_MET = 4000;

/** Longer headings are alike in length, in UTF-16 units. */
export const LONGEST = 4096;

function headingsOf(document: Document | undefined): HeadingFound[] {
  return document ? Array.from({ length: headingCount(document.sheet) }, (_, index) => ({ document, index })) : [];
}

interface Weighed<T> {
  readonly item: T;
  readonly weight: number;
}

/** Those of some items that weigh anything, the lightest first; of equals the first. */
function weighed<T>(items: Iterable<T>, weigh: (item: T) => number): Weighed<T>[] {
  const all = Array.from(items, (item) => ({ item, weight: weigh(item) }));
  return all.filter(({ weight }) => weight >= 0).sort((a, b) => a.weight - b.weight);
}

function inOrder(a: HeadingFound, b: HeadingFound): number {
  const [left, right] = [a.document.path, b.document.path];
  return left < right ? -1 : left > right ? 1 : a.index - b.index;
}
