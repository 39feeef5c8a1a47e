import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import type { Span } from '../text/span.ts';
import { backlinksOf, type Citing, placesOf } from './backlinks.ts';
import { type FilePosition, subjectAt } from './subject.ts';

export interface Place {
  readonly document: Document;
  readonly span: Span;
}

/**
 * Every place that names what stands at `at`, the document's own references to itself aside. With `declaration` the title
 * of what is named comes first.
 */
export function references(snapshot: Snapshot, at: FilePosition, declaration: boolean): Place[] {
  const subject = subjectAt(snapshot, at);
  if (!subject) return [];
  const citing: Citing[] =
    subject.missing === undefined
      ? subject.documents.flatMap((document) => backlinksOf(snapshot, document))
      : placesOf(snapshot, subject.missing);
  const titles = declaration ? subject.documents.map((document) => ({ document, span: document.title.span })) : [];
  const places = citing.flatMap(({ document, references }) =>
    references.map((each) => ({ document, span: each.span })),
  );
  return [...titles, ...places];
}
