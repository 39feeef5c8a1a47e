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
export const backlinksOf = (snapshot: Snapshot, target: Document): Citing[] => [...eachBacklink(snapshot, target)];

/** The same one by one: whoever shows the first hundred need not wait for the last. */
export function eachBacklink(snapshot: Snapshot, target: Document): Generator<Citing> {
  return citing(snapshot, namesOf(snapshot, target), target, leadsTo(snapshot, target));
}

const leadsTo =
  (snapshot: Snapshot, target: Document) =>
  (reference: Reference): boolean => {
    const resolution = resolve(snapshot, reference);
    return resolution.status === 'resolved' && resolution.target === target;
  };

/** The references of other documents to one, by the document: what the names of the target are is looked up once. */
export function referencesTo(snapshot: Snapshot, target: Document): (user: Document) => Reference[] {
  const names = namesOf(snapshot, target);
  const leads = leadsTo(snapshot, target);
  return (user) => (user.id === target.id ? [] : referencesOf(snapshot, user, names).filter(leads));
}

/** Who names a missing note: every dangling reference by that name, by path. */
export const placesOf = (snapshot: Snapshot, name: NameId): Citing[] => [...eachPlace(snapshot, name)];

export function eachPlace(snapshot: Snapshot, name: NameId): Generator<Citing> {
  const matches = (reference: Reference): boolean => resolve(snapshot, reference).status === 'dangling';
  return citing(snapshot, new Set([name]), undefined, matches);
}

function* citing(
  snapshot: Snapshot,
  names: ReadonlySet<NameId>,
  own: Document | undefined,
  matches: (reference: Reference) => boolean,
): Generator<Citing> {
  for (const document of usersByPath(snapshot, names)) {
    if (document.id === own?.id) continue;
    const references = referencesOf(snapshot, document, names).filter(matches);
    if (references.length > 0) yield { document, references };
  }
}

/** The documents that use one of these names. Their numbers were mostly given out by path: then there is nothing to sort. */
export function usersByPath(snapshot: Snapshot, names: ReadonlySet<NameId>): Document[] {
  const documents: Document[] = [];
  let isSorted = true;
  for (const id of usersOf(snapshot, names)) {
    const document = documentOf(snapshot, id);
    if (!document) continue;
    isSorted &&= documents.length === 0 || documents.at(-1)!.path < document.path;
    documents.push(document);
  }
  return isSorted ? documents : documents.sort(byPath);
}

/** What a note's list of the inquiries that use it says, in list order. */
export interface Declared {
  readonly reference: Reference;
  /** `listed`: such an inquiry names the note; otherwise none has the title, or it does not name the note. */
  readonly status: 'listed' | 'missing-document' | 'does-not-cite';
  readonly target?: Document;
}

export function declaredUsers(snapshot: Snapshot, document: Document): Declared[] {
  const referencesFrom = referencesTo(snapshot, document);
  return referencesOf(snapshot, document)
    .filter((reference) => reference.role === 'used-by' && reference.form !== 'mention')
    .map((reference): Declared => {
      const resolution = resolve(snapshot, reference);
      if (resolution.status === 'dangling') return { reference, status: 'missing-document' };
      const targets = resolution.status === 'resolved' ? [resolution.target] : resolution.targets;
      const backing = targets.find((target) => referencesFrom(target).length > 0);
      if (backing) return { reference, status: 'listed', target: backing };
      return { reference, status: 'does-not-cite', target: targets[0]! };
    });
}
