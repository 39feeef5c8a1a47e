import { distance } from './distance.ts';

/** So many are offered. */
const MOST = 5;

/** So many are compared by the folders that they lie in, up to so many letters. */
const MOST_COMPARED = 100;
const LONGEST_WAY = 200;

const LONGEST_ENDING = '.markdown'.length;

/** Answers for so many paths are kept: a link that is typed is asked for with each letter. */
const MOST_KEPT = 10_000;

/** Answers for one set of files, by the path that was looked for: whoever looks at a broken link asks again and again. */
const known = new WeakMap<ReadonlySet<string>, Map<string, readonly string[]>>();

/**
 * Files that a path may have meant that leads nowhere, the best first: those of the same name elsewhere, the nearest folder
 * first; without any, those whose name differs by a few letters. The ending of a document may be left off: `soil/mud`.
 */
export function nearFiles(files: ReadonlySet<string>, path: string): readonly string[] {
  const answers = known.get(files) ?? new Map<string, readonly string[]>();
  known.set(files, answers);
  const found = answers.get(path) ?? searched(files, path);
  if (answers.size >= MOST_KEPT) answers.clear();
  answers.set(path, found);
  return found;
}

function searched(files: ReadonlySet<string>, path: string): string[] {
  const wanted = nameOf(path);
  const named = slipsTo(files, wanted, path, 0);
  const met = named.length > 0 ? named : slipsTo(files, wanted, path, Math.min(3, Math.floor(wanted.length / 4)));
  const nearest = met.sort((a, b) => a.slips - b.slips || (a.path < b.path ? -1 : 1)).slice(0, MOST_COMPARED);
  const ranked = nearest.map((each) => ({ ...each, way: distance(each.path, path, LONGEST_WAY) }));
  ranked.sort((a, b) => a.slips - b.slips || a.way - b.way);
  return ranked.slice(0, MOST).map((each) => each.path);
}

/** The files whose name differs from the one in question by so many letters at most. */
function slipsTo(
  files: ReadonlySet<string>,
  wanted: string,
  path: string,
  most: number,
): { path: string; slips: number }[] {
  const ending = endingOf(path);
  const met: { path: string; slips: number }[] = [];
  for (const file of files) {
    // Most files are passed over by how long their names are.
    const length = file.length - file.lastIndexOf('/') - 1;
    if (length < wanted.length - most || length > wanted.length + most + LONGEST_ENDING) continue;
    const name = nameOf(file);
    const slips = name === wanted ? 0 : most === 0 ? 1 : distance(name, wanted, most);
    if (slips <= most && (slips === 0 || ending === '' || ending === endingOf(file))) met.push({ path: file, slips });
  }
  return met;
}

/** `mud` of `soil/Mud.md`; the ending of another file is part of its name. */
const nameOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(DOCUMENT, '');

const endingOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

const DOCUMENT = /\.(md|markdown|txt)$/;
