import { resolvedReferencesOf } from '../index/references.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import type { Span } from '../text/span.ts';
import { type FilePosition, subjectAt } from './subject.ts';

/** The places of one document that name the same thing as the one at `at`. */
export function documentHighlights(snapshot: Snapshot, at: FilePosition): Span[] {
  const document = documentAt(snapshot, at.path);
  const subject = subjectAt(snapshot, at);
  if (!document || !subject) return [];
  const wanted = new Set(subject.documents.map((each) => each.id));
  const spans = resolvedReferencesOf(snapshot, document)
    .filter(({ reference, resolution }) => {
      if (resolution.status === 'dangling') return reference.name === subject.missing;
      return resolution.status === 'resolved' && wanted.has(resolution.target.id);
    })
    .map(({ reference }) => reference.span);
  return spans.some((each) => each.start === subject.span.start) ? spans : [subject.span, ...spans];
}
