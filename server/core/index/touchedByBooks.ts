import { eachSource, hasLostTitle, hasSection, sameEntries } from './books.ts';
import type { Document } from './document.ts';
import type { DocumentId, NameId } from './names.ts';
import { OCCURRENCE_COLUMNS } from './occurrences.ts';
import { resolvedReferencesOf } from './references.ts';
import { namesOf } from './resolve.ts';
import { booksIn } from './sheet.ts';
import { showsTheSame } from './showsTheSame.ts';
import { documentOf, type Snapshot, usersOf } from './snapshot.ts';

/**
 * Adds the documents whose lists are compared with what an inquiry says, where it says something else now: the notes that it
 * names or named (their lists of inquiries), the inquiries that have the same sources (their summaries), and the notes that
 * list it. A keystroke in prose changes none of that, and costs a look along the columns.
 *
 * @returns whether it says something else now
 */
export function touchedByBooks(
  base: Snapshot,
  next: Snapshot,
  before: Document | undefined,
  after: Document | undefined,
  touched: Set<DocumentId>,
): boolean {
  if (before?.kind !== 'inquiry' && after?.kind !== 'inquiry') return false;
  const isOther = !before || !after || !showsTheSame(before, after);
  if (!isOther && saysTheSame(before, after)) return false;
  const [was, is] = [
    before ? saidBy(base, before) : new Map<DocumentId, string>(),
    after ? saidBy(next, after) : new Map<DocumentId, string>(),
  ];
  for (const about of new Set([...was.keys(), ...is.keys()])) {
    if (!isOther && was.get(about) === is.get(about)) continue;
    if (about >= 0) touched.add(about);
    for (const snapshot of [base, next]) for (const id of sharing(snapshot, about)) touched.add(id);
  }
  const isLost = (each: Document | undefined): boolean => each !== undefined && hasLostTitle(booksIn(each.sheet));
  if (!isOther && !isLost(before) && !isLost(after)) return true;
  if (before) for (const id of usersOf(base, namesOf(base, before))) touched.add(id);
  if (after) for (const id of usersOf(next, namesOf(next, after))) touched.add(id);
  return true;
}

/** Whether two texts name the same in the same order, with the same summaries: nothing is made for the answer. */
function saysTheSame(a: Document, b: Document): boolean {
  const count = a.writtenCount;
  if (b.writtenCount !== count || a.occurrences.length !== b.occurrences.length) return false;
  for (let index = 0; index < count; index++) if (a.writtenName(index) !== b.writtenName(index)) return false;
  for (let at = 2; at < a.occurrences.length; at += OCCURRENCE_COLUMNS)
    if (a.occurrences[at] !== b.occurrences[at]) return false;
  return sameEntries(booksIn(a.sheet), booksIn(b.sheet));
}

/** What an inquiry says of each note that it names: that it is a source, with which summaries. Of a missing note by -1 and below. */
function saidBy(snapshot: Snapshot, document: Document): Map<DocumentId, string> {
  const said = new Map<DocumentId, string>();
  const summaries = new Map<number, number | undefined>();
  eachSource(booksIn(document.sheet), (reference, hash) => {
    summaries.set(document.written(reference).span.start, hash ?? 0);
  });
  for (const { reference, resolution } of resolvedReferencesOf(snapshot, document)) {
    if (resolution.status === 'ambiguous') continue;
    const about = resolution.status === 'resolved' ? resolution.target.id : -1 - reference.name;
    const isSource = summaries.has(reference.span.start);
    said.set(about, `${said.get(about) ?? ''}${isSource ? ` ${summaries.get(reference.span.start)}` : ''}`);
  }
  return said;
}

/** The inquiries that have a note among their sources, or may, by whatever name. */
export function* sharing(snapshot: Snapshot, about: DocumentId): Generator<DocumentId> {
  const target = about >= 0 ? documentOf(snapshot, about) : undefined;
  const names: Iterable<NameId> = target ? namesOf(snapshot, target) : about < 0 ? [-1 - about] : [];
  for (const id of usersOf(snapshot, names)) {
    const user = documentOf(snapshot, id);
    if (user?.kind === 'inquiry' && hasSection(booksIn(user.sheet), 'sources')) yield id;
  }
}
