import { type NameId, commonSpelling } from '../index/names.ts';
import { type Snapshot } from '../index/snapshot.ts';
import { placesOf } from './backlinks.ts';

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
  const missing: MissingNote[] = [];
  for (const [name, record] of snapshot.names) {
    if (record.definers.length > 0 || record.asked.size === 0) continue;
    const citing = placesOf(snapshot, name);
    if (citing.length === 0) continue;
    missing.push({
      name,
      title: commonSpelling(record)!,
      inquiries: citing.filter(({ document }) => document.summary.kind === 'inquiry').length,
      documents: citing.length,
      places: citing.reduce((sum, { references }) => sum + references.length, 0),
    });
  }
  return missing.sort(
    (a, b) => b.inquiries - a.inquiries || b.places - a.places || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  );
}
