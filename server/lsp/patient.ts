import type { FileKind, Folder, Reading } from './ports.ts';
import type { Found } from './reading/readFiles.ts';

/** So long an answer of a disk is waited for, in milliseconds. */
const PATIENCE = 10_000;

/** And so long where others are waited for already. */
const LITTLE = 1000;

/** So many calls may be without an answer; more would take all of the system's hands, and no other file could be read. */
const MOST = 8;

const SILENT = 'is not answering';

/**
 * The same folder for one that may never answer, as a network's may: what it does not answer in time counts as a file that
 * cannot be read, or a folder that cannot be listed. `late` hears of it when it answers after all, and how long it was waited for;
 * an empty path is the folder. One that reads at once is as it was: there nothing can be waited for.
 */
export function patient(
  folder: Folder,
  late: (path: string, waited: number) => void,
  patience = folder.patience ?? PATIENCE,
  little = Math.min(LITTLE, patience),
): Folder {
  if (folder.readNow) return folder;
  /** Paths of which nothing was heard. */
  const silent = new Set<string>();
  /** Those that were not even asked for, since too many others are silent. */
  const unasked = new Set<string>();

  function heard(path: string): void {
    silent.delete(path);
    late(path, patience);
    for (const each of [...unasked]) {
      unasked.delete(each);
      late(each, patience);
    }
  }

  function within<T>(path: string, ask: () => Promise<T>, instead: T): Promise<T> {
    if (silent.size >= MOST || silent.has(path)) {
      unasked.add(path);
      return Promise.resolve(instead);
    }
    return new Promise((resolve) => {
      let isLate = false;
      const timer = setTimeout(
        () => {
          isLate = true;
          silent.add(path);
          resolve(instead);
        },
        silent.size > 0 ? little : patience,
      );
      void ask().then((answer) => {
        clearTimeout(timer);
        if (isLate) heard(path);
        else resolve(answer);
      });
    });
  }

  const stampsOf = folder.stampsOf;
  return {
    ...folder,
    async list(exclude, skip) {
      const listed = await within('', () => folder.list(exclude, skip), undefined as readonly string[] | undefined);
      if (!listed) skip({ path: '.', reason: `cannot be listed: it ${SILENT}` });
      return listed ?? [];
    },
    read: (path) => within<Reading>(path, () => folder.read(path), { problem: SILENT, document: true }),
    kindsOf: (paths) =>
      within(
        '',
        () => folder.kindsOf(paths),
        // That they cannot be read is found out when they are.
        paths.map((): FileKind => 'file'),
      ),
    ...(stampsOf && {
      stampsOf: (paths) => within('', () => stampsOf(paths), new Float64Array(2 * paths.length).fill(Number.NaN)),
    }),
  };
}

/** The same without the files that did not answer and are known from before: they stay as they are known. */
export function withoutSilent({ changes, seen }: Found, isKnown: (path: string) => boolean): Found {
  const kept = new Set(seen.filter(({ path, problem }) => problem === SILENT && isKnown(path)).map(({ path }) => path));
  const isOther = ({ path }: { readonly path: string }): boolean => !kept.has(path);
  return kept.size === 0 ? { changes, seen } : { changes: changes.filter(isOther), seen: seen.filter(isOther) };
}

/** A file that takes longer is put aside, and the next one is read meanwhile, in milliseconds. */
const MOMENT = 50;

/** The answer, if it comes within a moment; else `undefined`, and it is still to come. */
export async function inAMoment<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moment = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), MOMENT);
  });
  const first = await Promise.race([answer, moment]);
  clearTimeout(timer);
  return first;
}
