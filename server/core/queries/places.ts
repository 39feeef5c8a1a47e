import type { Document } from '../index/document.ts';
import type { Reference } from '../index/references.ts';
import { currentText, type Snapshot } from '../index/snapshot.ts';
import type { Role } from '../syntax/summary.ts';
import { sentenceAround } from '../text/sentence.ts';
import { type Span, span } from '../text/span.ts';
import { relationsOf } from './relations.ts';

/** In which order roles are told. */
export const ROLES_IN_ORDER: readonly Role[] = [
  'sources',
  'body',
  'related',
  'used-by',
  'next',
  'prompt',
  'papers',
  'original-title',
];

/** A place as people read it: the reference, and what is said there. */
export interface SaidPlace {
  readonly reference: Reference;
  /** One line of text around the reference; `highlight` is where that stands in it, in UTF-16 offsets. */
  readonly sentence: string;
  readonly highlight: Span;
  /** What the document says of the two, where the place is an entry of its related concepts. */
  readonly relation?: { readonly sentence: string; readonly type: string | null };
}

/** What a document says at some of its references. Its text is read once; where it is gone, or another one, the title stands alone. */
export function saidPlaces(snapshot: Snapshot, document: Document, references: readonly Reference[]): SaidPlace[] {
  const text = currentText(snapshot, document);
  const relations = relationsAmong(snapshot, document, references);
  return references.map((reference): SaidPlace => {
    const relation = relations.get(reference.span.start);
    const { text: sentence, highlight } =
      text === undefined
        ? { text: reference.text, highlight: span(0, reference.text.length) }
        : sentenceAround(text, reference.whole);
    return { reference, sentence, highlight, ...(relation && { relation }) };
  });
}

type SaidRelation = NonNullable<SaidPlace['relation']>;

/** What a document says of those that it names among its related concepts, by where it does. */
export function relationsAmong(
  snapshot: Snapshot,
  document: Document,
  references: readonly Reference[],
): ReadonlyMap<number, SaidRelation> {
  if (!references.some(({ role }) => role === 'related')) return new Map();
  return new Map(
    relationsOf(snapshot, document).flatMap(({ span: { start }, sentence, type }): [number, SaidRelation][] =>
      sentence === null ? [] : [[start, { sentence, type }]],
    ),
  );
}
