// Paths in a corpus: relative to its folder, with `/`, without `.` and `..`.

/** `a/b` of `a/b/c.md`; empty at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/**
 * Where a Markdown link leads: the path it means, seen from the document at `from`; undefined where it leaves the
 * corpus or is no path. `/mud.md` is seen from the corpus' folder.
 */
export function linkedPath(from: string, destination: string): string | undefined {
  const written = /^[^#?]*/.exec(destination)![0];
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
  const names: string[] = [];
  const bare = path.replace(/\.(md|markdown|txt)$/i, '');
  for (const whole of bare === path ? [path] : [bare, path]) {
    for (let at = whole.length; at >= 0; ) {
      at = whole.lastIndexOf('/', at - 1);
      names.push(whole.slice(at + 1));
      if (at <= 0) break;
    }
  }
  return names;
}
