import type { Folder } from './ports.ts';
import { asWritten, type FolderUris } from './uris.ts';

/** The documents that are left out now, by uri in any spelling. */
export class LeftOut {
  #uris: ReadonlySet<string> = new Set();

  get uris(): ReadonlySet<string> {
    return this.#uris;
  }

  has(uri: string): boolean {
    return this.#uris.size > 0 && this.#uris.has(asWritten(uri));
  }

  /** From now on it is these. Answers those that are left out no more. */
  set(uris: readonly string[]): ReadonlySet<string> {
    const before = this.#uris;
    this.#uris = new Set(uris.map(asWritten));
    return new Set([...before].filter((uri) => !this.#uris.has(uri)));
  }
}

/**
 * Whether a path of a folder is that of a document that is left out. All files are asked for whenever they are listed: that must
 * not make a uri of each.
 */
export function leftOutIn(leftOut: LeftOut, { pathOf }: FolderUris): (path: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  let paths: ReadonlySet<unknown> = new Set();
  return (path) => {
    if (known !== leftOut.uris) {
      known = leftOut.uris;
      paths = new Set([...known].map(pathOf));
    }
    return paths.has(path);
  };
}

/** Why a document is left out, behind “it”. */
const REASON = 'brought the language server down twice, and is left out until it changes';

/** The same folder without the files that are left out now: they are told as skipped. */
export function withoutLeftOut(folder: Folder, isLeftOut: (path: string) => boolean): Folder {
  return {
    ...folder,
    async list(exclude, skip) {
      const paths = await folder.list(exclude, skip);
      return paths.filter((path) => {
        if (!isLeftOut(path)) return true;
        skip({ path, reason: REASON });
        return false;
      });
    },
    admits: (path) => !isLeftOut(path) && folder.admits(path),
  };
}
