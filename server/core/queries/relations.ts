import type { Document } from '../index/document.ts';
import { owned } from '../index/interner.ts';
import { commonSpelling, type NameId } from '../index/names.ts';
import { isEmbedded, resolve } from '../index/resolve.ts';
import { type Sheet, writtenCount, writtenRole } from '../index/sheet.ts';
import { currentText, recordOf, type Snapshot } from '../index/snapshot.ts';
import { summarize } from '../syntax/summarize.ts';
import { typedSentence } from '../text/relationType.ts';
import type { Span } from '../text/span.ts';

/**
 * That a document names another one among its related concepts, and what it says of the two (CORPUS.md, "relation"). The one
 * model of it: the graph, hovers, backlinks and lists are made from this.
 */
export interface Relation {
  readonly from: Document;
  /** Undefined for a missing note. */
  readonly to: Document | undefined;
  /** The name of a missing note. */
  readonly missing?: NameId;
  /** The title of the document; that of a missing note as most write it. */
  readonly title: string;
  /** In one line; `null` where the entry names the note and says no more. */
  readonly sentence: string | null;
  /** `grounds` of `grounds: …` (`typedSentence`). */
  readonly type: string | null;
  /** Where the other one is named: the target as written. */
  readonly span: Span;
}

/** An entry of related concepts, without what hangs on other documents. */
interface Entry {
  /** Of what it names, among the written references of its document. */
  readonly index: number;
  readonly sentence: string | null;
}

/** As long as the texts are the same. */
const known = new WeakMap<Sheet, readonly Entry[]>();

/**
 * The relations of a document to others, in text order; none to itself, and none by a title that several documents have. The text is
 * read where it has related concepts at all; none where it is gone, or is no longer the one that the index knows.
 */
export function relationsOf(snapshot: Snapshot, document: Document): Relation[] {
  return entriesOf(snapshot, document).flatMap(({ index, sentence }): Relation[] => {
    const name = document.writtenName(index);
    if (name < 0) return [];
    const reference = { ...document.written(index), name };
    const resolution = resolve(snapshot, reference);
    const type = sentence === null ? null : typedSentence(sentence).type;
    const common = { from: document, sentence, type, span: reference.span };
    if (resolution.status === 'resolved') {
      const to = resolution.target;
      return to.id === document.id ? [] : [{ ...common, to, title: to.title.text }];
    }
    const isMissing = resolution.status === 'dangling' && reference.form !== 'link';
    if (!isMissing || isEmbedded(snapshot, reference.text)) return [];
    const title = commonSpelling(recordOf(snapshot, name), snapshot.spellings) ?? reference.text;
    return [{ ...common, to: undefined, missing: name, title }];
  });
}

/** Whether a relation leads to a document that has none back. There is nothing to expect of a missing note. */
export function isOneSided(snapshot: Snapshot, { from, to }: Relation): boolean {
  return to !== undefined && !relationsOf(snapshot, to).some((back) => back.to?.id === from.id);
}

/** Whether a document has anything among its related concepts: nothing is read. */
export function hasRelated(sheet: Sheet): boolean {
  for (let index = 0, count = writtenCount(sheet); index < count; index++)
    if (writtenRole(sheet, index) === 'related') return true;
  return false;
}

function entriesOf(snapshot: Snapshot, document: Document): readonly Entry[] {
  const { path, sheet } = document;
  const before = known.get(sheet);
  if (before) return before;
  if (!hasRelated(sheet)) return [];
  const text = currentText(snapshot, document);
  const summary = text === undefined ? undefined : summarize(path, text);
  // What is gone may come back.
  if (!summary || summary.references.length !== writtenCount(sheet)) return [];
  const entries = summary.sections
    .filter(({ role }) => role === 'related')
    .flatMap((section) => section.entries)
    .flatMap(({ reference, relation }) => {
      const sentence = relation?.text.trim();
      return reference === undefined ? [] : [{ index: reference, sentence: sentence ? owned(sentence) : null }];
    });
  known.set(sheet, entries);
  return entries;
}
