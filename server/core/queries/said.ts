import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { type Sheet, writtenCount, writtenName, writtenRole } from '../index/sheet.ts';
import { currentText, documentOf, recordOf, type Snapshot, usersOf } from '../index/snapshot.ts';
import { summarize } from '../syntax/summarize.ts';

/** So many users of a name are looked at for one that has it among its sources. */
const MOST_USERS = 500;

/**
 * What the first inquiry that has a title among its Sources says under it, as it stands there: all say the same, or it is for a person
 * to see (CORPUS.md, "Facts"). Whoever types asks this of many titles; what most inquiries say is `books/given.ts`.
 *
 * @param names of one document, or of a missing note; one that several documents have says nothing for sure
 * @param except whose own words do not count
 */
export function saidElsewhere(snapshot: Snapshot, names: readonly NameId[], except?: Document): string | undefined {
  const certain = names.filter((name) => recordOf(snapshot, name).definers.length <= 1);
  let looked = 0;
  for (const id of usersOf(snapshot, certain)) {
    if (looked++ === MOST_USERS) break;
    const user = documentOf(snapshot, id);
    if (!user || user.id === except?.id || user.kind !== 'inquiry' || !listsAny(user.sheet, certain)) continue;
    const said = sourcesOf(snapshot, user);
    const name = certain.find((each) => said.has(each));
    if (name !== undefined) return said.get(name);
  }
  return undefined;
}

function listsAny(sheet: Sheet, names: readonly NameId[]): boolean {
  for (let index = 0, count = writtenCount(sheet); index < count; index++) {
    if (writtenRole(sheet, index) === 'sources' && names.includes(writtenName(sheet, index))) return true;
  }
  return false;
}

/** What inquiries say of their sources, by name: as long as they are the same texts. */
const known = new WeakMap<Sheet, ReadonlyMap<NameId, string>>();

function sourcesOf(snapshot: Snapshot, document: Document): ReadonlyMap<NameId, string> {
  const before = known.get(document.sheet);
  if (before) return before;
  const text = currentText(snapshot, document);
  const summary = text === undefined ? undefined : summarize(document.path, text);
  const said = new Map<NameId, string>();
  for (const { role, entries } of summary?.sections ?? []) {
    if (role !== 'sources') continue;
    for (const { reference, summary: at } of entries) {
      const words = at && text!.slice(at.start, at.end);
      if (reference !== undefined && words?.trim()) said.set(document.writtenName(reference), words);
    }
  }
  known.set(document.sheet, said);
  return said;
}
