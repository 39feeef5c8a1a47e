import type { Form, Role } from '../syntax/summary.ts';
import { type Span, span } from '../text/span.ts';
import type { Document } from './document.ts';
import { isThere } from './files.ts';

import { marksOf, type NameId } from './names.ts';
import { goesOnWith, OCCURRENCE_COLUMNS, roleIn } from './occurrences.ts';
import { isHidden, linkedPath } from './paths.ts';
import { isEmbedded, isKnown, type Resolution, resolve } from './resolve.ts';
import { roleOf } from './roles.ts';
import { recordOf, type Snapshot } from './snapshot.ts';

/** One place in a text that names a title (CORPUS.md). The one model that all questions and views share. */
export interface Reference {
  readonly form: Form;
  readonly role: Role;
  /** The target as written; see `WrittenReference.span`. */
  readonly span: Span;
  readonly whole: Span;
  readonly text: string;
  readonly fragment?: string;
  readonly name: NameId;
}

/**
 * The references of a document, in text order. A link to a file that is no document, or that leaves the corpus, names no
 * title (an embedded `![[oven.png]]` neither); a paper is one only where a document has its title.
 *
 * @param names only references by one of these.
 */
export function referencesOf(snapshot: Snapshot, document: Document, names?: ReadonlySet<NameId>): Reference[] {
  const found: Reference[] = [];
  mentionsOf(snapshot, document, names, found);
  for (let index = 0, count = document.writtenCount; index < count; index++) {
    const name = document.writtenName(index);
    if (name < 0 || (names && !names.has(name))) continue;
    const reference = { ...document.written(index), name };
    if (isReference(snapshot, document, reference)) found.push(reference);
  }
  return found.length > 1 ? found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) : found;
}

/**
 * Where a document says one of its own names in its prose: no reference, but words that go with the name when that changes.
 */
export function ownMentionsOf(snapshot: Snapshot, document: Document, name: NameId): Reference[] {
  const found: Reference[] = [];
  mentionsOf(snapshot, document, new Set([name]), found, true);
  return found;
}

function isReference(snapshot: Snapshot, document: Document, reference: Reference): boolean {
  if (reference.form === 'entry') return true;
  const isPaper = reference.role === 'papers' && reference.form === 'wikilink';
  if (reference.form === 'wikilink' && !isPaper && !isEmbedded(snapshot, reference.text)) return true;
  if (resolve(snapshot, reference).status !== 'dangling') return true;
  if (reference.form === 'wikilink') return false;
  const path = linkedPath(document.path, reference.text)!;
  return !isHidden(path) && !isThere(snapshot.files, path);
}

/**
 * Adds the bare titles in the prose of a document: from left to right, the longest name that the corpus knows at each place.
 * Names that the document has itself take their place, and are no references.
 */
function mentionsOf(
  snapshot: Snapshot,
  document: Document,
  names: ReadonlySet<NameId> | undefined,
  found: Reference[],
  own = false,
): void {
  const { occurrences } = document;
  // Most documents that use a name by a wikilink or an entry have no mention of it, and then no place of theirs matters.
  if (names && !holdsAny(occurrences, names)) return;
  let free = 0;
  for (let at = 0; at < occurrences.length; at += OCCURRENCE_COLUMNS) {
    const start = occurrences[at]!;
    const name = occurrences[at + 2]!;
    if (start < free || !isKnown(snapshot, name)) continue;
    const record = recordOf(snapshot, name);
    const code = occurrences[at + 3]!;
    const marks = marksOf(record, snapshot.spellings).find((each) => goesOnWith(code, each)) ?? '';
    const end = occurrences[at + 1]! + marks.length;
    free = end;
    if (names && !names.has(name)) continue;
    if (record.definers.some((each) => each.document === document.id) !== own) continue;
    const role = roleOf(roleIn(code));
    // A paper is named by its title; that no document has it is nothing to report.
    if (role === 'papers' && record.definers.length === 0) continue;
    const text = snapshot.spellings.string(occurrences[at + 4]!) + marks;
    const place = span(start, end);
    found.push({ form: 'mention', role, span: place, whole: place, text, name });
  }
}

function holdsAny(occurrences: Int32Array, names: ReadonlySet<NameId>): boolean {
  for (let at = 2; at < occurrences.length; at += OCCURRENCE_COLUMNS) if (names.has(occurrences[at]!)) return true;
  return false;
}

/** A reference with what it leads to. */
export interface Resolved {
  readonly reference: Reference;
  readonly resolution: Resolution;
}

export function resolvedReferencesOf(snapshot: Snapshot, document: Document): Resolved[] {
  return referencesOf(snapshot, document).map((reference) => ({ reference, resolution: resolve(snapshot, reference) }));
}
