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

/** In columns from the start: as many small lists as there are words would be the greater part of the memory. */
function* columnsOf(snapshot: Snapshot): Generator<void, WordColumns> {
  const rows = new Map<number, number>();
  const counts: number[] = [];
  const met: { readonly id: DocumentId; readonly rows: Int32Array }[] = [];
  let step = 0;
  for (const [id, document] of snapshot.documents) {
    if (++step % STEP === 0) yield;
    const text = document && currentText(snapshot, document);
    if (text === undefined) continue;
    const own = termsOf(text).hashes.map((hash) => {
      let row = rows.get(hash);
      if (row === undefined) {
        row = counts.length;
        rows.set(hash, row);
        counts.push(0);
      }
      counts[row]!++;
      return row;
    });
    met.push({ id, rows: own });
  }
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
  for (const { id, rows: own } of met) {
    if (++step % TEXTS === 0) yield;
    for (const row of own) documents[next[places[row]!]!++] = id;
  }
  return { hashes, from, documents };
}

/** So many texts are read in a step: about a millisecond. */
const STEP = 4;
/** So many words are put into their order, and so many documents' words into the columns. */
const ROWS = 4096;
const TEXTS = 64;
