import type { Snapshot } from './snapshot.ts';

const known = new WeakMap<ReadonlySet<string>, readonly string[]>();

/** All files of the corpus, documents or not, by path: worked out once for each set of them. */
export function pathsOf({ files }: Pick<Snapshot, 'files'>): readonly string[] {
  let paths = known.get(files);
  if (!paths) {
    paths = [...files].sort();
    known.set(files, paths);
  }
  return paths;
}

/** The first paths that begin so, `most` of them. */
export function pathsBeginning(snapshot: Snapshot, start: string, most: number): readonly string[] {
  const paths = pathsOf(snapshot);
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (paths[middle]! < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < paths.length && end - low < most && paths[end]!.startsWith(start)) end++;
  return paths.slice(low, end);
}
