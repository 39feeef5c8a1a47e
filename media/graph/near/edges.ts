/**
 * The edges of the drawing: one SVG path each, with an arrow head from a few shared ones.
 */
import type { GraphEdge, GraphResult } from '../../../server/protocol.ts';
import { svg } from '../dom.ts';
import type { Point } from '../point.ts';
import { type Curve, curvePath, distanceTo, type EdgeEnds, edgeCurve } from '../shapes.ts';
import { roles } from '../words.ts';

export interface DrawnEdge {
  readonly edge: GraphEdge;
  readonly path: SVGPathElement;
  /** How far it bows out to the left, in pixels. */
  readonly bow: number;
  /** Where it was placed last. */
  curve: Curve | undefined;
}

/** Space between the lines that run side by side between the same two nodes, in pixels. */
const lane = 9;

/** How near the pointer must come to an edge, in pixels. */
const grasp = 6;

/** The arrow heads, one for each role: a head takes its colour from its own role, not from the line it ends. */
export function arrowHeads(): SVGDefsElement {
  return svg(
    'defs',
    {},
    ...[...roles, 'other'].map((role) => {
      const size = { markerWidth: 8, markerHeight: 8, markerUnits: 'userSpaceOnUse', orient: 'auto', refX: 0, refY: 4 };
      const head = svg('path', { class: 'head', d: 'M0 1L7 4L0 7Z' });
      return svg('marker', { id: `head-${role}`, 'data-role': role, ...size }, head);
    }),
  );
}

/** The edges of a graph, not yet placed. */
export function drawEdges(graph: GraphResult): DrawnEdge[] {
  const between = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    const pair = JSON.stringify([edge.source, edge.target].sort());
    between.set(pair, [...(between.get(pair) ?? []), edge]);
  }
  return [...between.values()].flatMap((parallel) =>
    parallel.map((edge, index): DrawnEdge => {
      const aside = (index - (parallel.length - 1) / 2) * lane;
      const head = roles.includes(edge.role) ? edge.role : 'other';
      const path = svg('path', { class: 'edge line', 'data-role': edge.role, 'marker-end': `url(#head-${head})` });
      if (edge.source === graph.focus || edge.target === graph.focus) path.classList.add('of-focus');
      // The lane lies on the same side whichever way the edge runs.
      return { edge, path, bow: edge.source < edge.target ? aside : -aside, curve: undefined };
    }),
  );
}

/** Draws an edge between these ends; `arch`: how much further it bows out than those beside it, in pixels. */
export function placeEdge(
  drawn: DrawnEdge,
  { arch, ...ends }: Omit<EdgeEnds, 'bow'> & { readonly arch: number },
): void {
  drawn.curve = edgeCurve({ ...ends, bow: drawn.bow + arch });
  drawn.path.setAttribute('d', curvePath(drawn.curve));
}

/** The edge under a point, or `undefined`. Thin lines are hard to hit, so the nearest one within a few pixels counts. */
export function edgeAt(edges: readonly DrawnEdge[], point: Point): GraphEdge | undefined {
  let nearest: GraphEdge | undefined;
  let least = grasp;
  for (const { edge, curve } of edges) {
    const distance = curve === undefined ? least : distanceTo(point, curve);
    if (distance >= least) continue;
    nearest = edge;
    least = distance;
  }
  return nearest;
}
