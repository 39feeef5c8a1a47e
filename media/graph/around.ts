/**
 * The neighbourhood of a node in a whole graph, as the server would cut it out. Pure.
 */
import type { GraphEdge, GraphNode, GraphResult, NodeKind } from '../../server/protocol.ts';

/** What `note-corpus graph --format json` writes. */
export interface WholeGraph {
  readonly nodes: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: NodeKind;
    readonly path: string | null;
  }[];
  readonly edges: readonly GraphEdge[];
}

/** All nodes within `depth` steps, nearest and most used first, at most `limit`; without a focus all nodes, as neighbours. */
export function around({ nodes, edges }: WholeGraph, focus: string | null, depth: number, limit: number): GraphResult {
  const uses = new Map<string, Set<string>>();
  for (const { source, target } of edges) uses.set(target, (uses.get(target) ?? new Set()).add(source));
  const distances = focus === null ? new Map(nodes.map(({ id }) => [id, 1])) : walk(edges, focus, depth);
  const found = nodes
    .filter(({ id }) => distances.has(id))
    .map(({ id, title, kind, path }): GraphNode => {
      return { id, title, kind, uri: path, distance: distances.get(id) ?? 0, uses: uses.get(id)?.size ?? 0, tags: [] };
    })
    .sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.id < b.id ? -1 : 1));
  const shown = found.slice(0, limit);
  const ids = new Set(shown.map(({ id }) => id));
  return {
    focus,
    nodes: shown,
    edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
    omitted: found.length - shown.length,
  };
}

/** Ids within `depth` steps of `focus`, whichever way the edges point, with their distance. */
function walk(edges: readonly GraphEdge[], focus: string, depth: number): Map<string, number> {
  const near = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    const list = near.get(from);
    if (list) list.push(to);
    else near.set(from, [to]);
  };
  for (const { source, target } of edges) {
    join(source, target);
    join(target, source);
  }
  const distances = new Map([[focus, 0]]);
  let rim = [focus];
  for (let distance = 1; distance <= depth; distance++) {
    rim = [...new Set(rim.flatMap((id) => near.get(id) ?? []))].filter((id) => !distances.has(id));
    for (const id of rim) distances.set(id, distance);
  }
  return distances;
}
