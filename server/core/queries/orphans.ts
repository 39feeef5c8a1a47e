import type { Document } from '../index/document.ts';
import { referencesOf, resolvedReferencesOf } from '../index/references.ts';
import { namesOf, resolve } from '../index/resolve.ts';
import { documentOf, type Snapshot, usersOf } from '../index/snapshot.ts';
import { isUsed } from './uses.ts';

/** Documents that stand alone, by path. */
export interface Orphans {
  /** Documents that nobody names, and that name nobody. */
  readonly orphans: readonly Document[];
  /** Notes that no inquiry names, orphans among them. */
  readonly unused: readonly Document[];
}

/**
 * Looks for the documents that stand alone, a document a step. As `statsOf` counts them, without a look at every reference of the
 * corpus: of a document that somebody names, the first place is enough.
 */
export function* orphansOf(snapshot: Snapshot): Generator<void, Orphans> {
  const [orphans, unused]: [Document[], Document[]] = [[], []];
  for (const [, document] of snapshot.documents) {
    if (!document) continue;
    if (!isConnected(snapshot, document)) orphans.push(document);
    yield;
    if (document.kind === 'note' && !isUsed(snapshot, document, 'inquiry')) unused.push(document);
    yield;
  }
  return { orphans: inOrder(orphans), unused: inOrder(unused) };
}

const inOrder = (documents: Document[]): Document[] => documents.sort((a, b) => (a.path < b.path ? -1 : 1));

function isConnected(snapshot: Snapshot, document: Document): boolean {
  return isUsed(snapshot, document) || namesOthers(snapshot, document) || mayBeMeant(snapshot, document);
}

/** Whether it names another document, or a missing note. */
function namesOthers(snapshot: Snapshot, document: Document): boolean {
  return resolvedReferencesOf(snapshot, document).some(({ reference, resolution }) => {
    if (resolution.status === 'resolved') return resolution.target !== document;
    return reference.form !== 'link';
  });
}

/** Whether a title that several documents have may mean this one. */
function mayBeMeant(snapshot: Snapshot, document: Document): boolean {
  const names = namesOf(snapshot, document);
  for (const id of usersOf(snapshot, names)) {
    const user = documentOf(snapshot, id);
    if (!user) continue;
    const isMeant = referencesOf(snapshot, user, names).some((reference) => {
      const resolution = resolve(snapshot, reference);
      return resolution.status === 'ambiguous' && resolution.targets.includes(document);
    });
    if (isMeant) return true;
  }
  return false;
}
