import type { Document } from '../../index/document.ts';
import type { DocumentId } from '../../index/names.ts';
import { documentOf, type Snapshot } from '../../index/snapshot.ts';
import { atOnce } from '../../steps.ts';
import { citingBoth, inquiriesNaming, type Shared, sharedBy } from './coupling.ts';
import { type Likeness, likenessTo } from './likeness.ts';
import { isJoined, namedBy, usersOfThing } from './named.ts';

/** A document that has to do with another one, and why. */
export interface Related {
  readonly document: Document;
  /** What both name. */
  readonly shared: readonly Shared[];
  /** The inquiries that name both, by path. */
  readonly together: readonly Document[];
  /** The words that both are about, where they are alike in them. */
  readonly words: readonly string[];
  /** One of the two names the other already. */
  readonly isJoined: boolean;
  readonly score: number;
}

/** So many documents are compared in a step: about a millisecond. */
const STEP = 8;

/** Texts that are less alike, by the cosine, are not called so. */
const ALIKE = 0.1;

/**
 * What has to do with a document, and why, the most related first, then by path: by what both name, by the inquiries that name both,
 * and by their words, as far as those are known (`prepareWords`). No document is related to itself.
 */
export const related = (snapshot: Snapshot, document: Document, limit: number): Related[] =>
  atOnce(eachRelated(snapshot, document, limit));

/** The same in steps of a text or some: hundreds of them may have to be read. */
export const eachRelated = (snapshot: Snapshot, document: Document, limit: number): Generator<void, Related[]> =>
  relatedBy(snapshot, document, likenessTo(snapshot, document), limit);

/** The same by names alone, which hangs on nothing that has to be prepared. */
export const relatedByNames = (snapshot: Snapshot, document: Document, limit: number): Related[] =>
  atOnce(relatedBy(snapshot, document, undefined, limit));

function* relatedBy(
  snapshot: Snapshot,
  document: Document,
  likeness: Likeness | undefined,
  limit: number,
): Generator<void, Related[]> {
  const ids = new Set([...sharingNames(snapshot, document), ...(likeness?.nearest(MOST_ALIKE) ?? [])]);
  ids.delete(document.id);
  const found: Related[] = [];
  let step = 0;
  for (const id of ids) {
    if (++step % STEP === 0) yield;
    const other = documentOf(snapshot, id);
    const each = other && reasonsFor(snapshot, document, other, likeness);
    if (each) found.push(each);
  }
  const best = found.sort(byScore).slice(0, limit);
  return best.map((each) => (each.words.length > 0 ? { ...each, words: likeness!.words(each.document) } : each));
}

/** What two documents have to do with each other; undefined for nothing. The words are looked for later. */
function reasonsFor(
  snapshot: Snapshot,
  document: Document,
  other: Document,
  likeness: Likeness | undefined,
): Related | undefined {
  const shared = sharedBy(snapshot, document, other);
  const together = citingBoth(snapshot, document, other);
  const alike = likeness?.to(other) ?? 0;
  const isAlike = alike >= ALIKE;
  if (shared.length === 0 && together.length === 0 && !isAlike) return undefined;
  const between = (a: number, b: number): number => 1 + Math.sqrt(a * b);
  const sources = between(namedBy(snapshot, document).sources.size, namedBy(snapshot, other).sources.size);
  const citers = between(inquiriesNaming(snapshot, document).size, inquiriesNaming(snapshot, other).size);
  const weight = shared.reduce((sum, each) => sum + each.weight, 0);
  return {
    document: other,
    shared,
    together,
    words: isAlike ? SOME : [],
    isJoined: isJoined(snapshot, document, other),
    // Rounded, so that what is equal is so whatever was summed up first.
    score: Math.round((weight / sources + together.length / citers + (isAlike ? alike : 0)) * 1e6) / 1e6,
  };
}

const SOME: readonly string[] = [''];

function byScore(a: Related, b: Related): number {
  const [left, right] = [a.document.path, b.document.path];
  return b.score - a.score || (left < right ? -1 : left > right ? 1 : 0);
}

/** So many documents are compared that share names, and so many that share rare words. */
const MOST_SHARING = 200;
const MOST_ALIKE = 60;

/** What more documents name says little of any of them, and finds nobody. */
const MOST_USERS = 1000;

/** So many of the inquiries that name a document are asked what else they name. */
const MOST_CITING = 200;

/** The documents that name what this one names, or are named where it is: those with most of it first, then by path. */
function sharingNames(snapshot: Snapshot, document: Document): DocumentId[] {
  const counts = new Map<DocumentId, number>();
  const count = (id: DocumentId): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const thing of namedBy(snapshot, document).sources) {
    const users = usersOfThing(snapshot, thing);
    if (users.length <= MOST_USERS) for (const id of users) count(id);
  }
  const path = (id: DocumentId): string => snapshot.paths.string(id);
  const byPath = (a: DocumentId, b: DocumentId): number => (path(a) < path(b) ? -1 : 1);
  for (const id of [...inquiriesNaming(snapshot, document)].sort(byPath).slice(0, MOST_CITING)) {
    const { sources } = namedBy(snapshot, documentOf(snapshot, id)!);
    if (sources.has(document.id)) for (const thing of sources) if (thing >= 0) count(thing);
  }
  counts.delete(document.id);
  const found = [...counts].sort(([a, less], [b, more]) => more - less || byPath(a, b));
  return found.slice(0, MOST_SHARING).map(([id]) => id);
}
