/**
 * How edges pull in the layout. Pure.
 */
import { forceLink } from 'd3-force';
import type { GraphResult } from '../../../server/protocol.ts';
import type { Body } from './apart.ts';

/**
 * The pull between named and naming nodes: firm along the tree of steps (`parents`), hardly any elsewhere, or everything
 * would be drawn into one ball. `rings` says how far from the focus each node belongs.
 */
export function links(graph: GraphResult, parents: ReadonlyMap<string, string>, rings: ReadonlyMap<string, number>) {
  const inTree = (a: string, b: string) => parents.get(a) === b || parents.get(b) === a;
  const ends = [...new Set(graph.edges.map(({ source, target }) => JSON.stringify([source, target].sort())))].sort();
  const pairs = ends
    .map((pair) => JSON.parse(pair) as [string, string])
    .map(([source, target]) => ({ source, target }));
  const name = (end: string | Body | number) => (end as Body).id;
  return forceLink<Body, { source: string | Body; target: string | Body }>(pairs)
    .id((body) => body.id)
    .distance(({ source, target }) => {
      const [from = 0, to = 0] = [rings.get(name(source)), rings.get(name(target))];
      return Math.max(90, Math.abs(to - from));
    })
    .strength(({ source, target }) => (inTree(name(source), name(target)) ? 0.3 : 0.015));
}
