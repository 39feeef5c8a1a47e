import { forceLink, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import { apart, eachOverlap } from './apart.ts';
import { dice } from './dice.ts';
import { enclosing } from './enclosing.ts';
import { grown } from './grown.ts';

/** Discs around the middle of a disc that holds them all: `x` and `y` of each, and the radius of that one. */
export interface Laid {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: number;
}

/** Two that have to do with each other, by their places in the list, and how much. */
export interface Tie {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** How much of a disc is filled by those in it and the air around them, about. */
const FILL = 0.6;

const TICKS = 80;

/**
 * Lays discs out in a disc, so that none lies over another: those near each other that have to do with each other. The same
 * discs are laid out alike.
 *
 * @param radii of the discs, the air around them included
 * @param starts where they stood, if they did: they stay there roughly
 */
export function laidOut(radii: Float64Array, ties: readonly Tie[], starts?: Pick<Laid, 'x' | 'y'>): Laid {
  const radius = roomFor(radii);
  const places = starts ? drawnIn(starts, radii, radius) : ties.length > 0 ? grown(radii, ties) : spiral(radii);
  const bodies = Array.from(radii, (_, index) => ({ index, x: places.x[index]!, y: places.y[index]! }));
  if (ties.length > 0) pulled(bodies, radii, ties, starts ? GENTLE : 1);
  const [x, y] = [Float64Array.from(bodies, (body) => body.x), Float64Array.from(bodies, (body) => body.y)];
  apart(x, y, radii, radius);
  return centred(x, y, radii);
}

/** The same around the middle of the smallest disc that holds them. */
function centred(x: Float64Array, y: Float64Array, radii: Float64Array): Laid {
  const disc = enclosing(x, y, radii);
  return { x: x.map((each) => each - disc.x), y: y.map((each) => each - disc.y), radius: disc.radius };
}

/** Where they find no room there, they make some (`apart`). */
function roomFor(radii: Float64Array): number {
  return Math.sqrt(radii.reduce((sum, radius) => sum + radius * radius, 0) / FILL);
}

/** Where they stood, all nearer to the middle where that was too far out: those that are together now may have stood anywhere. */
function drawnIn({ x, y }: Pick<Laid, 'x' | 'y'>, radii: Float64Array, room: number): Pick<Laid, 'x' | 'y'> {
  const reach = x.reduce((most, each, at) => Math.max(most, Math.hypot(each, y[at]!) + radii[at]!), 0);
  const scale = Math.min(1, room / reach);
  return { x: x.map((each) => each * scale), y: y.map((each) => each * scale) };
}

/** A spiral of even density from the middle, the largest first (Vogel's phyllotaxis). */
function spiral(radii: Float64Array): Pick<Laid, 'x' | 'y'> {
  const order = Array.from(radii.keys()).sort((a, b) => radii[b]! - radii[a]! || a - b);
  const [x, y] = [new Float64Array(radii.length), new Float64Array(radii.length)];
  let area = 0;
  for (const [turn, index] of order.entries()) {
    const mine = radii[index]! ** 2 / FILL;
    const distance = turn === 0 && radii.length > 2 ? 0 : Math.sqrt(area + mine / 2);
    x[index] = distance * Math.cos(turn * GOLDEN);
    y[index] = distance * Math.sin(turn * GOLDEN);
    area += mine;
  }
  return { x, y };
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** How hot the forces begin where discs stood somewhere: at 1 they would find new places for all. */
const GENTLE = 0.2;

type Body = SimulationNodeDatum & { index: number; x: number; y: number };

function pulled(bodies: Body[], radii: Float64Array, ties: readonly Tie[], heat: number): void {
  const strongest = ties.reduce((most, { weight }) => Math.max(most, weight), 0);
  const links = ties.map(({ source, target, weight }) => ({ source, target, weight }));
  const [nextX, nextY] = [new Float64Array(radii.length), new Float64Array(radii.length)];
  const simulation = forceSimulation(bodies);
  simulation
    .stop()
    .randomSource(dice())
    .alpha(heat)
    .alphaDecay(1 - 0.02 ** (1 / TICKS))
    .force(
      'ties',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(
          ({ source, target }) => radii[(source as unknown as Body).index]! + radii[(target as unknown as Body).index]!,
        )
        .strength(({ weight }) => 0.4 * Math.sqrt(weight / strongest)),
    )
    .force('apart', () => {
      for (const { index, x, y, vx, vy } of bodies) {
        nextX[index] = x + vx!;
        nextY[index] = y + vy!;
      }
      // At first they may pass through each other, as far as they have to.
      const give = GIVE * (1 - simulation.alpha());
      eachOverlap(nextX, nextY, radii, (a, b, dx, dy) => {
        bodies[a]!.vx! -= dx * give;
        bodies[a]!.vy! -= dy * give;
        bodies[b]!.vx! += dx * give;
        bodies[b]!.vy! += dy * give;
      });
    })
    .force('x', forceX<Body>(0).strength(0.08))
    .force('y', forceY<Body>(0).strength(0.08))
    .tick(TICKS);
}

/** How much of an overlap each of the two gives way in a tick. */
const GIVE = 0.35;
