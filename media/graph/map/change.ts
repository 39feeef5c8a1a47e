/**
 * A change of an atlas, applied to its columns. Pure: the columns that were are left as they are.
 */
import type { AtlasChange } from '../../../server/protocol.ts';
import { type Columns, type Edges, edgesOf, type Nodes, nodesOf } from './atlas.ts';
import { must, u32 } from './columns.ts';
import { stretches, type Work } from './slices.ts';

type Loose = Readonly<Record<string, unknown>>;

/** The columns after a change. Throws what is to be caught where it is none of these columns. */
export function* changed(before: Columns, change: AtlasChange): Work<Columns> {
  must(change.since === before.number && Number.isFinite(change.number), 'a change of this atlas');
  const told = yield* nodesOf(change.nodes as unknown as Loose, before.groups.parents.length);
  const numbers = yield* u32(change.changed, Number.POSITIVE_INFINITY, told.ids.length);
  const count = countAfter(before.nodes.ids.length, numbers);
  const gone = new Uint8Array(count);
  gone.set(before.gone);
  for (const node of yield* u32(change.gone, before.nodes.ids.length)) gone[node] = 1;
  for (const node of numbers) must(gone[node] === 0, 'nodes that are gone stay so');
  const nodes = merged(before.nodes, told, numbers, count);
  const rewritten = new Uint8Array(count);
  for (const node of yield* u32(change.rewritten, count)) rewritten[node] = 1;
  const fresh = yield* edgesOf(change.edges as unknown as Loose, count);
  const edges = yield* joined(before.edges, fresh, (edge) => rewritten[edge] === 1, gone);
  return { number: change.number, nodes, edges, groups: before.groups, gone };
}

/** New numbers follow the last one, without a gap. */
function countAfter(count: number, numbers: Uint32Array): number {
  const fresh = [...numbers.filter((node) => node >= count)].sort((a, b) => a - b);
  must(
    fresh.every((node, at) => node === count + at),
    'new nodes follow the last',
  );
  return count + fresh.length;
}

function merged(before: Nodes, told: Nodes, numbers: Uint32Array, count: number): Nodes {
  const [ids, titles] = [before.ids.slice(), before.titles.slice()];
  const kinds = longer(before.kinds, count, Uint8Array);
  const x = longer(before.x, count, Float32Array);
  const y = longer(before.y, count, Float32Array);
  const groups = longer(before.groups, count, Uint32Array);
  const row = new Map<number, number>();
  numbers.forEach((node, at) => {
    row.set(node, at);
    ids[node] = told.ids[at]!;
    titles[node] = told.titles[at]!;
    kinds[node] = told.kinds[at]!;
    x[node] = told.x[at]!;
    y[node] = told.y[at]!;
    groups[node] = told.groups[at]!;
  });
  return { ids, titles, kinds, x, y, groups, ...tagsOf(before, told, row, count) };
}

function longer<A extends Uint8Array | Uint32Array | Float32Array>(
  values: A,
  count: number,
  make: new (count: number) => A,
): A {
  const copy = new make(count);
  copy.set(values);
  return copy;
}

/** The tags of all nodes: where `row` has a node, those that are told; else those it had. */
function tagsOf(
  before: Nodes,
  told: Nodes,
  row: ReadonlyMap<number, number>,
  count: number,
): Pick<Nodes, 'tagNames' | 'tagStarts' | 'tags'> {
  const tagNames = [...before.tagNames];
  const known = new Map(tagNames.map((name, at) => [name, at]));
  const number = told.tagNames.map((name) => {
    const at = known.get(name) ?? tagNames.push(name) - 1;
    known.set(name, at);
    return at;
  });
  const tagStarts = new Uint32Array(count + 1);
  const tags: number[] = [];
  for (let node = 0; node < count; node++) {
    const at = row.get(node);
    if (at === undefined)
      for (let tag = before.tagStarts[node]!; tag < before.tagStarts[node + 1]!; tag++) tags.push(before.tags[tag]!);
    else for (let tag = told.tagStarts[at]!; tag < told.tagStarts[at + 1]!; tag++) tags.push(number[told.tags[tag]!]!);
    tagStarts[node + 1] = tags.length;
  }
  return { tagNames, tagStarts, tags: Uint32Array.from(tags) };
}

/** Edges that stay, and fresh ones behind them; none of nodes that are gone. */
function* joined(before: Edges, fresh: Edges, isRewritten: (source: number) => boolean, gone: Uint8Array): Work<Edges> {
  const most = before.sources.length + fresh.sources.length;
  const [sources, targets] = [new Uint32Array(most), new Uint32Array(most)];
  const [roles, counts] = [new Uint8Array(most), new Uint16Array(most)];
  let count = 0;
  const add = (from: Edges, isOut: (source: number) => boolean) => (first: number, end: number) => {
    for (let edge = first; edge < end; edge++) {
      const [source, target] = [from.sources[edge]!, from.targets[edge]!];
      if (gone[source] || gone[target] || isOut(source)) continue;
      sources[count] = source;
      targets[count] = target;
      roles[count] = from.roles[edge]!;
      counts[count++] = from.counts[edge]!;
    }
  };
  yield* stretches(before.sources.length, add(before, isRewritten));
  yield* stretches(
    fresh.sources.length,
    add(fresh, () => false),
  );
  return {
    sources: sources.slice(0, count),
    targets: targets.slice(0, count),
    roles: roles.slice(0, count),
    counts: counts.slice(0, count),
  };
}
