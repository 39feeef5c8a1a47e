import type { Document } from '../../index/document.ts';
import { commonSpelling, type DocumentId } from '../../index/names.ts';
import { resolvedReferencesOf } from '../../index/references.ts';
import { namesOf } from '../../index/resolve.ts';
import { documentOf, recordOf, type Snapshot, usersOf } from '../../index/snapshot.ts';
import type { Role } from '../../syntax/summary.ts';

/** A document by its number, or a missing note by `-1 -` the number of its name: whatever can be named. */
export type Thing = number;

/** What a document names. */
export interface Named {
  /** In whatever role. */
  readonly all: ReadonlySet<Thing>;
  /** What it is made from: what its text, its sources and its related concepts name. */
  readonly sources: ReadonlySet<Thing>;
}

const MADE_FROM: readonly Role[] = ['body', 'sources', 'related'];

const known = new WeakMap<Snapshot, Map<DocumentId, Named>>();

/** Kept as long as the snapshot. What is ambiguous names nothing, and no document names itself. */
export function namedBy(snapshot: Snapshot, document: Document): Named {
  const kept = known.get(snapshot) ?? new Map<DocumentId, Named>();
  known.set(snapshot, kept);
  const before = kept.get(document.id);
  if (before) return before;
  const all = new Set<Thing>();
  const sources = new Set<Thing>();
  for (const { reference, resolution } of resolvedReferencesOf(snapshot, document)) {
    const { status } = resolution;
    if (status === 'ambiguous' || (status === 'dangling' && reference.form === 'link')) continue;
    const thing = status === 'resolved' ? resolution.target.id : -1 - reference.name;
    if (thing === document.id) continue;
    all.add(thing);
    if (MADE_FROM.includes(reference.role)) sources.add(thing);
  }
  const named = { all, sources };
  kept.set(document.id, named);
  return named;
}

/** Whether one of the two names the other, wherever it does. */
export const isJoined = (snapshot: Snapshot, a: Document, b: Document): boolean =>
  namedBy(snapshot, a).all.has(b.id) || namedBy(snapshot, b).all.has(a.id);

/** The documents in which something stands, by some name and in whatever form; some of them may mean another one by it. */
export function usersOfThing(snapshot: Snapshot, thing: Thing): readonly DocumentId[] {
  if (thing < 0) return [...usersOf(snapshot, [-1 - thing])];
  const document = documentOf(snapshot, thing);
  return document ? [...usersOf(snapshot, namesOf(snapshot, document))] : [];
}

/** What something is called: a document's title, or as most call a missing note. */
export function titleOf(snapshot: Snapshot, thing: Thing): string {
  if (thing >= 0) return documentOf(snapshot, thing)?.title.text ?? '';
  const name = -1 - thing;
  return commonSpelling(recordOf(snapshot, name), snapshot.spellings) ?? snapshot.keys.string(name);
}
