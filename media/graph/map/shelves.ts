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
  /** The first two levels of each node's folder, and its first tag, as texts; '' for none. */
  readonly folderOf: readonly string[];
  readonly tagOf: readonly string[];
}

const missing = KIND_NUMBERS.indexOf('missing');

export function* shelvesOf({ nodes, gone }: Columns): Work<Shelves> {
  const folderOf: string[] = [];
  const tagOf: string[] = [];
  const folders = new Map<string, number>();
  const tags = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string) => {
    for (const each of withParents(name)) counts.set(each, (counts.get(each) ?? 0) + 1);
  };
  yield* stretches(
    nodes.ids.length,
    (from, to) => {
      for (let node = from; node < to; node++) {
        const folder = nodes.kinds[node] === missing ? '' : folderIn(nodes.ids[node]!);
        const [first, end] = [nodes.tagStarts[node]!, nodes.tagStarts[node + 1]!];
        folderOf.push(folder);
        tagOf.push(first < end ? nodes.tagNames[nodes.tags[first]!]! : '');
        if (gone[node]) continue;
        if (folder !== '') count(folders, folder);
        for (let at = first; at < end; at++) count(tags, nodes.tagNames[nodes.tags[at]!]!);
      }
    },
    2048,
  );
  return { folders: common(folders), tags: common(tags), folderOf, tagOf };
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

export function common(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}
