/**
 * The gate: what comes from outside is drawn only if it has the shape of a message of ours.
 */
import type { GraphEdge, GraphNode } from '../../server/protocol.ts';
import type { ToGraph } from './messages.ts';

/**
 * The message in `data`, or `undefined` where it is anything else. What is drawable comes out: a node once per id, and
 * edges between two different nodes that are both there.
 */
export function incoming(data: unknown): ToGraph | undefined {
  if (!isRecord(data)) return undefined;
  if (data.type === 'empty') {
    return typeof data.message === 'string' ? { type: 'empty', message: data.message } : undefined;
  }
  const { type, graph, depth, pinned } = data;
  if (type !== 'show' || !isRecord(graph) || !isCount(depth) || typeof pinned !== 'boolean') return undefined;
  const { focus, nodes, edges, omitted } = graph;
  if (!(focus === null || typeof focus === 'string') || !isCount(omitted)) return undefined;
  if (!Array.isArray(nodes) || !nodes.every(isNode) || !Array.isArray(edges) || !edges.every(isEdge)) return undefined;

  const byId = new Map(nodes.map((node) => [node.id, node]));
  const drawable = edges.filter(
    (edge) => edge.source !== edge.target && byId.has(edge.source) && byId.has(edge.target),
  );
  const standing = focus !== null && byId.has(focus) ? focus : null;
  return {
    type,
    graph: { focus: standing, nodes: [...byId.values()], edges: drawable, omitted },
    depth: Math.min(5, Math.max(1, depth)),
    pinned,
  };
}

function isNode(value: unknown): value is GraphNode {
  if (!isRecord(value)) return false;
  const { id, title, kind, uri, distance, uses } = value;
  const named = typeof id === 'string' && typeof title === 'string' && (uri === null || typeof uri === 'string');
  const known = kind === 'note' || kind === 'inquiry' || kind === 'page' || kind === 'missing';
  return named && known && isCount(distance) && isCount(uses);
}

function isEdge(value: unknown): value is GraphEdge {
  if (!isRecord(value)) return false;
  const { source, target, role, relation, type, count } = value;
  const ends = typeof source === 'string' && typeof target === 'string';
  const said = [relation, type].every((each) => each === null || typeof each === 'string');
  return ends && typeof role === 'string' && said && isCount(count);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
