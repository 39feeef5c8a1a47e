import { distance } from './distance.ts';

/** So many are offered. */
const MOST = 5;

/** Answers for one set of files, by the path that was looked for: whoever looks at a broken link asks again and again. */
const known = new WeakMap<ReadonlySet<string>, Map<string, readonly string[]>>();

/**
 * Files that a path may have meant that leads nowhere, the best first: those of the same name elsewhere, the nearest folder
 * first; then those whose name differs by a few letters. The ending of a document may be left off: `soil/mud`.
 */
export function nearFiles(files: ReadonlySet<string>, path: string): readonly string[] {
  const answers = known.get(files) ?? new Map<string, readonly string[]>();
  known.set(files, answers);
  const found = answers.get(path) ?? searched(files, path);
  answers.set(path, found);
  return found;
}

function searched(files: ReadonlySet<string>, path: string): string[] {
  const wanted = nameOf(path);
  const most = Math.min(3, Math.floor(wanted.length / 4));
  const met: { readonly path: string; readonly slips: number; readonly way: number }[] = [];
  for (const file of files) {
    const name = nameOf(file);
    const slips = name === wanted ? 0 : distance(name, wanted, most);
    const sameEnding = endingOf(path) === '' || endingOf(path) === endingOf(file);
    if (slips <= most && (slips === 0 || sameEnding)) met.push({ path: file, slips, way: distance(file, path, 200) });
  }
  met.sort((a, b) => a.slips - b.slips || a.way - b.way || (a.path < b.path ? -1 : 1));
  return met.slice(0, MOST).map((each) => each.path);
}

/** `mud` of `soil/Mud.md`; the ending of another file is part of its name. */
const nameOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(DOCUMENT, '');

const endingOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

const DOCUMENT = /\.(md|markdown|txt)$/;
