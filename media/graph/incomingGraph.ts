/**
 * The gate for neighbourhoods.
 */
import {
  type GraphEdge,
  type GraphNode,
  type GraphResult,
  KIND_NUMBERS,
  type NodeKind,
} from '../../server/protocol.ts';
import { isCount, isRecord } from './incoming.ts';

/**
 * What of a value is drawable: a node once per id, and edges between two different nodes that are both there. `undefined` where it
 * is no neighbourhood.
 */
export function drawable(value: unknown): GraphResult | undefined {
  if (!isRecord(value)) return undefined;
  const { focus, nodes, edges, omitted } = value;
  if (!(focus === null || typeof focus === 'string') || !isCount(omitted)) return undefined;
  if (!Array.isArray(nodes) || !nodes.every(isNode) || !Array.isArray(edges) || !edges.every(isEdge)) return undefined;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const between = edges.filter((edge) => edge.source !== edge.target && byId.has(edge.source) && byId.has(edge.target));
  const standing = focus !== null && byId.has(focus) ? focus : null;
  return { focus: standing, nodes: [...byId.values()], edges: between, omitted };
}

export const isKind = (value: unknown): value is NodeKind => KIND_NUMBERS.some((kind) => kind === value);

function isNode(value: unknown): value is GraphNode {
  if (!isRecord(value)) return false;
  const { id, title, kind, uri, distance, uses, tags } = value;
  const named = typeof id === 'string' && typeof title === 'string' && (uri === null || typeof uri === 'string');
  const tagged = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string');
  return named && tagged && isKind(kind) && isCount(distance) && isCount(uses);
}

function isEdge(value: unknown): value is GraphEdge {
  if (!isRecord(value)) return false;
  const { source, target, role, relation, type, count } = value;
  const ends = typeof source === 'string' && typeof target === 'string';
  const said = [relation, type].every((each) => each === null || typeof each === 'string');
  return ends && typeof role === 'string' && said && isCount(count);
}
