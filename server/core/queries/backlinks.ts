import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { type Reference, referencesOf } from '../index/references.ts';
import { namesOf, resolve } from '../index/resolve.ts';
import { byPath, documentOf, type Snapshot, usersOf } from '../index/snapshot.ts';

/** A document, and its references to the subject in text order. */
export interface Citing {
  readonly document: Document;
  readonly references: readonly Reference[];
}

/** Who links to a document: every reference that resolves to it, of other documents, by path. */
export function backlinksOf(snapshot: Snapshot, target: Document): Citing[] {
  return citing(snapshot, namesOf(snapshot, target), (reference) => {
    const resolution = resolve(snapshot, reference);
    return resolution.status === 'resolved' && resolution.target.id === target.id;
  }).filter(({ document }) => document.id !== target.id);
}

/** Who names a missing note: every dangling reference by that name, by path. */
export function placesOf(snapshot: Snapshot, name: NameId): Citing[] {
  return citing(snapshot, new Set([name]), (reference) => resolve(snapshot, reference).status === 'dangling');
}

function citing(snapshot: Snapshot, names: ReadonlySet<NameId>, matches: (reference: Reference) => boolean): Citing[] {
  const users = usersOf(snapshot, names);
  const found: Citing[] = [];
  for (const id of users) {
    const document = documentOf(snapshot, id);
    if (!document) continue;
    const references = referencesOf(snapshot, document, names).filter(matches);
    if (references.length > 0) found.push({ document, references });
  }
  return found.sort((a, b) => byPath(a.document, b.document));
}

/** What a note's list of the inquiries that use it says, in list order. */
export interface Declared {
  readonly reference: Reference;
  /** `listed`: such an inquiry names the note; otherwise none has the title, or it does not name the note. */
  readonly status: 'listed' | 'missing-document' | 'does-not-cite';
  readonly target?: Document;
}

export function declaredUsers(snapshot: Snapshot, document: Document, backlinks: readonly Citing[]): Declared[] {
  const citingIds = new Set(backlinks.map((each) => each.document.id));
  return referencesOf(snapshot, document)
    .filter((reference) => reference.role === 'used-by' && reference.form !== 'mention')
    .map((reference): Declared => {
      const resolution = resolve(snapshot, reference);
      if (resolution.status === 'dangling') return { reference, status: 'missing-document' };
      const targets = resolution.status === 'resolved' ? [resolution.target] : resolution.targets;
      const backing = targets.find((target) => citingIds.has(target.id));
      if (backing) return { reference, status: 'listed', target: backing };
      return { reference, status: 'does-not-cite', target: targets[0]! };
    });
}
