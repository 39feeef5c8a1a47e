import { eachSource } from '../../index/books.ts';
import type { Document } from '../../index/document.ts';
import type { NameId } from '../../index/names.ts';
import { namesOf, resolve } from '../../index/resolve.ts';
import { booksIn } from '../../index/sheet.ts';
import { byPath, documentOf, type Snapshot, usersOf } from '../../index/snapshot.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type About, type Account, aboutOf, type Listing, listings, titleOf } from './account.ts';

/** What inquiries say of one note under its title. */
export interface Said {
  /** The inquiries that have it among their sources, by path. */
  readonly citing: readonly Document[];
  /** Those that say something of it, by the summaries' hashes. */
  readonly by: ReadonlyMap<number, readonly Document[]>;
  /** The summary that most inquiries give; undefined where no one is given by more than any other. */
  readonly usual: number | undefined;
}

const known = new WeakMap<Snapshot, Map<About, Said>>();

/** So many notes are kept for a snapshot: more would be a burden to a corpus of a hundred thousand. */
const MOST_KEPT = 50_000;

/** Kept as long as the snapshot: an inquiry that is one of a thousand asks for what all of them say. */
export function saidOf(snapshot: Snapshot, about: About): Said {
  const answers = known.get(snapshot) ?? new Map<About, Said>();
  known.set(snapshot, answers);
  let said = answers.get(about);
  if (!said) {
    said = gathered(snapshot, about);
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(about, said);
  }
  return said;
}

function gathered(snapshot: Snapshot, about: About): Said {
  const target = about >= 0 ? documentOf(snapshot, about) : undefined;
  const names = target ? namesOf(snapshot, target) : new Set([-1 - about]);
  const citing: Document[] = [];
  const by = new Map<number, Document[]>();
  for (const id of usersOf(snapshot, names)) {
    const user = documentOf(snapshot, id);
    if (user?.kind !== 'inquiry') continue;
    const all = saidOfSource(snapshot, user, names, about);
    if (all.length > 0) citing.push(user);
    for (const said of new Set(all)) {
      if (said === undefined) continue;
      const documents = by.get(said);
      if (documents) documents.push(user);
      else by.set(said, [user]);
    }
  }
  for (const documents of [citing, ...by.values()]) documents.sort(byPath);
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
    const others = [...by].filter(([said]) => said !== entry.said).flatMap(([, documents]) => documents);
    const elsewhere = [...new Set(others)].filter(({ id }) => id !== account.document.id).sort(byPath);
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
