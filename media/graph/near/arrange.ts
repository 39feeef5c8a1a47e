/**
 * The arrangement: a laid out graph in a view, with the labels that have room in it. Pure.
 */
import type { GraphNode, GraphResult } from '../../../server/protocol.ts';
import { type Candidate, readable } from '../labels.ts';
import type { Extent, Place } from './layout.ts';
import { crowd } from './lettering.ts';
import { boxes, type Spot, shapeScale, spots, type View } from './view.ts';

export interface Arrangement {
  /** Everything's spot, with labels on the side where they have room. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** The nodes whose labels can be read. */
  readonly shown: ReadonlySet<string>;
}

/** A graph with its places, and the room that its nodes and labels take on the screen. */
export interface LaidOut {
  readonly graph: GraphResult;
  readonly places: ReadonlyMap<string, Place>;
  readonly extents: ReadonlyMap<string, Extent>;
}

/** Arranges a graph in a view. Labels that have no room stay away. */
export function arrange({ graph, places, extents }: LaidOut, view: View): Arrangement {
  const standing = spots(places, extents, view);
  const scale = shapeScale(view.zoom);
  const order = [...graph.nodes].sort((a, b) => importance(a, b, graph.focus));
  const choices = new Map<string, readonly Spot[]>();
  const candidates = order.flatMap(({ id, distance }): Candidate[] => {
    const [spot, extent] = [standing.get(id), extents.get(id)];
    if (spot === undefined || extent === undefined) return [];
    const choice = alternatives(spot, extent, view, distance > 1 && order.length > crowd ? 'few' : 'all');
    choices.set(id, choice);
    const { shape } = boxes(spot, extent, scale);
    return [{ id, shape, labels: choice.map((other) => boxes(other, extent, scale).label) }];
  });
  const shown = readable(candidates);
  for (const [id, index] of shown) {
    const chosen = choices.get(id)?.[index];
    if (chosen !== undefined) standing.set(id, chosen);
  }
  return { spots: standing, shown: new Set(shown.keys()) };
}

/**
 * Where a label could stand: where the layout left room for it, on the other side, and, for those that matter, moved
 * half its width to the right or left. The far ones of a crowd do without: more labels there would be noise.
 */
function alternatives(spot: Spot, extent: Extent, { keep }: View, which: 'few' | 'all'): Spot[] {
  const sides: Spot[] = [spot, { ...spot, side: spot.side > 0 ? -1 : 1 }];
  if (which === 'few') return sides;
  const [left, right] = keep ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const half = extent.labelWidth / 2;
  const nudges = [half - extent.radius, extent.radius - half].filter(
    (nudge) => spot.x + nudge - half >= left && spot.x + nudge + half <= right,
  );
  return [...sides, ...nudges.flatMap((nudge) => sides.map((side) => ({ ...side, nudge })))];
}

/** Focus first, then the nearest, then the most used. */
function importance(a: GraphNode, b: GraphNode, focus: string | null): number {
  if (a.id === focus || b.id === focus) return a.id === focus ? -1 : 1;
  return a.distance - b.distance || b.uses - a.uses || (a.id < b.id ? -1 : 1);
}
