import type { DocumentId } from './names.ts';
import { currentText, type Snapshot } from './snapshot.ts';
import { termsOf } from './terms.ts';
import { type WordColumns, WordIndex } from './wordIndex.ts';

interface Search {
  readonly words: WordIndex;
  /** Of the corpus as it was when this was made. */
  readonly first: object;
}

/** One for each corpus; `keys` is shared by all its snapshots. */
const searches = new WeakMap<object, Search>();

/** The words of all documents; undefined while nobody has prepared them. */
export function wordIndexOf({ keys, firstNames }: Snapshot): WordIndex | undefined {
  const search = searches.get(keys);
  return search?.first === firstNames ? search.words : undefined;
}

/** Whether `prepareWords` has nothing to do. */
export const knowsWords = (snapshot: Snapshot): boolean => wordIndexOf(snapshot)?.isOld(snapshot) === false;

/** Reads the words of all documents, in steps of a text or some: whoever has other work does it between two. */
export function* prepareWords(snapshot: Snapshot): Generator<void> {
  if (knowsWords(snapshot)) return;
  const { keys, firstNames: first, documents } = snapshot;
  searches.set(keys, { words: new WordIndex(yield* columnsOf(snapshot), documents), first });
}

/** What each document holds, one after the other: a small list for each would be a burden to the garbage collector. */
interface Met {
  /** The row of each word, by its hash, in the order in which they were met; and how many documents hold it. */
  readonly rows: ReadonlyMap<number, number>;
  readonly counts: readonly number[];
  /** The rows of what the document at `ids[7]` holds end at `ends[7]`. */
  readonly held: Int32Array;
  readonly ids: readonly DocumentId[];
  readonly ends: readonly number[];
}

function* meet(snapshot: Snapshot): Generator<void, Met> {
  const rows = new Map<number, number>();
  const counts: number[] = [];
  const ids: DocumentId[] = [];
  const ends: number[] = [];
  let held = new Int32Array(1 << 16);
  let end = 0;
  let step = 0;
  for (const [id, document] of snapshot.documents) {
    if (++step % STEP === 0) yield;
    const text = document && currentText(snapshot, document);
    if (text === undefined) continue;
    const { hashes } = termsOf(text);
    if (end + hashes.length > held.length) held = grown(held);
    for (const hash of hashes) {
      const row = rows.get(hash) ?? counts.push(0) - 1;
      rows.set(hash, row);
      counts[row]!++;
      held[end++] = row;
    }
    ids.push(id);
    ends.push(end);
  }
  return { rows, counts, held, ids, ends };
}

function* columnsOf(snapshot: Snapshot): Generator<void, WordColumns> {
  const { rows, counts, held, ids, ends } = yield* meet(snapshot);
  const hashes = Int32Array.from(rows.keys()).sort();
  // From the order in which the words were met to that of their hashes.
  const places = new Int32Array(hashes.length);
  const from = new Int32Array(hashes.length + 1);
  for (const [place, hash] of hashes.entries()) {
    if (place % ROWS === 0) yield;
    const row = rows.get(hash)!;
    places[row] = place;
    from[place + 1] = from[place]! + counts[row]!;
  }
  const documents = new Int32Array(from.at(-1)!);
  const next = from.slice();
  let at = 0;
  for (const [nth, id] of ids.entries()) {
    if (nth % TEXTS === 0) yield;
    for (; at < ends[nth]!; at++) documents[next[places[held[at]!]!]!++] = id;
  }
  return { hashes, from, documents };
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(2 * column.length);
  next.set(column);
  return next;
}

/** So many texts are read in a step: about a millisecond. */
const STEP = 4;
/** So many words are put into their order, and so many documents' words into the columns. */
const ROWS = 4096;
const TEXTS = 64;
