import { fold } from '../text/fold.ts';
import type { Document } from './document.ts';
import { type DocumentId, marksOf, type NameId, type NameRecord, sameDefiners } from './names.ts';
import { endsOf, foldersOf, isPathKey, pathKey, pathOf } from './paths.ts';
import { filesNamed, isKnown, isMissing, isUsed, namesOf, resolvePath } from './resolve.ts';
import { anchorsIn, hasFragment } from './sheet.ts';
import { showsTheSame } from './showsTheSame.ts';
import { recordOf, type Snapshot, usersOf } from './snapshot.ts';
import { sharing, touchedByBooks } from './touchedByBooks.ts';

/** The step from one snapshot to the next. */
export interface Step {
  readonly base: Snapshot;
  readonly next: Snapshot;
  /** The documents that changed; undefined for those that are gone. */
  readonly documents: ReadonlyMap<DocumentId, Document | undefined>;
  /** The names of which something was said otherwise. */
  readonly records: ReadonlyMap<NameId, NameRecord>;
  /** Paths of files, documents or not, that came or went. */
  readonly moved: readonly string[];
}

/**
 * The changed documents, those in which a name stands that is not what it was, those that have such a name, those that name a
 * document of another kind or title than before, or a heading where other headings are now, and those whose lists are compared with those of a changed inquiry;
 * and whether what inquiries say of their sources may be another thing.
 */
export function touchedBy(
  step: Step,
  changed: ReadonlySet<NameId>,
): { readonly touched: ReadonlySet<DocumentId>; readonly isOfBooks: boolean } {
  const { base, next, documents } = step;
  const touched = new Set(documents.keys());
  let isOfBooks = changed.size > 0;
  for (const name of changed) {
    for (const snapshot of [base, next]) {
      const { users, definers } = recordOf(snapshot, name);
      for (const user of users) touched.add(user);
      // A note that is no longer the one that `[[mud]]` means lists somebody who does not use it any more.
      const meant = [...definers.map(({ document }) => document), ...filesMeant(snapshot, name)];
      for (const document of meant) {
        touched.add(document);
        for (const id of sharing(snapshot, document)) touched.add(id);
      }
    }
  }
  for (const [id, document] of documents) {
    if (touchedByBooks(base, next, base.documents.get(id), document, touched)) isOfBooks = true;
    const before = document && base.documents.get(document.id);
    if (!before) continue;
    const isOther = before.kind !== document.kind || before.title.text !== document.title.text;
    if (!isOther && sameHeadings(before, document)) continue;
    for (const user of usersOf(next, namesOf(next, document))) {
      const sheet = next.documents.get(user)?.sheet;
      if (isOther || (sheet && hasFragment(sheet))) touched.add(user);
    }
  }
  return { touched, isOfBooks };
}

/** The documents that a name means by their files. */
function filesMeant(snapshot: Snapshot, name: NameId): readonly DocumentId[] {
  const key = snapshot.keys.string(name);
  if (!isPathKey(key)) return filesNamed(snapshot, name);
  const found = resolvePath(snapshot, pathOf(key));
  return found.status === 'resolved' ? [found.target.id] : [];
}

/** Whether links to headings lead where they led. */
function sameHeadings(a: Document, b: Document): boolean {
  const [before, after] = [anchorsIn(a.sheet), anchorsIn(b.sheet)];
  return before.length === after.length && before.every((hash, at) => hash === after[at]);
}

/** The names that are those of missing notes after a step and were not before, and the other way round. */
export function changedMissing(
  { base, next }: Step,
  changed: ReadonlySet<NameId>,
): { readonly came: NameId[]; readonly went: NameId[] } {
  const [came, went]: [NameId[], NameId[]] = [[], []];
  for (const name of changed) {
    const [before, after] = [isMissing(base, name), isMissing(next, name)];
    if (before !== after) (after ? came : went).push(name);
  }
  return { came, went };
}

/** The names that do not mean in all respects what they meant. */
export function changedNames({ base, next, documents, records, moved }: Step): Set<NameId> {
  const names = new Set<NameId>(namesOfFiles(next, moved));
  for (const name of records.keys()) if (!meansTheSame(base, next, name)) names.add(name);
  for (const [id, document] of documents) {
    const before = base.documents.get(id);
    // A document that comes or goes is also named by its path: `[[soil/mud]]`, `[mud](soil/mud.md)`.
    if (document && !before) for (const name of namesOf(next, document)) names.add(name);
    if (before && !document) for (const name of namesOf(base, before)) names.add(name);
    // Where several answer to a name, each is shown with its title.
    if (document && before && !showsTheSame(before, document)) {
      for (const name of namesOf(next, document)) if (hasSeveral(next, name)) names.add(name);
    }
  }
  return names;
}

/** Whether the same documents have a name, it is known or not as before, and a text shows the same marks behind it. */
function meansTheSame(base: Snapshot, next: Snapshot, name: NameId): boolean {
  const [before, after] = [recordOf(base, name), recordOf(next, name)];
  return (
    sameDefiners(before, after) &&
    before.files.length === after.files.length &&
    isUsed(before) === isUsed(after) &&
    isKnown(base, name) === isKnown(next, name) &&
    marksOf(before, base.spellings).join() === marksOf(after, next.spellings).join()
  );
}

/** What links and embeds may call these files, and the folders that they lie in. */
function namesOfFiles(snapshot: Snapshot, paths: readonly string[]): NameId[] {
  const keys = paths.flatMap((path) => [...[path, ...foldersOf(path)].map(pathKey), ...endsOf(path).map(fold)]);
  return [...new Set(keys)].map((key) => snapshot.keys.find(key)).filter((name) => name !== undefined);
}

function hasSeveral(snapshot: Snapshot, name: NameId): boolean {
  return recordOf(snapshot, name).definers.length > 1 || filesNamed(snapshot, name).length > 1;
}
