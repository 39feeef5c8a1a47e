import type { Document } from '../index/document.ts';
import { type Resolved, resolvedReferencesOf } from '../index/references.ts';
import { currentText, type Snapshot } from '../index/snapshot.ts';
import { fold } from '../text/fold.ts';
import { overlaps, type Span, span } from '../text/span.ts';
import { edited, replaced, type TextEdit } from './edits.ts';
import { trial } from './trial.ts';

/** A document with its text as the index knows it, and what it refers to. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly document: Document;
  readonly text: string;
  readonly references: readonly Resolved[];
}

/** Undefined where the text is gone, or is no longer the one that the index knows. */
export function readingOf(snapshot: Snapshot, document: Document): Reading | undefined {
  const text = currentText(snapshot, document);
  if (text === undefined) return undefined;
  return { snapshot, document, text, references: resolvedReferencesOf(snapshot, document) };
}

/** What may stand in the place of some text. */
export interface Way {
  readonly span: Span;
  readonly after: string;
}

/**
 * The first of some ways to write a reference that the corpus reads as it is wanted, while it reads all else in the document as
 * before; undefined where there is none. Texts have many ways to take an edit for something else: `[[a|b]]` in a table,
 * `Mud` as part of a longer title, a title of two words in prose.
 *
 * @param wanted asked of the references at the new place: mostly one; none where a link leads to a picture
 */
export function rewritten(
  reading: Reading,
  ways: readonly Way[],
  wanted: (there: readonly Resolved[]) => boolean,
): TextEdit | undefined {
  for (const { span: at, after } of ways) {
    const edit = replaced(reading.text, at, after);
    if (edit.after !== reading.text.slice(at.start, at.end) && holdsAfter(reading, edit, wanted)) return edit;
  }
  return undefined;
}

function holdsAfter(
  { snapshot, document, text, references }: Reading,
  edit: TextEdit,
  wanted: (there: readonly Resolved[]) => boolean,
): boolean {
  const read = trial(snapshot, document.path, edited(text, [edit]));
  if (!read || !sameDocument(document, read.document)) return false;
  const there = span(edit.span.start, edit.span.start + edit.after.length);
  const isThere = ({ reference }: Resolved): boolean => overlaps(reference.whole, there);
  const others = references.filter(({ reference }) => !overlaps(reference.whole, edit.span));
  return (
    sameMeanings(
      others,
      read.references.filter((each) => !isThere(each)),
    ) && wanted(read.references.filter(isThere))
  );
}

/** Whether a document is still of the same kind, by the same names. */
export function sameDocument(a: Document, b: Document): boolean {
  const names = ({ title, aliases }: Document): string => [title, ...aliases].map(({ text }) => fold(text)).join('\n');
  return a.kind === b.kind && a.layout === b.layout && names(a) === names(b);
}

export function sameMeanings(before: readonly Resolved[], after: readonly Resolved[]): boolean {
  return before.length === after.length && before.every((each, at) => sameMeaning(each, after[at]!));
}

/** Whether two references lead to the same, and stand in the same place of a document's order; their form is free. */
export function sameMeaning(a: Resolved, b: Resolved): boolean {
  if (a.reference.role !== b.reference.role) return false;
  const [before, after] = [a.resolution, b.resolution];
  if (before.status === 'resolved') return after.status === 'resolved' && before.target.id === after.target.id;
  if (before.status === 'dangling') return after.status === 'dangling' && a.reference.name === b.reference.name;
  return after.status === 'ambiguous' && String(before.targets.map(idOf)) === String(after.targets.map(idOf));
}

/** The same for two references that have the same meaning, and for no others. */
export function meaningOf({ reference: { role, name }, resolution }: Resolved): string {
  if (resolution.status === 'resolved') return `${role} = ${resolution.target.id}`;
  return `${role} ${resolution.status === 'dangling' ? `! ${name}` : `? ${resolution.targets.map(idOf)}`}`;
}

const idOf = ({ id }: Document): number => id;

/** Whether there is one reference, and it leads to this document. */
export function leadsTo(target: Document): (there: readonly Resolved[]) => boolean {
  return (there) =>
    there.length === 1 && there[0]!.resolution.status === 'resolved' && there[0]!.resolution.target.id === target.id;
}
