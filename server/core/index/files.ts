import { endsOf, foldersOf } from './paths.ts';

/** What can be asked of the corpus' files, worked out once for each set of them. */
interface Files {
  /** The paths by their ends, `oven.png` and `pictures/oven.png`; of several with one end none. */
  readonly names: ReadonlyMap<string, string | undefined>;
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

/** The one file with this name, or end of its path; where several have it, the one whose whole path it is. */
export function pathNamed(files: ReadonlySet<string>, name: string): string | undefined {
  return files.has(name) ? name : filesOf(files).names.get(name);
}

function filesOf(paths: ReadonlySet<string>): Files {
  let files = known.get(paths);
  if (!files) {
    const names = new Map<string, string | undefined>();
    const folders = new Set<string>();
    for (const path of paths) {
      for (const end of endsOf(path)) names.set(end, names.has(end) ? undefined : path);
      for (const folder of foldersOf(path)) folders.add(folder);
    }
    files = { names, folders };
    known.set(paths, files);
  }
  return files;
}
