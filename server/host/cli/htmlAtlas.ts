import type { Graph, GraphNode } from '../../core/index.ts';
import {
  type Atlas,
  type AtlasEdges,
  type AtlasGroups,
  type AtlasNodes,
  KIND_NUMBERS,
  NO_PARENT,
  ROLE_NUMBERS,
} from '../../protocol.ts';
import { columnOf, u32 } from './columns.ts';

/** Where the nodes of a graph stand, by their numbers, and the groups that they stand in. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The innermost group of each. */
  readonly groups: Uint32Array;
  readonly discs: AtlasGroups;
}

/** A graph in columns: nodes and edges have the numbers of their places in it. */
export function atlasOf({ nodes, edges }: Graph, { x, y, groups, discs }: Places): Atlas {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  return {
    type: 'atlas',
    number: 1,
    nodes: { ...toldOf(nodes), x: columnOf(x), y: columnOf(y), groups: columnOf(groups) },
    edges: edgesOf(edges, numbers),
    groups: discs,
  };
}

function toldOf(nodes: readonly GraphNode[]): Omit<AtlasNodes, 'x' | 'y' | 'groups'> {
  const tagNumbers = new Map<string, number>();
  const tags: number[] = [];
  const tagStarts = [0];
  for (const node of nodes) {
    for (const tag of node.tags) {
      const number = tagNumbers.get(tag) ?? tagNumbers.size;
      tagNumbers.set(tag, number);
      tags.push(number);
    }
    tagStarts.push(tags.length);
  }
  return {
    ids: nodes.map(({ id }) => id),
    titles: nodes.map(({ title }) => title),
    kinds: columnOf(Uint8Array.from(nodes, ({ kind }) => KIND_NUMBERS.indexOf(kind))),
    tagNames: [...tagNumbers.keys()],
    tagStarts: u32(tagStarts),
    tags: u32(tags),
  };
}

function edgesOf(edges: Graph['edges'], numbers: ReadonlyMap<string, number>): AtlasEdges {
  return {
    sources: columnOf(Uint32Array.from(edges, ({ source }) => numbers.get(source)!)),
    targets: columnOf(Uint32Array.from(edges, ({ target }) => numbers.get(target)!)),
    roles: columnOf(Uint8Array.from(edges, ({ role }) => ROLE_NUMBERS.indexOf(role))),
    counts: columnOf(Uint16Array.from(edges, ({ count }) => Math.min(count, 0xffff))),
  };
}

/** So far apart nodes stand, in units of the map. */
const APART = 9;

/** Places in a spiral, the most used in the middle, in one group. */
export function spiral({ nodes, edges }: Graph): Places {
  const uses = new Map<string, number>();
  for (const { target } of edges) uses.set(target, (uses.get(target) ?? 0) + 1);
  const order = nodes.map(({ id }, number) => ({ number, uses: uses.get(id) ?? 0 })).sort((a, b) => b.uses - a.uses);
  const x = new Float32Array(nodes.length);
  const y = new Float32Array(nodes.length);
  for (const [at, { number }] of order.entries()) {
    // As the seeds of a sunflower lie: https://en.wikipedia.org/wiki/Fermat%27s_spiral
    const turn = at * Math.PI * (3 - Math.sqrt(5));
    x[number] = APART * Math.sqrt(at) * Math.cos(turn);
    y[number] = APART * Math.sqrt(at) * Math.sin(turn);
  }
  const radius = APART * (Math.sqrt(nodes.length) + 1);
  const discs = {
    parents: u32([NO_PARENT]),
    x: columnOf(Float32Array.of(0)),
    y: columnOf(Float32Array.of(0)),
    radii: columnOf(Float32Array.of(radius)),
  };
  return { x, y, groups: new Uint32Array(nodes.length), discs };
}
