import { type Change, type Snapshot, Workspace } from '../../server/core/index.ts';

/** A corpus through time, with the files that it is of. */
export function corpusThroughTime(): {
  files: Map<string, Change>;
  apply: (changes: readonly Change[]) => Snapshot;
} {
  const files = new Map<string, Change>();
  const workspace = new Workspace(textIn(files), { minimumWords: 3 });
  return {
    files,
    apply: (changes) => {
      for (const change of changes) {
        if ('gone' in change) files.delete(change.path);
        else files.set(change.path, change);
      }
      return workspace.apply(changes);
    },
  };
}

export const textIn = (files: ReadonlyMap<string, Change>) => (path: string) => {
  const file = files.get(path);
  return file && 'text' in file ? file.text : undefined;
};
