import { endsOf, foldersOf } from './paths.ts';

/** What can be asked of the corpus' files, worked out once for each set of them. */
interface Files {
  /** The ends of all paths: `oven.png` and `pictures/oven.png`. */
  readonly names: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

const known = new WeakMap<ReadonlySet<string>, Files>();

/** Whether a file or folder lies at `path`. The corpus' own folder is the empty path. */
export function isThere(files: ReadonlySet<string>, path: string): boolean {
  return path === '' || files.has(path) || filesOf(files).folders.has(path);
}

/** Whether a file with this name, or end of its path, lies anywhere in the corpus: Obsidian's embeds name files so. */
export function isNamed(files: ReadonlySet<string>, name: string): boolean {
  return filesOf(files).names.has(name);
}

function filesOf(paths: ReadonlySet<string>): Files {
  let files = known.get(paths);
  if (!files) {
    const names = new Set<string>();
    const folders = new Set<string>();
    for (const path of paths) {
      for (const end of endsOf(path)) names.add(end);
      for (const folder of foldersOf(path)) folders.add(folder);
    }
    files = { names, folders };
    known.set(paths, files);
  }
  return files;
}
