import type { Graph, GraphNode } from '../../core/index.ts';
import {
  type Atlas,
  type AtlasEdges,
  type AtlasGroups,
  type AtlasNodes,
  KIND_NUMBERS,
  ROLE_NUMBERS,
} from '../../protocol.ts';
import { bytesIn, columnOf, u32 } from './columns.ts';

/** Where the nodes of a graph stand, by their numbers, and the groups that they stand in. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The innermost group of each. */
  readonly groups: Uint32Array;
  readonly discs: AtlasGroups;
}

/** A graph in columns: nodes and edges have the numbers of their places in it. */
export function columnsOf({ nodes, edges }: Graph, { x, y, groups, discs }: Places): Atlas {
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

/** Where the nodes of a graph stand in the atlas of their whole corpus: a part of it lies as it does in the whole. */
export function placesIn({ nodes: { ids, x, y, groups }, groups: discs }: Atlas, { nodes }: Graph): Places {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const order = nodes.map(({ id }) => numbers.get(id)!);
  const [xs, ys] = [new Float32Array(bytesIn(x)), new Float32Array(bytesIn(y))];
  const groupNumbers = new Uint32Array(bytesIn(groups));
  return {
    x: Float32Array.from(order, (number) => xs[number]!),
    y: Float32Array.from(order, (number) => ys[number]!),
    groups: Uint32Array.from(order, (number) => groupNumbers[number]!),
    discs,
  };
}
