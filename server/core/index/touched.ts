import { fold } from '../text/fold.ts';
import type { Document } from './document.ts';
import { type DocumentId, marksOf, type NameId, type NameRecord, sameDefiners } from './names.ts';
import { endsOf, foldersOf, pathKey } from './paths.ts';
import { filesNamed, isKnown, isMissing, isUsed, namesOf } from './resolve.ts';
import { anchorsIn, hasFragment } from './sheet.ts';
import { recordOf, type Snapshot, usersOf } from './snapshot.ts';

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
 * The changed documents, those in which a name stands that is not what it was, those that have such a name, and those that
 * name a heading where other headings are now.
 */
export function touchedBy(step: Step, changed: ReadonlySet<NameId>): Set<DocumentId> {
  const { base, next, documents } = step;
  const touched = new Set(documents.keys());
  for (const name of changed) {
    for (const { users, definers } of [recordOf(base, name), recordOf(next, name)]) {
      for (const user of users) touched.add(user);
      for (const { document } of definers) touched.add(document);
    }
  }
  for (const document of documents.values()) {
    const before = document && base.documents.get(document.id);
    if (!before || sameHeadings(before, document)) continue;
    for (const user of usersOf(next, namesOf(next, document))) {
      const sheet = next.documents.get(user)?.sheet;
      if (sheet && hasFragment(sheet)) touched.add(user);
    }
  }
  return touched;
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

/** Whether a document looks the same where it is one of several that a name may mean. */
function showsTheSame(a: Document, b: Document): boolean {
  const [before, after] = [a.title, b.title];
  const sameSpan = before.span.start === after.span.start && before.span.end === after.span.end;
  return a.kind === b.kind && before.text === after.text && sameSpan;
}

function hasSeveral(snapshot: Snapshot, name: NameId): boolean {
  return recordOf(snapshot, name).definers.length > 1 || filesNamed(snapshot, name).length > 1;
}
