/**
 * What is under the pointer. Pure. At most 2000 things and 8000 lines are drawn: going through them takes a tenth of a
 * millisecond, less than keeping a grid of them up to date while they move.
 */
import type { Point } from '../point.ts';
import { type Drawn, nodeOf } from './drawn.ts';
import type { Standing } from './placed.ts';

/** Small shapes are hard to hit: so near counts, in pixels. */
const grasp = 9;
/** The same for lines. */
const lineGrasp = 5;

/** The thing at a point of the stage: a node sooner than the group that it lies over. */
export function thingAt(drawn: Drawn, at: Standing, { x, y }: Point): number | undefined {
  let found: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let thing = drawn.count - 1; thing >= 0; thing--) {
    const distance = Math.hypot(at.x[thing]! - x, at.y[thing]! - y);
    const isNode = nodeOf(drawn, thing) !== undefined;
    if (distance > (isNode ? Math.max(grasp, at.radii[thing]! + 3) : at.radii[thing]!)) continue;
    const away = distance - at.radii[thing]! + (isNode ? 0 : 1e6);
    if (away >= least) continue;
    least = away;
    found = thing;
  }
  return found;
}

/** The pair whose line runs nearest to a point, of those that are drawn. */
export function pairAt({ pairs }: Drawn, at: Standing, drawn: Iterable<number>, { x, y }: Point): number | undefined {
  let found: number | undefined;
  let least = lineGrasp;
  for (const pair of drawn) {
    const [a, b] = [pairs.a[pair]!, pairs.b[pair]!];
    const [ax, ay] = [at.x[a]!, at.y[a]!];
    const [dx, dy] = [at.x[b]! - ax, at.y[b]! - ay];
    const square = dx * dx + dy * dy || 1;
    const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
    const distance = Math.hypot(x - ax - share * dx, y - ay - share * dy);
    if (distance >= least) continue;
    least = distance;
    found = pair;
  }
  return found;
}
