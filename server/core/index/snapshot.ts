import type { Kind } from '../syntax/summary.ts';
import { fold } from '../text/fold.ts';
import type { Document } from './document.ts';
import type { FirstRecords } from './firstRecords.ts';
import type { Interner } from './interner.ts';
import type { Lexicon } from './lexicon.ts';
import type { DocumentId, NameId, NameRecord } from './names.ts';
import type { Numbering } from './numbering.ts';
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
  /** The documents whose titles changed, one for each version; it only grows, and is shared by all snapshots. */
  readonly retitled: readonly DocumentId[];
  /** The same for headings. */
  readonly headingsVersion: number;
  readonly reheaded: readonly DocumentId[];
  /** Counts up when what inquiries say of their sources may be another thing: not while somebody types prose. */
  readonly booksVersion: number;
  /** How many documents there are of each kind. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Documents of which something may be answered otherwise than in the snapshot before; those that are gone among them. */
  readonly touched: ReadonlySet<DocumentId>;
  readonly documents: Shelf<Document | undefined>;
  /** Records of the names of which something was said since the first documents came, and of all names as those said. */
  readonly names: Shelf<NameRecord>;
  readonly firstNames: FirstRecords;
  /** Keys to `NameId`, paths to `DocumentId`, spellings of mentions; all only grow, and are shared by all snapshots. */
  readonly keys: Interner;
  readonly paths: Interner;
  readonly spellings: Interner;
  /** What a text is read with that is not in the corpus, or not yet (`edits/trial.ts`); they only grow as well. */
  readonly numbering: Numbering;
  readonly lexicon: Lexicon;
  /** Paths of the corpus' files that are no documents: what a link to a picture is checked against. */
  readonly files: ReadonlySet<string>;
  readonly textOf: TextOf;
  /** See `Options`. */
  readonly minimumWords: number;
  /** How many missing notes there are: titles that some reference names, and that no document has. */
  readonly missing: number;
  /** Counts up when a name becomes that of a missing note, or ceases to be one. */
  readonly missingVersion: number;
  /** Those names, one for each version; it only grows, and is shared by all snapshots. */
  readonly missed: readonly NameId[];
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
  return snapshot.names.get(name) ?? snapshot.firstNames.get(name);
}

/** Whether a document has a name, or somebody asks for it: nothing is made for the answer. */
export function isInUse(snapshot: Snapshot, name: NameId): boolean {
  const record = snapshot.names.get(name);
  return record ? record.definers.length > 0 || record.asked.length > 0 : snapshot.firstNames.isInUse(name);
}

/** The text of a document; undefined where it is gone, or is no longer the one that the index knows. */
export function currentText({ textOf }: Snapshot, { path, length }: Document): string | undefined {
  const text = textOf(path);
  return text?.length === length ? text : undefined;
}

/** In how many documents a name stands: nothing is made for the answer. */
export function userCount(snapshot: Snapshot, name: NameId): number {
  return snapshot.names.get(name)?.users.length ?? snapshot.firstNames.userCount(name);
}

/** The name of a title as anybody may write it; undefined where the corpus never met it. */
export function nameOf(snapshot: Snapshot, title: string): NameId | undefined {
  return snapshot.keys.find(fold(title));
}

/** The documents in which one of these names stands, in whatever form; those of one name ascending. */
export function usersOf(snapshot: Snapshot, names: Iterable<NameId>): Iterable<DocumentId> {
  const lists = Array.from(names, (name) => recordOf(snapshot, name).users).filter((each) => each.length > 0);
  return lists.length === 1 ? lists[0]! : new Set(lists.flatMap((each) => [...each]));
}
