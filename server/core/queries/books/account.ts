import { type BookEntry, type BookSection, bookSections } from '../../index/books.ts';
import type { Document } from '../../index/document.ts';
import { type Reference, type Resolved, resolvedReferencesOf } from '../../index/references.ts';
import { type Resolution, resolve } from '../../index/resolve.ts';
import { booksIn } from '../../index/sheet.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import type { Role } from '../../syntax/summary.ts';

/**
 * What a reference is about, as one number: a document, or a missing note. Undefined where nobody can tell: several documents
 * answer to it, or it is a link to a file that is not there.
 */
export type About = number;

export function aboutOf({ form, name }: Pick<Reference, 'form' | 'name'>, resolution: Resolution): About | undefined {
  if (resolution.status === 'resolved') return resolution.target.id;
  return resolution.status === 'dangling' && form !== 'link' ? -1 - name : undefined;
}

/** An entry of a list, with what it names. */
export interface Listing {
  readonly entry: BookEntry;
  readonly reference?: Reference;
  readonly resolution?: Resolution;
  readonly about?: About;
}

/** What a document says in its lists, and what its body names; made of columns alone. */
export interface Account {
  readonly document: Document;
  readonly sections: readonly BookSection[];
  readonly references: readonly Resolved[];
  /** What the body names, in the order of first mention. */
  readonly named: ReadonlyMap<About, Resolved>;
}

export function accountOf(snapshot: Snapshot, document: Document, references?: readonly Resolved[]): Account {
  const named = new Map<About, Resolved>();
  const all = references ?? resolvedReferencesOf(snapshot, document);
  for (const resolved of all) {
    if (resolved.reference.role !== 'body') continue;
    const about = aboutOf(resolved.reference, resolved.resolution);
    if (about !== undefined && !named.has(about)) named.set(about, resolved);
  }
  return { document, sections: bookSections(booksIn(document.sheet)), references: all, named };
}

/** The entries of all lists of one kind, in text order. */
export const listings = (snapshot: Snapshot, { document, sections }: Account, role: Role): Listing[] =>
  sections
    .filter((each) => each.role === role)
    .flatMap(({ entries }) => entries.map((entry) => listed(snapshot, document, entry)));

export function listed(snapshot: Snapshot, document: Document, entry: BookEntry): Listing {
  if (entry.reference === undefined) return { entry };
  const name = document.writtenName(entry.reference);
  if (name < 0) return { entry };
  const reference = { ...document.written(entry.reference), name };
  const resolution = resolve(snapshot, reference);
  const about = aboutOf(reference, resolution);
  return { entry, reference, resolution, ...(about !== undefined && { about }) };
}

/** Whether an entry is, or may be, about a document. */
export const mayBeAbout = ({ resolution, about }: Listing, wanted: About): boolean =>
  about === wanted || (resolution?.status === 'ambiguous' && resolution.targets.some(({ id }) => id === wanted));

/** The title of what is meant, as its document has it, else as it is written. */
export const titleOf = ({ reference, resolution }: Resolved): string =>
  resolution.status === 'resolved' ? resolution.target.title.text : reference.text;
