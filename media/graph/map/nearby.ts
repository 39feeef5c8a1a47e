/**
 * Neighbourhoods in the whole graph, as the server would answer them (`server/core/queries/graph.ts`). Pure.
 */
import {
  type GraphEdge,
  type GraphFilter,
  type GraphNode,
  type GraphResult,
  KIND_NUMBERS,
  ROLE_NUMBERS,
} from '../../../server/protocol.ts';
import { leftBy, nodeFilter, rolesOf } from './left.ts';
import { atOnce } from './slices.ts';
import { edgesAt, type Whole } from './whole.ts';

/** What documents say of those that they relate themselves to, by the edge's number; an atlas tells nothing of it. */
export type Relations = ReadonlyMap<number, { readonly sentence: string; readonly type: string | null }>;

const unsaid: Relations = new Map();

const nothing: GraphResult = { focus: null, nodes: [], edges: [], omitted: 0 };

/** A node as others know it. */
export function graphNode({ nodes, uses }: Whole, node: number, distance: number): GraphNode {
  const kind = KIND_NUMBERS[nodes.kinds[node]!]!;
  const id = nodes.ids[node]!;
  const tags = nodes.tags.subarray(nodes.tagStarts[node]!, nodes.tagStarts[node + 1]!);
  return {
    id,
    title: nodes.titles[node]!,
    kind,
    uri: kind === 'missing' ? null : id,
    distance,
    uses: uses[node]!,
    tags: Array.from(tags, (tag) => nodes.tagNames[tag]!),
  };
}

/** An edge as others know it. */
export function graphEdge({ nodes, edges }: Whole, edge: number, relations = unsaid): GraphEdge {
  const said = relations.get(edge);
  return {
    source: nodes.ids[edges.sources[edge]!]!,
    target: nodes.ids[edges.targets[edge]!]!,
    role: ROLE_NUMBERS[edges.roles[edge]!]!,
    relation: said?.sentence ?? null,
    type: said?.type ?? null,
    count: edges.counts[edge]!,
  };
}

/**
 * All within `depth` steps of a node that the filter leaves in: nearest first, then most used, `limit` at most. Without a node
 * all of the graph, as neighbours.
 */
export function around(
  whole: Whole,
  id: string | null,
  depth: number,
  limit: number,
  filter: GraphFilter,
  relations = unsaid,
): GraphResult {
  const focus = id === null ? undefined : whole.numbers.get(id);
  if (id !== null && focus === undefined) return nothing;
  const roles = rolesOf(filter.roles);
  const distances =
    focus === undefined ? everything(whole, filter) : walk(whole, focus, depth, nodeFilter(whole, filter), roles);
  return resultOf(whole, distances, focus, limit, roles, relations);
}

function everything(whole: Whole, filter: GraphFilter): Map<number, number> {
  const { nodes } = atOnce(leftBy(whole, filter, new Set()));
  const distances = new Map<number, number>();
  nodes.forEach((isLeft, node) => {
    if (isLeft) distances.set(node, 1);
  });
  return distances;
}

/** Steps from a node, whichever way edges run. */
export function walk(
  whole: Whole,
  focus: number,
  depth: number,
  isLeft: (node: number) => boolean,
  roles: Uint8Array,
): Map<number, number> {
  const distances = new Map([[focus, 0]]);
  let rim = [focus];
  for (let distance = 1; distance <= depth && rim.length > 0; distance++) {
    const next: number[] = [];
    for (const node of rim) {
      for (const other of neighbours(whole, node, roles)) {
        if (distances.has(other) || !isLeft(other)) continue;
        distances.set(other, distance);
        next.push(other);
      }
    }
    rim = next;
  }
  return distances;
}

/** The nodes that a node names and is named by, some of them several times. */
export function* neighbours({ edges, out, into }: Whole, node: number, roles: Uint8Array): Iterable<number> {
  for (const edge of edgesAt(out, node)) if (roles[edges.roles[edge]!]) yield edges.targets[edge]!;
  for (const edge of edgesAt(into, node)) if (roles[edges.roles[edge]!]) yield edges.sources[edge]!;
}

/** The first `limit` of these nodes, with all edges between them. */
export function resultOf(
  whole: Whole,
  distances: ReadonlyMap<number, number>,
  focus: number | undefined,
  limit: number,
  roles: Uint8Array,
  relations = unsaid,
): GraphResult {
  const { ids } = whole.nodes;
  const ranked = [...distances.keys()].sort(
    (a, b) => distances.get(a)! - distances.get(b)! || whole.uses[b]! - whole.uses[a]! || (ids[a]! < ids[b]! ? -1 : 1),
  );
  const shown = ranked.slice(0, limit);
  const isShown = new Set(shown);
  const edges = shown.flatMap((source) => edgesFrom(whole, source, isShown, roles));
  return {
    focus: focus !== undefined && isShown.has(focus) ? ids[focus]! : null,
    nodes: shown.map((node) => graphNode(whole, node, distances.get(node)!)),
    edges: edges.map((edge) => graphEdge(whole, edge, relations)).sort(byEnds),
    omitted: ranked.length - shown.length,
  };
}

function edgesFrom({ edges, out }: Whole, source: number, shown: ReadonlySet<number>, roles: Uint8Array): number[] {
  return [...edgesAt(out, source)].filter((edge) => {
    const target = edges.targets[edge]!;
    return target !== source && shown.has(target) && roles[edges.roles[edge]!];
  });
}

function byEnds(a: GraphEdge, b: GraphEdge): number {
  const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return order(a.source, b.source) || order(a.target, b.target) || order(a.role, b.role);
}
