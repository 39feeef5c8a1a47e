import { type Resolved, resolvedReferencesOf } from '../index/references.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import type { Span } from '../text/span.ts';
import { type FilePosition, ownNames, type Subject, subjectAt } from './subject.ts';

/** A place that names what one asks for: a title or alias of the document itself, or a reference. */
export interface Highlight {
  readonly span: Span;
  readonly kind: 'title' | 'reference';
}

/** The places of one document that name the same thing as the one at `at`, in text order. */
export function documentHighlights(snapshot: Snapshot, at: FilePosition): Highlight[] {
  const document = documentAt(snapshot, at.path);
  const subject = subjectAt(snapshot, at);
  if (!document || !subject) return [];
  const references = resolvedReferencesOf(snapshot, document)
    .filter((each) => meansTheSame(each, subject))
    .map(({ reference }): Highlight => ({ span: reference.span, kind: 'reference' }));
  const titles = subject.documents.includes(document) ? ownNames(snapshot, document) : [];
  const own = titles.map((span): Highlight => ({ span, kind: 'title' }));
  return [...own, ...references].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a reference leads to what is meant; to the same candidates, or to nowhere by the same name, where that is all. */
function meansTheSame({ reference, resolution }: Resolved, { documents, reference: asked }: Subject): boolean {
  switch (resolution.status) {
    case 'resolved':
      return documents.length === 1 && documents[0] === resolution.target;
    case 'ambiguous': {
      const { targets } = resolution;
      return targets.length === documents.length && targets.every((each) => documents.includes(each));
    }
    default:
      return documents.length === 0 && reference.name === asked?.reference.name;
  }
}
