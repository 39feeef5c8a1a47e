import type { Folder } from './ports.ts';

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
