import louvain from 'graphology-communities-louvain';
import type { AbstractGraph } from 'graphology-types';
import { dice } from './dice.ts';
import { sizeOf, type Web } from './web.ts';

/**
 * For each item the number of the community that it belongs to (Louvain: Blondel and others, “Fast unfolding of communities in
 * large networks”, 2008). The same web has the same communities.
 */
export function communitiesOf(web: Web): Uint32Array {
  const communities = louvain(asGraph(web), { getEdgeWeight: (edge) => web.weights[Number(edge)]!, rng: dice() });
  return Uint32Array.from({ length: sizeOf(web) }, (_, item) => communities[item]!);
}

/**
 * What the library asks of a graph, answered from columns. A graph of its own makes an object for each node and edge, and takes
 * many times as long to make as the communities take to find.
 */
function asGraph({ starts, neighbours }: Web): AbstractGraph {
  const order = starts.length - 1;
  const graph = {
    type: 'undirected',
    multi: false,
    order,
    size: neighbours.length / 2,
    selfLoopCount: 0,
    forEachNode(use: (node: number) => void) {
      for (let node = 0; node < order; node++) use(node);
    },
    undirectedDegreeWithoutSelfLoops: (node: number) => starts[node + 1]! - starts[node]!,
    forEachEdge(use: (edge: number, attributes: undefined, source: number, target: number) => void) {
      for (let node = 0; node < order; node++) {
        for (let edge = starts[node]!; edge < starts[node + 1]!; edge++)
          if (neighbours[edge]! > node) use(edge, undefined, node, neighbours[edge]!);
      }
    },
    // By these it knows a graph; it calls none of them.
    addUndirectedEdgeWithKey() {},
    dropNode() {},
  };
  return graph as unknown as AbstractGraph;
}
