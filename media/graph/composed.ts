/**
 * What is drawn of a neighbourhood: what the server told, with what was brought out around single nodes, without what is hidden. Pure.
 */
import type { GraphNode, GraphResult } from '../../server/protocol.ts';

/** `expanded`: what lies one step around nodes, by their ids. The focus is never hidden. */
export function composed(
  graph: GraphResult,
  expanded: ReadonlyMap<string, GraphResult>,
  hidden: ReadonlySet<string>,
): GraphResult {
  if (expanded.size === 0 && !graph.nodes.some(({ id }) => hidden.has(id) && id !== graph.focus)) return graph;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = new Map(graph.edges.map((edge) => [keyOf(edge), edge]));
  for (const [id, more] of expanded) {
    const from = nodes.get(id);
    if (from === undefined) continue;
    for (const node of more.nodes) {
      const further: GraphNode = { ...node, distance: from.distance + node.distance };
      if (!nodes.has(node.id)) nodes.set(node.id, further);
    }
    for (const edge of more.edges) edges.set(keyOf(edge), edge);
  }
  const isShown = (id: string): boolean => nodes.has(id) && (id === graph.focus || !hidden.has(id));
  return {
    focus: graph.focus,
    nodes: [...nodes.values()].filter(({ id }) => isShown(id)),
    edges: [...edges.values()].filter(({ source, target }) => isShown(source) && isShown(target)),
    omitted: graph.omitted,
  };
}

const keyOf = ({ source, target, role }: { source: string; target: string; role: string }): string =>
  JSON.stringify([source, target, role]);
