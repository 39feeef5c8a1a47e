import { resolvedReferencesOf } from '../index/references.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import type { Span } from '../text/span.ts';
import { type NavTarget, navTarget } from './definition.ts';

/** A reference that leads to one document. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: NavTarget;
}

export function documentLinks(snapshot: Snapshot, path: string): DocumentLink[] {
  const document = documentAt(snapshot, path);
  if (!document) return [];
  return resolvedReferencesOf(snapshot, document).flatMap(({ reference, resolution }) =>
    resolution.status === 'resolved'
      ? [{ span: reference.span, target: navTarget(snapshot, resolution.target, reference.fragment) }]
      : [],
  );
}
