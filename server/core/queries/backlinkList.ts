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
  const referencesOf = referencesTo(snapshot, target);
  const found: Document[] = [];
  for (const user of using(snapshot, target)) {
    found.push(user);
    if (found.length % STEP === 0) yield;
  }
  const inquiries = found.filter(isInquiry).length;
  const has = filterOf(filter);
  const left: Document[] = [];
  for (const [at, user] of (isEmptyFilter(filter) ? [] : found).entries()) {
    if (at % STEP === 0 || !has(user.title.text)) yield;
    if (isLeft(snapshot, user, referencesOf, has)) left.push(user);
  }
  const wanted = isEmptyFilter(filter) ? found : left;
  const byRole = new Map<Role, Document[]>();
  const counts = new Map<DocumentId, number>();
  for (const [at, user] of (groupBy === 'role' || sortBy === 'places' ? wanted : []).entries()) {
    if (at % STEP === 0) yield;
    const references = referencesOf(user);
    counts.set(user.id, references.length);
    for (const role of new Set(references.map((each) => each.role))) {
      const there = byRole.get(role);
      if (there) there.push(user);
      else byRole.set(role, [user]);
    }
  }
  const weight = { title: () => 0, places: ({ id }: Document) => counts.get(id) ?? 0, recent: ofPath(recency) }[sortBy];
  const group = (key: BacklinkGroup['key'], documents: readonly Document[]): BacklinkGroup[] =>
    documents.length > 0 ? [{ key, documents: inOrder(documents, weight) }] : [];
  const groups = {
    none: () => group('all', wanted),
    kind: () => [
      ...group('inquiries', wanted.filter(isInquiry)),
      ...group(
        'notes',
        wanted.filter((each) => !isInquiry(each)),
      ),
    ],
    role: () => ROLES_IN_ORDER.flatMap((role) => group(role, byRole.get(role) ?? [])),
  }[groupBy]();
  return { total: found.length, inquiries, left: wanted.length, groups };
}

const isInquiry = ({ kind }: Document): boolean => kind === 'inquiry';

const ofPath =
  (recency: Arranging['recency']) =>
  ({ path }: Document): number =>
    recency(path);

function isLeft(
  snapshot: Snapshot,
  user: Document,
  referencesOf: ReturnType<typeof referencesTo>,
  has: Filter,
): boolean {
  const title = user.title.text;
  if (has(title)) return true;
  return saidPlaces(snapshot, user, referencesOf(user)).some(({ sentence, relation }) =>
    has(title, sentence, relation?.sentence ?? ''),
  );
}

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
