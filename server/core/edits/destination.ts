import { folderOf } from '../index/paths.ts';

// Destinations of Markdown links: what `linkedPath` reads, written.

/** `../soil/mud.md`: the way from the document at `from` to what lies at `to`, both relative to the corpus. */
export function relativePath(from: string, to: string): string {
  const here = folderOf(from).split('/').filter(Boolean);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/**
 * The destination that leads from `from` to `to`, written as another one was: from the corpus' folder (`/mud.md`), with `./`,
 * with its fragment, and with as many escapes as it had.
 *
 * @param written the destination as it stood, without angle brackets; one that holds a space stood between them
 */
export function destinationLike(written: string, from: string, to: string): string {
  const path = /^[^#]*/.exec(written)![0].replace(/\?[\w-]+=.*$/s, '');
  const tail = written.slice(path.length);
  const way = path.startsWith('/') ? `/${to}` : relativePath(from, to);
  const dot = path.startsWith('./') && !way.startsWith('.') ? './' : '';
  return dot + escaped(way, path) + tail;
}

/** A path as a destination: with the escapes that it needs, and those that `like` has. */
function escaped(path: string, like: string): string {
  if (like.includes(' ')) return path.replace(/[%#<>\\]/g, percent);
  const isAscii = /%[89a-f][\da-f]/i.test(like);
  const needed = path.replace(/[%#?<>()\\\s]/g, percent);
  return isAscii ? needed.replace(/[^\0-\x7f]+/g, encodeURIComponent) : needed;
}

const percent = (unit: string): string => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
