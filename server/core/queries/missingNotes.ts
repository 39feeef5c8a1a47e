import { commonSpelling, type NameId } from '../index/names.ts';
import { type Resolved, resolvedReferencesOf } from '../index/references.ts';
import { documentsOf, recordOf, type Snapshot } from '../index/snapshot.ts';
import { atOnce } from '../steps.ts';
import type { Kind } from '../syntax/summary.ts';
import { firstOf } from './firstOf.ts';

/** A title that is referenced, and that no document has. */
export interface MissingNote {
  readonly name: NameId;
  /** As most references write it. */
  readonly title: string;
  readonly inquiries: number;
  readonly documents: number;
  readonly places: number;
}

/** All missing notes, most wanted first: by inquiries that name them, then places, then title. */
export function missingNotes(snapshot: Snapshot): MissingNote[] {
  return atOnce(eachWanted(snapshot));
}

/** The same, a document a step: whoever has other work does it between two. */
export function* eachWanted(snapshot: Snapshot): Generator<void, MissingNote[]> {
  const wanted: Wanted = new Map();
  // Document by document: name by name, an index of a thousand missing notes would be gone through a thousand times.
  for (const document of documentsOf(snapshot)) {
    tellWanted(wanted, document.kind, resolvedReferencesOf(snapshot, document));
    yield;
  }
  return rankedMissing(snapshot, wanted);
}

/** How often each missing note is named, by name. */
export type Wanted = Map<NameId, { inquiries: number; documents: number; places: number }>;

/** Adds what the references of one document want. */
export function tellWanted(wanted: Wanted, kind: Kind, references: readonly Resolved[]): void {
  const here = new Set<NameId>();
  for (const { reference, resolution } of references) {
    if (resolution.status !== 'dangling' || reference.form === 'link') continue;
    const counts = wanted.get(reference.name) ?? { inquiries: 0, documents: 0, places: 0 };
    wanted.set(reference.name, counts);
    counts.places++;
    if (here.has(reference.name)) continue;
    here.add(reference.name);
    counts.documents++;
    if (kind === 'inquiry') counts.inquiries++;
  }
}

/**
 * What is wanted with its titles, most wanted first.
 *
 * @param most so many of them: of the others the titles are not looked for
 */
export function rankedMissing(snapshot: Snapshot, wanted: Wanted, most = wanted.size): MissingNote[] {
  const best = firstOf(wanted.values(), byWant, most);
  const last = best.at(-1);
  const missing = [...wanted]
    .filter(([, counts]) => last && byWant(counts, last) <= 0)
    .map(([name, counts]): MissingNote => {
      return { name, title: commonSpelling(recordOf(snapshot, name), snapshot.spellings)!, ...counts };
    });
  const byTitle = (a: MissingNote, b: MissingNote): number => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
  return missing.sort((a, b) => byWant(a, b) || byTitle(a, b)).slice(0, most);
}

type Want = Pick<MissingNote, 'inquiries' | 'places'>;

const byWant = (a: Want, b: Want): number => b.inquiries - a.inquiries || b.places - a.places;
