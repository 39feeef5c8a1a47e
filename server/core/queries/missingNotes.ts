import { commonSpelling, type NameId } from '../index/names.ts';
import { resolvedReferencesOf } from '../index/references.ts';
import { documentsOf, recordOf, type Snapshot } from '../index/snapshot.ts';

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
  const wanted = new Map<NameId, { inquiries: number; documents: number; places: number }>();
  // Document by document: name by name, an index of a thousand missing notes would be gone through a thousand times.
  for (const document of documentsOf(snapshot)) {
    const here = new Set<NameId>();
    for (const { reference, resolution } of resolvedReferencesOf(snapshot, document)) {
      if (resolution.status !== 'dangling' || reference.form === 'link') continue;
      const counts = wanted.get(reference.name) ?? { inquiries: 0, documents: 0, places: 0 };
      wanted.set(reference.name, counts);
      counts.places++;
      if (here.has(reference.name)) continue;
      here.add(reference.name);
      counts.documents++;
      if (document.kind === 'inquiry') counts.inquiries++;
    }
  }
  const missing = [...wanted].map(([name, counts]) => ({
    name,
    title: commonSpelling(recordOf(snapshot, name), snapshot.spellings)!,
    ...counts,
  }));
  return missing.sort(
    (a, b) => b.inquiries - a.inquiries || b.places - a.places || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  );
}
