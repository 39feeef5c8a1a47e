import { destinationTo, linkText } from '../index/destinations.ts';
import type { Document } from '../index/document.ts';
import { fileTargets } from '../index/fileTargets.ts';
import type { Snapshot } from '../index/snapshot.ts';

// How a document can be named where its title alone will not do.

/**
 * Wikilinks that lead to one document by its file, and show something else: `[[soil/mud|Why mud sticks]]`.
 *
 * @param bar what stands before the words that are shown: `\|` in a table
 */
export function wikilinksTo(snapshot: Snapshot, document: Document, shown: string, bar = '|'): string[] {
  if (/\[\[|\]\]|^\]|\]$/.test(shown)) return [];
  return fileTargets(snapshot, document).map((end) => `[[${end}${bar}${shown}]]`);
}

/** `[Why mud sticks](soil/mud.md)`, seen from the document at `from`. */
export function linkTo(from: string, { path }: Document, shown: string): string {
  return `[${linkText(shown)}](${destinationTo(from, path)})`;
}
