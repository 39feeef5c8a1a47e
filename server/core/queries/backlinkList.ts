import type { Document } from '../index/document.ts';
import type { DocumentId } from '../index/names.ts';
import type { Snapshot } from '../index/snapshot.ts';
import type { Role } from '../syntax/summary.ts';
import { referencesTo } from './backlinks.ts';
import { accountOf } from './books/account.ts';
import { usedByOf } from './books/backlinkBooks.ts';
import { type Filter, filterOf, isEmptyFilter } from './filter.ts';
import { ROLES_IN_ORDER, saidPlaces } from './places.ts';
import { using } from './uses.ts';

/** How somebody wants to see the documents that name one. */
export interface Arranging {
  readonly groupBy: 'kind' | 'role' | 'none';
  readonly sortBy: 'title' | 'places' | 'recent';
  /** Words of the title and the sentence around one of the places (`filterOf`). */
  readonly filter: string;
  /** How recent a document is, by its path: the larger, the more. */
  readonly recency: (path: string) => number;
}

/** The documents that name one, put together. A document that names it in several roles stands in several groups. */
export interface Arranged {
  /** Whatever the filter; and how many of these are inquiries. */
  readonly total: number;
  readonly inquiries: number;
  /** How many documents the filter leaves. */
  readonly left: number;
  readonly groups: readonly BacklinkGroup[];
}

export interface BacklinkGroup {
  readonly key: 'inquiries' | 'notes' | 'all' | Role;
  /** In their order. */
  readonly documents: readonly Document[];
}

/** So many documents are looked at in a step. */
const STEP = 32;

/**
 * Arranges all documents that name one, in steps: ten thousand are looked at for a title that all of them name. Texts are read
 * for a filter only, those of documents whose title alone does not satisfy it.
 */
export function* arrangedBacklinks(
  snapshot: Snapshot,
  target: Document,
  { groupBy, sortBy, filter, recency }: Arranging,
): Generator<void, Arranged> {
  const users: Document[] = [];
  for (const user of using(snapshot, target)) {
    users.push(user);
    if (users.length % STEP === 0) yield;
  }
  const left = isEmptyFilter(filter) ? users : yield* filtered(snapshot, target, users, filterOf(filter));
  const places = groupBy === 'role' || sortBy === 'places' ? yield* placesOf(snapshot, target, left) : NO_PLACES;
  const weight = ({ id, path }: Document): number =>
    sortBy === 'places' ? (places.counts.get(id) ?? 0) : sortBy === 'recent' ? recency(path) : 0;
  const inquiries = users.filter(isInquiry).length;
  const groups = grouped(groupBy, left, places).flatMap(({ key, documents }) =>
    documents.length > 0 ? [{ key, documents: inOrder(documents, weight) }] : [],
  );
  return { total: users.length, inquiries, left: left.length, groups };
}

/** The users that have all words of a filter, in their title and the sentence around one of their places, or its relation. */
function* filtered(
  snapshot: Snapshot,
  target: Document,
  users: readonly Document[],
  has: Filter,
): Generator<void, readonly Document[]> {
  const referencesOf = referencesTo(snapshot, target);
  const left: Document[] = [];
  for (const [at, user] of users.entries()) {
    const title = user.title.text;
    if (has(title)) left.push(user);
    else {
      const isLeft = saidPlaces(snapshot, user, referencesOf(user)).some(({ sentence, relation }) =>
        has(title, sentence, relation?.sentence ?? ''),
      );
      if (isLeft) left.push(user);
      // A text was read.
      yield;
    }
    if (at % STEP === 0) yield;
  }
  return left;
}

interface Places {
  readonly counts: ReadonlyMap<DocumentId, number>;
  readonly byRole: ReadonlyMap<Role, readonly Document[]>;
}

const NO_PLACES: Places = { counts: new Map(), byRole: new Map() };

/** How often each user names the document, and in which roles. */
function* placesOf(snapshot: Snapshot, target: Document, users: readonly Document[]): Generator<void, Places> {
  const referencesOf = referencesTo(snapshot, target);
  const counts = new Map<DocumentId, number>();
  const byRole = new Map<Role, Document[]>();
  for (const [at, user] of users.entries()) {
    if (at % STEP === 0) yield;
    const references = referencesOf(user);
    counts.set(user.id, references.length);
    for (const role of new Set(references.map((each) => each.role))) {
      const there = byRole.get(role);
      if (there) there.push(user);
      else byRole.set(role, [user]);
    }
  }
  return { counts, byRole };
}

function grouped(by: Arranging['groupBy'], users: readonly Document[], { byRole }: Places): readonly BacklinkGroup[] {
  if (by === 'none') return [{ key: 'all', documents: users }];
  if (by === 'role') return ROLES_IN_ORDER.map((role) => ({ key: role, documents: byRole.get(role) ?? [] }));
  return [
    { key: 'inquiries', documents: users.filter(isInquiry) },
    { key: 'notes', documents: users.filter((each) => !isInquiry(each)) },
  ];
}

const isInquiry = ({ kind }: Document): boolean => kind === 'inquiry';

/** The heaviest first, then by title, then by path: whatever is the same for two documents, their order is always the same. */
function inOrder(documents: readonly Document[], weight: (document: Document) => number): Document[] {
  const keyed = documents.map((document) => ({
    document,
    weight: weight(document),
    title: document.title.text.toLowerCase(),
  }));
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  keyed.sort((a, b) => b.weight - a.weight || compare(a.title, b.title) || compare(a.document.path, b.document.path));
  return keyed.map(({ document }) => document);
}

/** The inquiries that have a note among their sources and are not in its own list of those that use it; none where it keeps no list. */
export function unlistedUsers(snapshot: Snapshot, document: Document): ReadonlySet<DocumentId> {
  return new Set(usedByOf(snapshot, accountOf(snapshot, document))?.missing.map(({ id }) => id));
}
