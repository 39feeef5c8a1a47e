import type { Document } from '../index/document.ts';
import { endsOf, folderOf } from '../index/paths.ts';
import { findTitle } from '../index/resolve.ts';
import type { Snapshot } from '../index/snapshot.ts';

// How a document can be named where its title alone will not do.

/**
 * What wikilinks may call one document by its file, and no other: its name, else the shortest end of its path, the ending left
 * off as vaults do where it can be. `soil/mud`
 */
export function fileTargets(snapshot: Snapshot, document: Document): string[] {
  const bare = document.path.replace(/\.(md|markdown|txt)$/i, '');
  return [...endsOf(bare), ...endsOf(document.path)].filter(
    (end) => !/[|#[\]\r\n]/.test(end) && leadsTo(snapshot, end, document),
  );
}

/**
 * Wikilinks that lead to one document by its file, and show something else: `[[soil/mud|Why mud sticks]]`.
 *
 * @param bar what stands before the words that are shown: `\|` in a table
 */
export function wikilinksTo(snapshot: Snapshot, document: Document, shown: string, bar = '|'): string[] {
  if (/\[\[|\]\]|^\]|\]$/.test(shown)) return [];
  return fileTargets(snapshot, document).map((end) => `[[${end}${bar}${shown}]]`);
}

function leadsTo(snapshot: Snapshot, target: string, document: Document): boolean {
  const found = findTitle(snapshot, target);
  return found.status === 'resolved' && found.target === document;
}

/** `[Why mud sticks](soil/mud.md)`, seen from the document at `from`. */
export function linkTo(from: string, document: Document, shown: string): string {
  return `[${shown.replace(/[\\[\]`<*_]/g, '\\$&')}](${encodedPath(relativePath(from, document.path))})`;
}

/** `../soil/mud.md`: the way from the folder of one document to a path. */
export function relativePath(from: string, to: string): string {
  const here = folderOf(from).split('/').filter(Boolean);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/** As a destination may hold it without brackets: `why%20mud.md`. What is half a character is left as it is. */
export function encodedPath(path: string): string {
  const encode = (part: string): string => {
    try {
      return encodeURIComponent(part).replace(
        /[()!'*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      );
    } catch {
      return part;
    }
  };
  return path.split('/').map(encode).join('/');
}
