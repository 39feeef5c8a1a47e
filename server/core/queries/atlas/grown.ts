import type { Laid, Tie } from './discs.ts';

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Starts for discs with ties, as if the picture had grown: the one with most ties first, and then always the one that is tied most
 * to those that are there, beside them and outwards. So chains start unfolded, and what is tied together starts together.
 */
export function grown(radii: Float64Array, ties: readonly Tie[]): Pick<Laid, 'x' | 'y'> {
  const count = radii.length;
  const beside = tiesBeside(count, ties);
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  /** Of those that are not there: how much they are tied to those that are, and a little for all their ties, so that hubs come first. */
  const pull = Float64Array.from(beside, (all) => 1e-6 * all.reduce((sum, [, weight]) => sum + weight, 0));
  const isThere = new Uint8Array(count);
  let [sumX, sumY] = [0, 0];
  for (let turn = 0; turn < count; turn++) {
    const next = strongest(pull, isThere);
    const near = beside[next]!.filter(([other]) => isThere[other]);
    const around = { x: 0, y: 0, weight: 0, reach: radii[next]! };
    for (const [other, weight] of near) {
      around.x += x[other]! * weight;
      around.y += y[other]! * weight;
      around.weight += weight;
      around.reach = Math.max(around.reach, radii[next]! + radii[other]!);
    }
    const [fromX, fromY] = near.length > 0 ? [around.x / around.weight, around.y / around.weight] : [0, 0];
    // Away from the middle of all, and each a little to another side.
    const [outX, outY] = turn === 0 ? [0, 0] : [fromX - sumX / turn, fromY - sumY / turn];
    const out = Math.hypot(outX, outY) || 1;
    const [dx, dy] = [outX / out + 0.6 * Math.cos(turn * GOLDEN), outY / out + 0.6 * Math.sin(turn * GOLDEN)];
    x[next] = turn === 0 ? 0 : fromX + (dx / Math.hypot(dx, dy)) * around.reach;
    y[next] = turn === 0 ? 0 : fromY + (dy / Math.hypot(dx, dy)) * around.reach;
    sumX += x[next]!;
    sumY += y[next]!;
    isThere[next] = 1;
    for (const [other, weight] of beside[next]!) pull[other]! += weight;
  }
  return { x, y };
}

function tiesBeside(count: number, ties: readonly Tie[]): [other: number, weight: number][][] {
  const beside: [number, number][][] = Array.from({ length: count }, () => []);
  for (const { source, target, weight } of ties) {
    beside[source]!.push([target, weight]);
    beside[target]!.push([source, weight]);
  }
  return beside;
}

/** Of equals the first. */
function strongest(pull: Float64Array, isThere: Uint8Array): number {
  let best = -1;
  for (let each = 0; each < pull.length; each++)
    if (!isThere[each] && (best < 0 || pull[each]! > pull[best]!)) best = each;
  return best;
}
