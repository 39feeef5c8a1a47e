/**
 * What is drawn, for the list: documents, and for each closed group the one that it is named by. Pure.
 */
import type { GraphResult } from '../../../server/protocol.ts';
import type { Drawn } from './drawn.ts';
import { neighbours, resultOf } from './nearby.ts';

/** @param limit so many at most, those around the focus first, then the most used */
export function seenIn({ whole, left, cut }: Drawn, focus: number | undefined, limit: number): GraphResult {
  const near = new Set(focus === undefined ? [] : neighbours(whole, focus, left.roles));
  const named = cut.closed.map((group) => left.most[group]!).filter((node) => node >= 0);
  const distances = new Map<number, number>();
  for (const node of [...cut.nodes, ...named]) {
    distances.set(node, focus === undefined ? 1 : node === focus ? 0 : near.has(node) ? 1 : 2);
  }
  return resultOf(whole, distances, focus, limit, left.roles);
}
