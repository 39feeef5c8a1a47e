import type { Document } from '../index/document.ts';
import { commonSpelling, type NameId } from '../index/names.ts';
import type { Reference } from '../index/references.ts';
import { currentText, documentAt, recordOf, type Snapshot } from '../index/snapshot.ts';
import { type FilePosition, type Subject, subjectAt } from '../queries/subject.ts';
import { stemOf } from '../syntax/summarize.ts';
import { fold } from '../text/fold.ts';
import { type Span, span, touches } from '../text/span.ts';
import type { Refused } from './edits.ts';

/** What a rename at a place is about. */
export interface RenameTarget {
  /** What is there to be replaced by the new name. */
  readonly span: Span;
  /** The name as it is now. */
  readonly name: string;
  readonly of: Named;
}

/** What is called by the name: a document by its title or an alias, a document by its file, or a missing note. */
export type Named =
  | { readonly kind: 'title' | 'alias'; readonly document: Document; readonly key: NameId }
  /** By its path in a Markdown link, or by its name as a title. */
  | { readonly kind: 'file'; readonly document: Document; readonly byPath: boolean }
  | { readonly kind: 'missing'; readonly key: NameId };

/** What a rename at a place would rename; undefined in plain prose. */
export function renameTarget(snapshot: Snapshot, at: FilePosition): RenameTarget | Refused | undefined {
  const subject = subjectAt(snapshot, at);
  if (!subject) return undefined;
  const reference = subject.reference?.reference;
  if (!reference) return ofOwnName(subject.documents[0]!, subject.span, at);
  if (subject.documents.length > 1) {
    return {
      refused: `${subject.documents.length} documents answer to “${reference.text}”. Say first which one is meant here.`,
    };
  }
  if (reference.form === 'link') return ofLink(snapshot, subject, reference, at);
  const [document] = subject.documents;
  if (!document) return ofMissing(snapshot, reference);
  const place = document.names.findIndex(({ key }) => key === reference.name);
  if (place > 0) return { span: reference.span, name: document.aliases[place - 1]!.text, of: aliasOf(document, place) };
  if (place === 0) return ofTitle(document, reference.span);
  return ofFile(document, ending(reference.span, reference.text), false);
}

function ofMissing(snapshot: Snapshot, { span, name: key, text }: Reference): RenameTarget {
  const name = commonSpelling(recordOf(snapshot, key), snapshot.spellings) ?? text;
  return { span, name, of: { kind: 'missing', key } };
}

/** A page that gives no title has its file's name for one. */
function ofTitle(document: Document, at: Span): RenameTarget {
  const { title, names } = document;
  if (title.span.start === title.span.end) return ofFile(document, at, false);
  return { span: at, name: title.text, of: { kind: 'title', document, key: names[0]!.key } };
}

const ofFile = (document: Document, at: Span, byPath: boolean): RenameTarget => ({
  span: at,
  name: stemOf(document.path),
  of: { kind: 'file', document, byPath },
});

const aliasOf = (document: Document, place: number): Named => ({
  kind: 'alias',
  document,
  key: document.names[place]!.key,
});

function ofOwnName(document: Document, at: Span, { offset }: FilePosition): RenameTarget {
  const place = document.aliases.findIndex((each) => touches(each.span, offset) && each.span.start === at.start);
  if (place < 0) return ofTitle(document, at);
  return { span: at, name: document.aliases[place]!.text, of: aliasOf(document, place + 1) };
}

/** In a Markdown link, its words name the title where they say it; its destination names the file. */
function ofLink(snapshot: Snapshot, { documents }: Subject, reference: Reference, { path, offset }: FilePosition) {
  const [document] = documents;
  if (!document) return { refused: `There is no file at “${reference.text}”, so there is nothing to rename.` };
  if (touches(reference.span, offset)) return ofFile(document, ending(reference.span, reference.text), true);
  const words = linkWords(snapshot.textOf(path) ?? '', reference);
  if (words && touches(words, offset) && saysTitle(snapshot, path, words, document)) return ofTitle(document, words);
  return { refused: 'These words are no title. Rename the note where its title stands, or its file in the explorer.' };
}

function saysTitle(snapshot: Snapshot, path: string, words: Span, document: Document): boolean {
  const user = documentAt(snapshot, path);
  const text = user && currentText(snapshot, user);
  return text !== undefined && fold(text.slice(words.start, words.end)) === fold(document.title.text);
}

/** `mud` of `../soil/mud.md#clay`: the file's own name in a path. */
function ending({ start, end }: Span, written: string): Span {
  const path = /^[^#?]*/.exec(written)![0];
  const from = path.lastIndexOf('/') + 1;
  const to = path.replace(/\.(md|markdown|txt)$/i, '').length;
  return from < to ? span(start + from, start + to) : span(start, end);
}

/** The words of `[words](path.md)`, `![words](path.md)`; undefined where the construct is another one, as a definition is. */
export function linkWords(text: string, { whole, span: target, form }: Reference): Span | undefined {
  if (form !== 'link') return undefined;
  const start = text[whole.start] === '!' ? whole.start + 2 : whole.start + 1;
  const close = text.lastIndexOf('](', target.start);
  return text[start - 1] === '[' && close >= start ? span(start, close) : undefined;
}
