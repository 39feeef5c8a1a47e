/**
 * The keyboard on the map: arrows walk along lines, or to what lies there. Pure.
 */
import { type Direction, towards } from '../keyboard.ts';
import type { Point } from '../point.ts';
import type { Drawn } from './drawn.ts';
import type { Standing } from './placed.ts';

/** How far Shift and an arrow pan, in pixels. */
export const panStep = 80;

export const steps: Readonly<Record<Direction, Point>> = {
  left: { x: 1, y: 0 },
  right: { x: -1, y: 0 },
  up: { x: 0, y: 1 },
  down: { x: 0, y: -1 },
};

/**
 * The thing that lies in a direction: the nearest one with a line to the one that has the keyboard; else the nearest one on the
 * stage.
 */
export function thingTowards(
  drawn: Drawn,
  at: Standing,
  from: number,
  direction: Direction,
  isOnStage: (thing: number) => boolean,
): number | undefined {
  const { pairs } = drawn;
  const joined = new Set<number>();
  for (let pair = 0; pair < pairs.count; pair++) {
    if (pairs.a[pair] === from) joined.add(pairs.b[pair]!);
    else if (pairs.b[pair] === from) joined.add(pairs.a[pair]!);
  }
  const places = (things: Iterable<number>): Map<string, Point> =>
    new Map([...things].map((thing) => [String(thing), { x: at.x[thing]!, y: at.y[thing]! }]));
  const all = Array.from({ length: drawn.count }, (_, thing) => thing).filter(isOnStage);
  const found =
    towards(String(from), direction, places([from, ...joined])) ??
    towards(String(from), direction, places([from, ...all]));
  return found === undefined ? undefined : Number(found);
}

/** Where the keyboard begins: what lies nearest to the middle of the stage. */
export function middleThing(drawn: Drawn, at: Standing, middle: Point): number | undefined {
  let found: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let thing = 0; thing < drawn.count; thing++) {
    const distance = Math.hypot(at.x[thing]! - middle.x, at.y[thing]! - middle.y) - at.radii[thing]! * 3;
    if (distance >= least) continue;
    least = distance;
    found = thing;
  }
  return found;
}
