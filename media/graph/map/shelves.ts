/**
 * Which folders and tags there are, and which folder each node lies in. Pure.
 */
import { KIND_NUMBERS } from '../../../server/protocol.ts';
import type { Columns } from './atlas.ts';
import { stretches, type Work } from './slices.ts';

export interface Shelves {
  /** Folders of the first two levels, and tags with those they stand below; the most common first. */
  readonly folders: readonly string[];
  readonly tags: readonly string[];
  /** The first two levels of each node's folder, and its first tag. */
  readonly folderOf: Labelled;
  readonly tagOf: Labelled;
}

/** For each node the number of a name; 0 for none, whose name is ''. */
export interface Labelled {
  readonly of: Uint32Array;
  readonly names: readonly string[];
}

const missing = KIND_NUMBERS.indexOf('missing');

export function* shelvesOf({ nodes, gone }: Columns): Work<Shelves> {
  const count = nodes.ids.length;
  const [folders, tags] = [createLabels(count), createLabels(count)];
  const tagCounts = new Map<string, number>();
  yield* stretches(
    count,
    (from, to) => {
      for (let node = from; node < to; node++) {
        const [first, end] = [nodes.tagStarts[node]!, nodes.tagStarts[node + 1]!];
        folders.label(node, nodes.kinds[node] === missing || gone[node] ? '' : folderIn(nodes.ids[node]!));
        tags.label(node, first < end ? nodes.tagNames[nodes.tags[first]!]! : '');
        for (let at = first; at < end && !gone[node]; at++) add(tagCounts, nodes.tagNames[nodes.tags[at]!]!, 1);
      }
    },
    2048,
  );
  return {
    folders: common(withOuter(folders.counts())),
    tags: common(withOuter(tagCounts)),
    folderOf: folders.labelled,
    tagOf: tags.labelled,
  };
}

function createLabels(count: number) {
  const of = new Uint32Array(count);
  const names = [''];
  const numbers = new Map([['', 0]]);
  return {
    labelled: { of, names } satisfies Labelled,
    label: (node: number, name: string): void => {
      let number = numbers.get(name);
      if (number === undefined) {
        number = names.push(name) - 1;
        numbers.set(name, number);
      }
      of[node] = number;
    },
    counts: (): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const number of of) if (number > 0) add(counts, names[number]!, 1);
      return counts;
    },
  };
}

function add(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** What is counted for `a/b` counts for `a`, too. */
export function withOuter(counts: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map<string, number>();
  for (const [name, count] of counts) for (const each of withParents(name)) add(all, each, count);
  return all;
}

/** `a/b` of `a/b/c/d.md`; '' of `d.md`. */
function folderIn(path: string): string {
  const first = path.indexOf('/');
  if (first < 0) return '';
  const second = path.indexOf('/', first + 1);
  return path.slice(0, second < 0 ? first : second);
}

function withParents(name: string): readonly string[] {
  const at = name.lastIndexOf('/');
  return at > 0 ? [name, ...withParents(name.slice(0, at))] : [name];
}

/** The names, the most common first. */
export function common(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}
