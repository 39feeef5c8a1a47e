import type { Document } from '../../index/document.ts';
import { documentOf, type Snapshot } from '../../index/snapshot.ts';
import { hasRelated, relationsOf } from '../relations.ts';
import { citingBoth } from './coupling.ts';
import { namedBy } from './named.ts';

/** Two notes that many inquiries use together, and that neither has among its related concepts. */
export interface SuggestedRelation {
  /** Before the other one by path. */
  readonly a: Document;
  readonly b: Document;
  /** The inquiries that name both, by path. */
  readonly together: readonly Document[];
}

/** An inquiry that names more documents is a list of them: it says of no two that they belong together. */
const MOST_SOURCES = 50;

/** So many inquiries are looked at in a step. */
const STEP = 32;

/**
 * The pairs of notes that at least `least` inquiries cite together and that no relation joins, those that most do first, then by
 * path; `limit` of them. In steps, since all inquiries are gone through.
 */
export function* suggestedRelations(
  snapshot: Snapshot,
  least: number,
  limit: number,
): Generator<void, SuggestedRelation[]> {
  const pairs = (yield* countPairs(snapshot, least)).sort(byCount);
  const found: SuggestedRelation[] = [];
  for (const [at, { a, b }] of pairs.entries()) {
    if (found.length >= limit) break;
    if (at % STEP === 0) yield;
    if (areRelated(snapshot, a, b)) continue;
    const together = citingBoth(snapshot, a, b).filter((inquiry) => notesIn(snapshot, inquiry).length > 0);
    found.push({ a, b, together });
  }
  return found;
}

/** The pairs that at least so many inquiries name. Most notes are named by fewer: they are in no pair. */
function* countPairs(snapshot: Snapshot, least: number): Generator<void, Pair[]> {
  const uses = new Map<number, number>();
  yield* eachInquiry(snapshot, (notes) => {
    for (const note of notes) uses.set(note, (uses.get(note) ?? 0) + 1);
  });
  const size = snapshot.documents.length;
  const counts = new Map<number, number>();
  yield* eachInquiry(snapshot, (notes) => {
    const used = notes.filter((note) => uses.get(note)! >= least);
    for (const [at, a] of used.entries()) {
      for (const b of used.slice(at + 1)) counts.set(a * size + b, (counts.get(a * size + b) ?? 0) + 1);
    }
  });
  return [...counts].filter(([, count]) => count >= least).map(([key, count]) => pairOf(snapshot, key, count));
}

function* eachInquiry(snapshot: Snapshot, use: (notes: readonly number[]) => void): Generator<void> {
  let step = 0;
  for (const [, document] of snapshot.documents) {
    if (document?.kind !== 'inquiry') continue;
    if (++step % STEP === 0) yield;
    use(notesIn(snapshot, document));
  }
}

/** The notes and pages that an inquiry names, by their numbers; none of a mere list. */
function notesIn(snapshot: Snapshot, inquiry: Document): number[] {
  const notes = [...namedBy(snapshot, inquiry).sources].filter((thing) => isNote(documentOf(snapshot, thing)));
  return notes.length > MOST_SOURCES ? [] : notes.sort((a, b) => a - b);
}

const isNote = (document: Document | undefined): boolean => document !== undefined && document.kind !== 'inquiry';

interface Pair {
  readonly a: Document;
  readonly b: Document;
  readonly count: number;
}

function pairOf(snapshot: Snapshot, key: number, count: number): Pair {
  const size = snapshot.documents.length;
  const [one, other] = [documentOf(snapshot, Math.floor(key / size))!, documentOf(snapshot, key % size)!];
  return one.path < other.path ? { a: one, b: other, count } : { a: other, b: one, count };
}

function byCount(x: Pair, y: Pair): number {
  const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return y.count - x.count || order(x.a.path, y.a.path) || order(x.b.path, y.b.path);
}

/** Whether one of the two has the other one among its related concepts. */
export function areRelated(snapshot: Snapshot, a: Document, b: Document): boolean {
  const relates = (from: Document, to: Document): boolean =>
    hasRelated(from.sheet) && relationsOf(snapshot, from).some((each) => each.to?.id === to.id);
  return relates(a, b) || relates(b, a);
}
