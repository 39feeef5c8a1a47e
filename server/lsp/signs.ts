import type { Snapshot } from '../core/index.ts';

/** Of each snapshot it is looked for once. */
const known = new WeakMap<Snapshot, boolean>();

/** Whether some document is a note or an inquiry, or holds a wikilink. In a corpus one of the first does. */
export function hasSign(snapshot: Snapshot): boolean {
  const found = known.get(snapshot) ?? looked(snapshot);
  known.set(snapshot, found);
  return found;
}

function looked({ documents }: Snapshot): boolean {
  for (const [, document] of documents) {
    if (!document) continue;
    if (document.kind !== 'page' || document.hasWikilink) return true;
  }
  return false;
}
