import { folderOf } from './paths.ts';

// Destinations of Markdown links: what `linkedPath` reads, written.

/** `../soil/mud.md`: the way from the document at `from` to what lies at `to`, both relative to the corpus. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [folderOf(from).split('/').filter(Boolean), to.split('/')];
  let same = 0;
  while (same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/** A path with all that would end or change a destination as `%20`: it is none of these marks in any form of a link. */
export function encoded(path: string): string {
  return path.replace(/[\u0000-\u0020\u007f\u00a0\u2028\u2029\ufeff%#?:()<>[\]\\"'`*_&|!]/gu, (mark) =>
    encodeURIComponent(mark).replace(/[!'()*_]/, (plain) => `%${plain.charCodeAt(0).toString(16).toUpperCase()}`),
  );
}

/**
 * The destination of a Markdown link from the document at `from` to the file at `to`, both relative to the corpus:
 * `../soil/mud.md`, `<why mud sticks.md>`. Between `<` and `>` a path with spaces stays readable; what would still end or change
 * the destination is percent-encoded (CommonMark 0.31.2, "Link destinations"). Reads back by `linkedPath`.
 */
export function destinationTo(from: string, to: string): string {
  const path = relativePath(from, to).replace(UNSAFE, encodeURIComponent);
  // `a:b.md` would be a link with the scheme `a`.
  const relative = /^[^/]*:/.test(path) ? `./${path}` : path;
  return /[ ()]/.test(relative) ? `<${relative}>` : relative;
}

/**
 * What a destination cannot hold, or what means something else in it: the `#` of a heading, the `?` of a query, escapes and
 * entities, code and wikilinks, the bar of a table, the mark of a block quote, white space other than a space.
 */
const UNSAFE = /[%#?\\&`<>|[\]"*\u0000-\u001f\u007f]|(?! )\s|^ | $|(?<=\/) | (?=\/)/gu;

/**
 * The destination that leads from `from` to `to`, written as another one was: from the corpus' folder (`/mud.md`), with `./`,
 * with its fragment or query, and with as many escapes as it had.
 *
 * @param written the destination as it stood, without angle brackets
 * @param isAngled whether it stood between them, as one that holds a space did
 */
export function destinationLike(written: string, from: string, to: string, isAngled = written.includes(' ')): string {
  const path = /^[^#]*/.exec(written)![0].replace(/\?[\w-]+=.*$/s, '');
  const tail = written.slice(path.length);
  const way = path.startsWith('/') ? `/${to}` : relativePath(from, to);
  const dot = path.startsWith('./') && !way.startsWith('.') ? './' : '';
  return dot + escapedLike(way, path, isAngled) + tail;
}

/** A path with the escapes that it needs, and those that `like` has. Who writes `é` as it is goes on doing so. */
function escapedLike(path: string, like: string, isAngled: boolean): string {
  if (isAngled) return path.replace(/[%#?<>\\]/g, percent);
  const needed = path.replace(/[%#?<>()\\\s]/g, percent);
  // Half a pair has no escape, and stays as it is.
  return /%[89a-f][\da-f]/i.test(like) ? needed.replace(/[^\0-\x7f\ud800-\udfff]/gu, encodeURIComponent) : needed;
}

const percent = (unit: string): string => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** A name as the words of a Markdown link: shown as it is, not as markup. */
export function linkText(name: string): string {
  return name.replace(/[\\`*[\]<&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}
