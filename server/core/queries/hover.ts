import type { Document } from '../index/document.ts';
import { commonSpelling, type NameId } from '../index/names.ts';
import { currentText, documentAt, recordOf, type Snapshot } from '../index/snapshot.ts';
import type { Span } from '../text/span.ts';
import { type Citing, placesOf } from './backlinks.ts';
import { type Relation, relationsOf } from './relations.ts';
import { type FilePosition, type Subject, subjectAt } from './subject.ts';
import { type Uses, usesOf } from './uses.ts';

/** What is worth knowing of a document before one jumps to it. */
export interface Card extends Uses {
  readonly title: string;
  readonly kind: 'note' | 'inquiry' | 'page' | 'missing';
  readonly path?: string;
  /** The note's description or the inquiry's abstract, in one line. */
  readonly description?: string;
}

export interface Hover {
  readonly span: Span;
  /** One; several where the reference is ambiguous. */
  readonly cards: readonly Card[];
  /** What the document at hand and the one that is named say of each other among their related concepts. */
  readonly relations: readonly Relation[];
}

export function hover(snapshot: Snapshot, at: FilePosition): Hover | undefined {
  const subject = subjectAt(snapshot, at);
  if (!subject) return undefined;
  const { span, missing, documents } = subject;
  const relations = relationsWith(snapshot, at.path, subject);
  if (missing === undefined) {
    const cards = documents.map((each) => cardOf(snapshot, each));
    return cards.length === 0 ? undefined : { span, cards, relations };
  }
  return { span, cards: [cardOfMissing(snapshot, missing, subject.reference!.reference.text)], relations };
}

/** The relations with a sentence between the document at hand and what it names, its own first: two texts at most are read. */
function relationsWith(snapshot: Snapshot, path: string, { reference, documents, missing }: Subject): Relation[] {
  const own = reference && documentAt(snapshot, path);
  if (!own || documents.length > 1) return [];
  const other = documents[0];
  const isMeant = ({ to, missing: name }: Relation): boolean => (other ? to?.id === other.id : name === missing);
  const there = relationsOf(snapshot, own).filter(isMeant);
  const back = other ? relationsOf(snapshot, other).filter(({ to }) => to?.id === own.id) : [];
  return [...there, ...(other?.id === own.id ? [] : back)].filter(({ sentence }) => sentence !== null);
}

/** @param text the title as somebody writes it who does not name it by an entry or a wikilink. */
export function cardOfMissing(snapshot: Snapshot, name: NameId, text: string): Card {
  const title = commonSpelling(recordOf(snapshot, name), snapshot.spellings) ?? text;
  return { title, kind: 'missing', ...counts(placesOf(snapshot, name)) };
}

export function cardOf(snapshot: Snapshot, document: Document): Card {
  const { title, kind } = document;
  const description = descriptionOf(snapshot, document);
  return {
    title: title.text,
    kind,
    path: document.path,
    ...(description && { description }),
    ...usesOf(snapshot, document),
  };
}

/** A document's own description or abstract, in one line. Read from the text as it is now; nothing where the text is gone, or is no longer the one that was indexed. */
export function descriptionOf(snapshot: Snapshot, document: Document): string | undefined {
  const { description } = document;
  const text = description && currentText(snapshot, document);
  return text?.slice(description!.start, description!.end).replace(/\s+/g, ' ');
}

function counts(citing: readonly Citing[]): Uses {
  const inquiries = citing.filter(({ document }) => document.kind === 'inquiry').length;
  return { inquiries, notes: citing.length - inquiries };
}
