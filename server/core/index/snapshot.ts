import { fold } from '../text/fold.ts';
import type { Document } from './document.ts';
import type { Interner } from './interner.ts';
import { type DocumentId, type NameId, type NameRecord, NO_NAME } from './names.ts';
import type { Shelf } from './shelf.ts';

/** The text of a document by its path, as it is now: of an open editor, else of the disk. Undefined where it is gone. */
export type TextOf = (path: string) => string | undefined;

/** What the questions of a corpus may be asked with. */
export interface Options {
  /** A title with fewer words is no reference where it stands bare in prose (CORPUS.md: three). */
  readonly minimumWords: number;
}

/**
 * A corpus at one moment. It never changes: an edit makes another one, which shares nearly all with it.
 *
 * Invariant: a snapshot after any changes answers as one that was built from the same files at once.
 */
export interface Snapshot {
  /** Counts up with each change. */
  readonly version: number;
  /** Counts up when a title or alias comes or goes: what is worked out from all titles holds until then. */
  readonly titlesVersion: number;
  /** Documents of which something may be answered otherwise than in the snapshot before; those that are gone among them. */
  readonly touched: ReadonlySet<DocumentId>;
  readonly documents: Shelf<Document | undefined>;
  readonly names: Shelf<NameRecord | undefined>;
  /** Keys to `NameId`, paths to `DocumentId`, spellings of mentions; all only grow, and are shared by all snapshots. */
  readonly keys: Interner;
  readonly paths: Interner;
  readonly spellings: Interner;
  /** Paths of the corpus' files that are no documents: what a link to a picture is checked against. */
  readonly files: ReadonlySet<string>;
  readonly textOf: TextOf;
  /** How many missing notes there are: titles that some reference names, and that no document has. */
  readonly missing: number;
}

export function documentAt(snapshot: Snapshot, path: string): Document | undefined {
  const id = snapshot.paths.find(path);
  return id === undefined ? undefined : snapshot.documents.get(id);
}

export function documentOf(snapshot: Snapshot, id: DocumentId): Document | undefined {
  return snapshot.documents.get(id);
}

/** All documents, by path (code-unit order). */
export function documentsOf(snapshot: Snapshot): Document[] {
  const documents: Document[] = [];
  for (const [, document] of snapshot.documents) if (document) documents.push(document);
  return documents.sort(byPath);
}

export const byPath = (a: Document, b: Document): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

export function recordOf(snapshot: Snapshot, name: NameId): NameRecord {
  return snapshot.names.get(name) ?? NO_NAME;
}

/** The name of a title as anybody may write it; undefined where the corpus never met it. */
export function nameOf(snapshot: Snapshot, title: string): NameId | undefined {
  return snapshot.keys.find(fold(title));
}

/** The documents in which one of these names stands, in whatever form. */
export function usersOf(snapshot: Snapshot, names: Iterable<NameId>): Set<DocumentId> {
  const users = new Set<DocumentId>();
  for (const name of names) for (const user of recordOf(snapshot, name).users) users.add(user);
  return users;
}
