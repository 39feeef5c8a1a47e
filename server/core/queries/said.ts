import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { type Sheet, writtenCount, writtenName, writtenRole } from '../index/sheet.ts';
import { currentText, documentOf, recordOf, type Snapshot, usersOf } from '../index/snapshot.ts';
import { summarize } from '../syntax/summarize.ts';

/** So many users of a name are looked at for one that has it among its sources. */
const MOST_USERS = 500;

/**
 * What inquiries say of a title under it in their Sources, as it stands there: all say the same, or it is for a person to see
 * (CORPUS.md, "Facts").
 *
 * @param names of one document, or of a missing note; one that several documents have says nothing for sure
 * @param most so many inquiries are asked: each is a file to read
 * @param except whose own words do not count
 */
export function saidInSources(snapshot: Snapshot, names: readonly NameId[], most: number, except?: Document): string[] {
  const certain = names.filter((name) => recordOf(snapshot, name).definers.length <= 1);
  const found: string[] = [];
  let looked = 0;
  for (const id of usersOf(snapshot, certain)) {
    if (found.length === most || looked++ === MOST_USERS) break;
    const user = documentOf(snapshot, id);
    if (!user || user.id === except?.id || user.kind !== 'inquiry' || !listsAny(user.sheet, certain)) continue;
    const said = sourcesOf(snapshot, user);
    const name = certain.find((each) => said.has(each));
    if (name !== undefined) found.push(said.get(name)!);
  }
  return found;
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
