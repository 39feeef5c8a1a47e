import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import type { Span } from '../text/span.ts';
import { type Citing, eachBacklink, eachPlace } from './backlinks.ts';
import { type FilePosition, subjectAt } from './subject.ts';

export interface Place {
  readonly document: Document;
  readonly span: Span;
}

/**
 * Every place that names what stands at `at`, the document's own references to itself aside. With `declaration` the title
 * of what is named comes first.
 */
export const references = (snapshot: Snapshot, at: FilePosition, declaration: boolean): Place[] => [
  ...eachReference(snapshot, at, declaration),
];

/** The same one by one. */
export function* eachReference(snapshot: Snapshot, at: FilePosition, declaration: boolean): Generator<Place> {
  const subject = subjectAt(snapshot, at);
  if (!subject) return;
  const { documents, missing } = subject;
  if (declaration) for (const document of documents) yield { document, span: document.title.span };
  for (const target of documents) for (const each of eachBacklink(snapshot, target)) yield* placesIn(each);
  if (missing !== undefined) for (const each of eachPlace(snapshot, missing)) yield* placesIn(each);
}

function* placesIn({ document, references }: Citing): Generator<Place> {
  for (const { span } of references) yield { document, span };
}
