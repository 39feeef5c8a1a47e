// Paths in a corpus: relative to its folder, with `/`, without `.` and `..`.

/** `a/b` of `a/b/c.md`; empty at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** `a/b` and `a` of `a/b/c.md`. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/** `c.md`, `b/c.md` and `a/b/c.md` of `a/b/c.md`. */
export function endsOf(path: string): string[] {
  const ends: string[] = [];
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = slash > 0 ? path.lastIndexOf('/', slash - 1) : -1) {
    ends.push(path.slice(slash + 1));
  }
  return [...ends, path];
}

/**
 * Where a Markdown link leads: the path it means, seen from the document at `from`; undefined where it leaves the
 * corpus or is no path. `/mud.md` is seen from the corpus' folder.
 */
export function linkedPath(from: string, destination: string): string | undefined {
  // A mark in a file's name is no query: `Why mud?.md`, but `mud.md?plain=1`.
  const written = /^[^#]*/.exec(destination)![0].replace(/\?[\w-]+=.*$/s, '');
  const path = decoded(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  if (path === undefined || path === '') return undefined;
  const parts = path.startsWith('/') ? [] : folderOf(from).split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Whether a path leads where nobody looks (CORPUS.md: hidden folders, `node_modules`): what is there cannot be told. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
}

/** `why mud.md` of `why%20mud.md`. A stray `%` is itself. */
function decoded(path: string): string | undefined {
  if (path.includes('\0')) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * What wikilinks may call a file: `mud`, `soil/mud` and `notes/soil/mud` for `notes/soil/mud.md`, each with its ending too.
 */
export function fileNames(path: string): string[] {
  const bare = withoutEnding(path);
  return bare === path ? endsOf(path) : [...endsOf(bare), ...endsOf(path)];
}

/** `soil/mud` of `soil/mud.md`. */
export const withoutEnding = (path: string): string => path.replace(/\.(md|markdown|txt)$/i, '');

/** Whether a name is that of a file which is no document: `oven.png`. */
export const isOtherFile = (name: string): boolean => /\.[a-z0-9]{1,5}$/i.test(name) && withoutEnding(name) === name;

/** The key of a path among the names. `fold` takes control characters away, so no title has such a key. */
export const pathKey = (path: string): string => `\0${path}`;
export const isPathKey = (key: string): boolean => key.startsWith('\0');
export const pathOf = (key: string): string => key.slice(1);
