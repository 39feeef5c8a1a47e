/**
 * The whole graph with the tables that are made of its columns: who is next to whom, how much each is used, which nodes stand
 * in which group.
 */
import { type Atlas, type AtlasChange, nodeRadius } from '../../../server/protocol.ts';
import { type Columns, columnsOf, type Edges } from './atlas.ts';
import { changed } from './change.ts';
import { type Grouping, grouped } from './grouping.ts';
import { type Shelves, shelvesOf } from './shelves.ts';
import { stretches, type Work } from './slices.ts';

/** The edges of each node, one behind the other: those of the n-th are `edges[starts[n]]` to before `edges[starts[n + 1]]`. */
export interface Adjacency {
  readonly starts: Uint32Array;
  readonly edges: Uint32Array;
}

/** The numbers of a node's edges, ascending. */
export const edgesAt = ({ starts, edges }: Adjacency, node: number): Uint32Array =>
  edges.subarray(starts[node]!, starts[node + 1]!);

export interface Whole extends Columns {
  readonly count: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly out: Adjacency;
  readonly into: Adjacency;
  /** How many other documents name each node. */
  readonly uses: Uint32Array;
  /** In units of the map. */
  readonly radius: Float32Array;
  readonly grouping: Grouping;
  readonly shelves: Shelves;
}

/** The whole graph of an atlas, or of a change of the one before; `undefined` where it is not valid. Never throws. */
export function* wholeOf(atlas: Atlas | AtlasChange, before: Whole | undefined): Work<Whole | undefined> {
  try {
    if (atlas.type === 'atlas') return yield* tabled(yield* columnsOf(atlas));
    return before && atlas.type === 'change' ? yield* tabled(yield* changed(before, atlas)) : undefined;
  } catch {
    // Whatever is odd about it, from a number out of range to a column that is no text, it is refused as a whole.
    return undefined;
  }
}

function* tabled(columns: Columns): Work<Whole> {
  const { nodes, edges, groups, gone } = columns;
  const count = nodes.ids.length;
  const out = yield* adjacency(edges.sources, count);
  const into = yield* adjacency(edges.targets, count);
  const uses = yield* usesOf(edges, out, count);
  const numbers = new Map<string, number>();
  const radius = new Float32Array(count);
  yield* stretches(
    count,
    (from, to) => {
      for (let node = from; node < to; node++) {
        radius[node] = nodeRadius(uses[node]!);
        if (!gone[node]) numbers.set(nodes.ids[node]!, node);
      }
    },
    4096,
  );
  const shelves = yield* shelvesOf(columns);
  return { ...columns, count, numbers, out, into, uses, radius, grouping: grouped(nodes, groups, gone), shelves };
}

function* adjacency(ends: Uint32Array, count: number): Work<Adjacency> {
  const starts = new Uint32Array(count + 1);
  const edges = new Uint32Array(ends.length);
  yield* stretches(ends.length, (from, to) => {
    for (let edge = from; edge < to; edge++) starts[ends[edge]! + 1]!++;
  });
  for (let node = 0; node < count; node++) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  yield* stretches(ends.length, (from, to) => {
    for (let edge = from; edge < to; edge++) edges[next[ends[edge]!]!++] = edge;
  });
  return { starts, edges };
}

/** One document may name another in several roles: it counts once. */
function* usesOf({ targets }: Edges, out: Adjacency, count: number): Work<Uint32Array> {
  const uses = new Uint32Array(count);
  const last = new Int32Array(count).fill(-1);
  yield* stretches(
    count,
    (from, to) => {
      for (let source = from; source < to; source++) {
        for (let at = out.starts[source]!; at < out.starts[source + 1]!; at++) {
          const target = targets[out.edges[at]!]!;
          if (last[target] !== source) uses[target]!++;
          last[target] = source;
        }
      }
    },
    4096,
  );
  return uses;
}
