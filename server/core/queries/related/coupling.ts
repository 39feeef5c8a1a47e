import type { Document } from '../../index/document.ts';
import type { DocumentId } from '../../index/names.ts';
import { byPath, documentOf, type Snapshot } from '../../index/snapshot.ts';
import { namedBy, type Thing, titleOf, usersOfThing } from './named.ts';

/** Something that two documents both name. */
export interface Shared {
  readonly thing: Thing;
  readonly title: string;
  /** The fewer name it, the more it says: from 1 down to 0. */
  readonly weight: number;
}

/** What both documents are made from (bibliographic coupling), the rarest first, then by title. The same whichever comes first. */
export function sharedBy(snapshot: Snapshot, a: Document, b: Document): Shared[] {
  const [left, right] = [namedBy(snapshot, a).sources, namedBy(snapshot, b).sources];
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  const shared: Shared[] = [];
  for (const thing of few) {
    if (!many.has(thing) || thing === a.id || thing === b.id) continue;
    shared.push({
      thing,
      title: titleOf(snapshot, thing),
      weight: 1 / Math.log2(Math.max(2, usersCount(snapshot, thing))),
    });
  }
  return shared.sort((x, y) => y.weight - x.weight || (x.title < y.title ? -1 : x.title > y.title ? 1 : 0));
}

const counted = new WeakMap<Snapshot, Map<Thing, number>>();

function usersCount(snapshot: Snapshot, thing: Thing): number {
  const kept = counted.get(snapshot) ?? new Map<Thing, number>();
  counted.set(snapshot, kept);
  const count = kept.get(thing) ?? usersOfThing(snapshot, thing).length;
  kept.set(thing, count);
  return count;
}

/** So many inquiries that name two documents are looked at: that many say enough. */
const MOST = 200;

/** The inquiries that are made from both documents (co-citation), by path. */
export function citingBoth(snapshot: Snapshot, a: Document, b: Document): Document[] {
  const [left, right] = [inquiriesNaming(snapshot, a), inquiriesNaming(snapshot, b)];
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  const both = [...few].filter((id) => many.has(id) && id !== a.id && id !== b.id);
  const inquiries = both.map((id) => documentOf(snapshot, id)!).sort(byPath);
  return inquiries.slice(0, MOST).filter((inquiry) => {
    const { sources } = namedBy(snapshot, inquiry);
    return sources.has(a.id) && sources.has(b.id);
  });
}

const citing = new WeakMap<Snapshot, Map<DocumentId, ReadonlySet<DocumentId>>>();

/** The inquiries in which some name of a document stands. */
export function inquiriesNaming(snapshot: Snapshot, document: Document): ReadonlySet<DocumentId> {
  const kept = citing.get(snapshot) ?? new Map<DocumentId, ReadonlySet<DocumentId>>();
  citing.set(snapshot, kept);
  const isInquiry = (id: DocumentId): boolean => documentOf(snapshot, id)?.kind === 'inquiry';
  const inquiries = kept.get(document.id) ?? new Set(usersOfThing(snapshot, document.id).filter(isInquiry));
  kept.set(document.id, inquiries);
  return inquiries;
}
