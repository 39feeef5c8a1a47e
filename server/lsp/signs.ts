import type { Snapshot } from '../core/index.ts';

/** Whether some document is a note or an inquiry, or holds a wikilink. In a corpus one of the first does. */
export function hasSign(documents: Snapshot['documents']): boolean {
  for (const [, document] of documents) {
    if (!document) continue;
    if (document.kind !== 'page' || document.hasWikilink) return true;
  }
  return false;
}
