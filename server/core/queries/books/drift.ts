import { eachSource } from '../../index/books.ts';
import type { Document } from '../../index/document.ts';
import type { DocumentId, NameId } from '../../index/names.ts';
import { namesOf, resolve } from '../../index/resolve.ts';
import { booksIn } from '../../index/sheet.ts';
import { byPath, documentOf, type Snapshot, usersOf } from '../../index/snapshot.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type About, type Account, aboutOf, type Listing, listings, titleOf } from './account.ts';

/** What inquiries say of one note under its title. Inquiries are numbers: it outlives the snapshot that it was made from. */
export interface Said {
  /** The inquiries that have it among their sources, by path. */
  readonly citing: readonly DocumentId[];
  /** Those that say something of it, by the summaries' hashes. */
  readonly by: ReadonlyMap<number, readonly DocumentId[]>;
  /** The summary that most inquiries give; undefined where no one is given by more than any other. */
  readonly usual: number | undefined;
}

/** One for each corpus; `keys` is shared by all its snapshots. */
const known = new WeakMap<object, { readonly version: number; readonly answers: Map<About, Said> }>();

/** So many notes are kept: more would be a burden to a corpus of a hundred thousand. */
const MOST_KEPT = 50_000;

/** Kept until some inquiry says something else: one that is typed in asks with each letter for what a thousand others say. */
export function saidOf(snapshot: Snapshot, about: About): Said {
  let kept = known.get(snapshot.keys);
  if (kept?.version !== snapshot.booksVersion || kept.answers.size >= MOST_KEPT) {
    kept = { version: snapshot.booksVersion, answers: new Map() };
    known.set(snapshot.keys, kept);
  }
  const said = kept.answers.get(about) ?? gathered(snapshot, about);
  kept.answers.set(about, said);
  return said;
}

function gathered(snapshot: Snapshot, about: About): Said {
  const target = about >= 0 ? documentOf(snapshot, about) : undefined;
  const names = target ? namesOf(snapshot, target) : new Set([-1 - about]);
  const citing: DocumentId[] = [];
  const by = new Map<number, DocumentId[]>();
  for (const id of usersOf(snapshot, names)) {
    const user = documentOf(snapshot, id);
    if (user?.kind !== 'inquiry') continue;
    const all = saidOfSource(snapshot, user, names, about);
    if (all.length > 0) citing.push(id);
    for (const said of new Set(all)) {
      if (said === undefined) continue;
      const ids = by.get(said);
      if (ids) ids.push(id);
      else by.set(said, [id]);
    }
  }
  const path = (id: DocumentId): string => snapshot.paths.string(id);
  for (const ids of [citing, ...by.values()]) ids.sort((a, b) => (path(a) < path(b) ? -1 : 1));
  const counts = [...by].map(([said, { length }]) => ({ said, length })).sort((a, b) => b.length - a.length);
  const [first, second] = counts;
  return { citing, by, usual: first && first.length !== second?.length ? first.said : undefined };
}

/** The summaries' hashes of the sources of an inquiry that are about one note; undefined for one without a summary. */
function saidOfSource(
  snapshot: Snapshot,
  user: Document,
  names: ReadonlySet<NameId>,
  about: About,
): (number | undefined)[] {
  const found: (number | undefined)[] = [];
  eachSource(booksIn(user.sheet), (index, said) => {
    const name = user.writtenName(index);
    if (!names.has(name)) return;
    const reference = { ...user.written(index), name };
    if (aboutOf(reference, resolve(snapshot, reference)) === about) found.push(said);
  });
  return found;
}

/** The sources of an inquiry of which others mostly say something else. */
export const drifting = (snapshot: Snapshot, account: Account): Listing[] =>
  account.document.kind === 'inquiry'
    ? listings(snapshot, account, 'sources').filter(
        ({ about, entry }) =>
          about !== undefined && entry.said !== undefined && saidOf(snapshot, about).usual !== entry.said,
      )
    : [];

/** So many of the others are named. */
const MOST_PLACES = 10;

/** `summary-drift`: at the summary, where others mostly say something else, or each something of its own (HOUSE.md, "Diagnostics"). */
export function driftFindings(snapshot: Snapshot, account: Account): Diagnostic[] {
  return drifting(snapshot, account).flatMap(({ about, entry, reference, resolution }): Diagnostic[] => {
    const { by } = saidOf(snapshot, about!);
    const others = new Set([...by].filter(([said]) => said !== entry.said).flatMap(([, ids]) => ids));
    others.delete(account.document.id);
    const elsewhere = [...others].flatMap((id) => documentOf(snapshot, id) ?? []).sort(byPath);
    const title = titleOf({ reference: reference!, resolution: resolution! });
    const who =
      elsewhere.length === 1 ? 'Another inquiring line says' : `${elsewhere.length} other inquiring lines say`;
    const message = `${who} something else of “${title}”.`;
    const related = elsewhere
      .slice(0, MOST_PLACES)
      .map(({ path, title }) => ({ path, span: title.span, message: `“${title.text}”` }));
    return elsewhere.length === 0 ? [] : [{ code: 'summary-drift', span: entry.summary!, message, related, title }];
  });
}
