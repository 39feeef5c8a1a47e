import type { Document } from '../index/document.ts';
import { resolvedReferencesOf } from '../index/references.ts';
import { searchTitles } from '../index/search.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import { eachBacklink } from './backlinks.ts';

/**
 * The documents that a query means, the best first, at most `limit`, each once. An empty query gives those that the document at
 * `near` names, then those that name it, then the first ones there are; never that document itself.
 */
export function findTitles(snapshot: Snapshot, query: string, limit: number, near?: string): Document[] {
  const found = new Map<number, Document>();
  const own = near === undefined ? undefined : documentAt(snapshot, near);
  const isBlank = query.trim() === '';
  for (const document of isBlank ? offered(snapshot, own) : searched(snapshot, query, limit)) {
    if (found.size >= limit) break;
    if (document.id !== own?.id || !isBlank) found.set(document.id, document);
  }
  return [...found.values()];
}

/** A document with an alias may be found twice. */
const searched = (snapshot: Snapshot, query: string, limit: number): Document[] =>
  searchTitles(snapshot, query, 2 * limit).map(({ document }) => document);

function* offered(snapshot: Snapshot, own: Document | undefined): Generator<Document> {
  if (own) {
    for (const { resolution } of resolvedReferencesOf(snapshot, own))
      if (resolution.status === 'resolved') yield resolution.target;
    for (const { document } of eachBacklink(snapshot, own)) yield document;
  }
  for (const [, document] of snapshot.documents) if (document) yield document;
}
