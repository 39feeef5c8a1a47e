import { fold } from '../text/fold.ts';
import { beginnings } from './beginnings.ts';
import { HeadingIndex, LONGEST } from './headingIndex.ts';
import { BUCKETS } from './keyColumns.ts';
import type { DocumentId } from './names.ts';
import { headingCount, headingSpelling } from './sheet.ts';
import type { Snapshot } from './snapshot.ts';

/** Makes the index of all headings as they are now, in steps: whoever has other work does it between two. */
export function* makeHeadingIndex(snapshot: Snapshot): Generator<void, HeadingIndex> {
  const since = snapshot.headingsVersion;
  // By spelling: how many documents have it, and then which row it is.
  const counts = new Int32Array(snapshot.spellings.size);
  yield* eachHeading(snapshot, (spelling) => {
    counts[spelling]!++;
  });
  const spellings = yield* shortestFirst(snapshot, counts);
  const from = new Int32Array(spellings.length + 1);
  for (const [row, spelling] of spellings.entries()) {
    from[row + 1] = from[row]! + counts[spelling]!;
    counts[spelling] = row;
  }
  const documents = new Int32Array(from.at(-1)!);
  const next = from.slice();
  yield* eachHeading(snapshot, (spelling, id) => {
    documents[next[counts[spelling]!]!++] = id;
  });
  return new HeadingIndex({ since, spellings, from, documents, ...(yield* listed(snapshot, spellings)) });
}

/** Calls `use` with all headings, each spelling once for each document. */
function* eachHeading(snapshot: Snapshot, use: (spelling: number, id: DocumentId) => void): Generator<void> {
  let step = 0;
  for (const [id, document] of snapshot.documents) {
    if (++step % STEP === 0) yield;
    if (!document) continue;
    const { sheet } = document;
    const met = Array.from({ length: headingCount(sheet) }, (_, index) => headingSpelling(sheet, index));
    for (const spelling of met.length > 1 ? new Set(met) : met) use(spelling, id);
  }
}

/** The spellings that count, by their lengths. */
function* shortestFirst({ spellings }: Snapshot, counts: Int32Array): Generator<void, Int32Array> {
  const lengthOf = (spelling: number): number => Math.min(spellings.string(spelling).length, LONGEST - 1);
  const starts = new Int32Array(LONGEST + 1);
  const met: number[] = [];
  for (let spelling = 0; spelling < counts.length; spelling++) {
    if (spelling % (16 * STEP) === 0) yield;
    if (counts[spelling] === 0) continue;
    met.push(spelling);
    starts[lengthOf(spelling) + 1]!++;
  }
  for (let length = 0; length < LONGEST; length++) starts[length + 1]! += starts[length]!;
  const sorted = new Int32Array(met.length);
  for (const [at, spelling] of met.entries()) {
    if (at % (16 * STEP) === 0) yield;
    sorted[starts[lengthOf(spelling)]!++] = spelling;
  }
  return sorted;
}

/** The rows by how the words of their spellings begin. */
function* listed(
  snapshot: Snapshot,
  rows: Int32Array,
): Generator<void, { readonly starts: Int32Array; readonly listed: Int32Array }> {
  const starts = new Int32Array(BUCKETS + 1);
  const buckets: number[][] = [];
  for (const [row, spelling] of rows.entries()) {
    if (row % STEP === 0) yield;
    buckets.push(beginnings(fold(snapshot.spellings.string(spelling))));
    for (const bucket of buckets[row]!) starts[bucket + 1]!++;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const listed = new Int32Array(starts[BUCKETS]!);
  const next = starts.slice();
  for (const [row, each] of buckets.entries()) {
    if (row % STEP === 0) yield;
    for (const bucket of each) listed[next[bucket]!++] = row;
  }
  return { starts, listed };
}

/** So many documents or spellings are taken up in a step: about a millisecond. */
const STEP = 512;
