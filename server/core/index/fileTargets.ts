import { isTarget } from '../syntax/wikilinks.ts';
import type { Document } from './document.ts';
import { fileNames } from './paths.ts';
import { findTitle } from './resolve.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What wikilinks may call one document by its file, and no other: its name, else the shortest end of its path, the ending left
 * off as vaults do where it can be. `soil/mud`
 */
export function fileTargets(snapshot: Snapshot, document: Document): string[] {
  return fileNames(document.path).filter((target) => leadsTo(snapshot, target, document));
}

/** Whether a wikilink by this target leads to a document, and to no other. */
export function leadsTo(snapshot: Snapshot, target: string, { id }: Document): boolean {
  const found = isTarget(target) ? findTitle(snapshot, target) : undefined;
  return found?.status === 'resolved' && found.target.id === id;
}
