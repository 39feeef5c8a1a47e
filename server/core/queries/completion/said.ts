import type { Document } from '../../index/document.ts';
import type { NameId } from '../../index/names.ts';
import { type Sheet, writtenCount, writtenName, writtenRole } from '../../index/sheet.ts';
import { documentOf, type Snapshot, usersOf } from '../../index/snapshot.ts';
import type { Typed } from '../../index/typed.ts';
import { summarize } from '../../syntax/summarize.ts';
import type { Role } from '../../syntax/summary.ts';
import { oneLine } from '../../text/fold.ts';
import { descriptionOf } from '../hover.ts';
import type { Here } from './here.ts';

/** So many of a note's users are looked at for one that has it among its sources. */
const MOST_USERS = 50;

/**
 * What a list says of a title: of a source what other inquiries say, who all say the same (CORPUS.md, "Facts"); else the note's
 * own description.
 */
export function saidOf(here: Here, typed: Typed, role: Role): string | undefined {
  const { snapshot, document } = here;
  const names = 'document' in typed ? typed.document.names.map(({ key }) => key) : [typed.name];
  const said = (role === 'sources' ? summaryIn(snapshot, document, names) : undefined) ?? ownWords(snapshot, typed);
  if (said === undefined || said.trim() === '') return undefined;
  // A spaced text may break its lines; elsewhere each line is something of its own.
  return document.layout === 'spaced' && !/\n\s*\n/.test(said) ? said : oneLine(said);
}

const ownWords = (snapshot: Snapshot, typed: Typed): string | undefined =>
  'document' in typed ? descriptionOf(snapshot, typed.document) : undefined;

function summaryIn(snapshot: Snapshot, except: Document, names: readonly NameId[]): string | undefined {
  let looked = 0;
  for (const id of usersOf(snapshot, names)) {
    if (looked++ === MOST_USERS) return undefined;
    const user = documentOf(snapshot, id);
    if (!user || user.id === except.id || user.kind !== 'inquiry' || !listsAny(user.sheet, names)) continue;
    const summaries = sourcesOf(snapshot, user);
    for (const name of names) {
      const summary = summaries.get(name);
      if (summary) return summary;
    }
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
  const summaries = new Map<NameId, string>();
  const text = snapshot.textOf(document.path);
  // A text that is no longer the one that was indexed says nothing for sure.
  const summary = text?.length === document.length ? summarize(document.path, text) : undefined;
  for (const { role, entries } of summary?.sections ?? []) {
    if (role !== 'sources') continue;
    for (const { reference, summary: said } of entries) {
      if (reference !== undefined && said)
        summaries.set(document.writtenName(reference), text!.slice(said.start, said.end));
    }
  }
  known.set(document.sheet, summaries);
  return summaries;
}
