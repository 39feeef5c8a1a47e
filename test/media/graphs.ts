/**
 * Graphs in pictures, for the tests of the graph page: one line per edge.
 *
 *     graph('A', 'A → B, A → B → C')
 */

import type { Extent } from '../../media/graph/near/layout.ts';
import type { GraphEdge, GraphNode, GraphResult } from '../../server/protocol.ts';

/** A graph of the nodes named in `chains` ("A → B → C, A → D"), with `focus` at the centre and steps counted from it. */
export function graph(focus: string, chains: string): GraphResult {
  const edges: GraphEdge[] = [];
  const ids = new Set([focus]);
  for (const chain of chains.split(',')) {
    const path = chain.split('→').map((name) => name.trim());
    for (const id of path) ids.add(id);
    path.slice(1).forEach((target, i) => {
      edges.push({ source: path[i] as string, target, role: 'related', relation: null, type: null, count: 1 });
    });
  }
  const distances = stepsFrom(focus, edges);
  const nodes = [...ids].map((id): GraphNode => {
    return {
      id,
      title: id,
      kind: 'note',
      uri: `file:///${id}.md`,
      distance: distances.get(id) ?? 1,
      uses: 1,
      tags: [],
    };
  });
  return { focus, nodes, edges, omitted: 0 };
}

/** A star: `rays` nodes around "hub". */
export function star(rays: number): GraphResult {
  return graph('hub', Array.from({ length: rays }, (_, i) => `hub → ray ${i}`).join(','));
}

/** Room for every node: a shape 18 pixels wide over a label of three lines. */
export function roomy(drawn: GraphResult): Map<string, Extent> {
  return new Map(drawn.nodes.map(({ id }) => [id, { radius: 9, labelWidth: 140, labelHeight: 45 }]));
}

function stepsFrom(focus: string, edges: readonly GraphEdge[]): Map<string, number> {
  const steps = new Map([[focus, 0]]);
  for (const [id, step] of steps) {
    for (const { source, target } of edges) {
      const other = source === id ? target : target === id ? source : undefined;
      // A map that grows while it is walked is walked to its new end: that is the whole breadth-first search.
      if (other !== undefined && !steps.has(other)) steps.set(other, step + 1);
    }
  }
  return steps;
}
