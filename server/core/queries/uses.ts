import type { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { referencesOf } from '../index/references.ts';
import { namesOf, resolve } from '../index/resolve.ts';
import { type Sheet, writtenForm, writtenSpelling } from '../index/sheet.ts';
import { documentOf, type Snapshot, usersOf } from '../index/snapshot.ts';
import type { Kind } from '../syntax/summary.ts';

/** How many other documents name one: inquiries, and notes with pages. */
export interface Uses {
  readonly inquiries: number;
  readonly notes: number;
}

/**
 * As many as `backlinksOf` has documents, without a look at each place: a list of sources asks for fifty counts at once. They
 * are kept as long as the snapshot.
 */
export function usesOf(snapshot: Snapshot, target: Document): Uses {
  const known = counted.get(snapshot) ?? new Map<Document, Uses>();
  counted.set(snapshot, known);
  let uses = known.get(target);
  if (!uses) {
    let [inquiries, notes] = [0, 0];
    for (const { kind } of using(snapshot, target)) {
      if (kind === 'inquiry') inquiries++;
      else notes++;
    }
    uses = { inquiries, notes };
    known.set(target, uses);
  }
  return uses;
}

const counted = new WeakMap<Snapshot, Map<Document, Uses>>();

/** Whether any other document names this one. */
export const isUsed = (snapshot: Snapshot, target: Document, kind?: Kind): boolean =>
  !using(snapshot, target, kind).next().done;

/**
 * The other documents that name one. What they write is looked at first, in columns; prose only where that is not enough.
 *
 * @param kind only documents of this kind
 */
export function* using(snapshot: Snapshot, target: Document, kind?: Kind): Generator<Document> {
  const names = namesOf(snapshot, target);
  const leads = leadsTo(snapshot, target);
  const isWritten = (document: Document): boolean => {
    for (let index = 0, count = document.writtenCount; index < count; index++) {
      const name = document.writtenName(index);
      if (names.has(name) && leads(document.sheet, index, name)) return true;
    }
    return false;
  };
  const isMentioned = (document: Document): boolean =>
    referencesOf(snapshot, document, names).some((reference) => {
      const resolution = reference.form === 'mention' ? resolve(snapshot, reference) : undefined;
      return resolution?.status === 'resolved' && resolution.target === target;
    });
  for (const id of usersOf(snapshot, names)) {
    const document = documentOf(snapshot, id);
    if (!document || document === target || (kind !== undefined && document.kind !== kind)) continue;
    if (isWritten(document) || isMentioned(document)) yield document;
  }
}

/** Whether a written reference leads to `target`: resolved once for each way to write it. */
function leadsTo(snapshot: Snapshot, target: Document): (sheet: Sheet, index: number, name: NameId) => boolean {
  const known = new Map<number, boolean>();
  return (sheet, index, name) => {
    const form = writtenForm(sheet, index);
    const spelling = writtenSpelling(sheet, index);
    // A link is relative to its document: its name says which path is meant, its spelling does not.
    const way = form === 'link' ? -1 - name : 2 * spelling + Number(form === 'wikilink');
    let leads = known.get(way);
    if (leads === undefined) {
      const resolution = resolve(snapshot, { form, name, text: snapshot.spellings.string(spelling) });
      leads = resolution.status === 'resolved' && resolution.target === target;
      known.set(way, leads);
    }
    return leads;
  };
}
