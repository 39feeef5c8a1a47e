import type { GraphColumns } from './columns.ts';
import { AIR } from './places.ts';
import type { Standing } from './standing.ts';

/** So many places are tried in a group, on a spiral from the one that is wished for. */
const TRIES = 600;

/** How far they lie apart, about, in units of the map. */
const APART = 0.8;

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** A place for a node. `isFree`: nothing stands there. */
export interface Ground {
  readonly group: number;
  readonly x: number;
  readonly y: number;
  readonly isFree: boolean;
}

/**
 * The free place in a group that is nearest to the one wished for; else in another group of the same parent; else, not free, the
 * wished one, as far in as the disc demands.
 *
 * @param inside the nodes that stand in each innermost group
 */
export function freeGround(
  columns: GraphColumns,
  standing: Standing,
  inside: ReadonlyMap<number, readonly number[]>,
  group: number,
  wished: { readonly x: number; readonly y: number },
  radius: number,
  radiusOf: (uses: number) => number,
): Ground {
  const { parents } = standing.groups;
  const others = [...inside.keys()].filter((each) => each !== group && parents[each] === parents[group]);
  for (const air of [AIR, AIR / 4]) {
    for (const candidate of [group, ...(air < AIR ? others : [])]) {
      const members = inside.get(candidate)!;
      const isFree = (x: number, y: number): boolean =>
        members.every((node) => {
          const wanted = radius + radiusOf(columns.uses[node]!) + air;
          return (standing.x[node]! - x) ** 2 + (standing.y[node]! - y) ** 2 >= wanted * wanted;
        });
      const found = nearest(standing, candidate, wished, radius, isFree);
      if (found) return { group: candidate, ...found, isFree: true };
    }
  }
  return crowdedGround(standing, group, wished, radius);
}

/** The place in a group that is nearest to the one wished for, whoever stands there. */
export function crowdedGround(
  standing: Standing,
  group: number,
  wished: { readonly x: number; readonly y: number },
  radius: number,
): Ground {
  return { group, ...within(standing, group, wished, radius), isFree: false };
}

function nearest(
  standing: Standing,
  group: number,
  wished: { readonly x: number; readonly y: number },
  radius: number,
  isFree: (x: number, y: number) => boolean,
): { readonly x: number; readonly y: number } | undefined {
  const { groupX, groupY, groupRadii } = standing.groups;
  const most = groupRadii[group]! - radius;
  if (most < 0) return undefined;
  const start = within(standing, group, wished, radius);
  // A spiral that reaches the far side of the disc.
  const step = Math.max(APART, (2 * most) / Math.sqrt(TRIES));
  for (let turn = 0; turn < TRIES; turn++) {
    const x = start.x + step * Math.sqrt(turn) * Math.cos(turn * GOLDEN);
    const y = start.y + step * Math.sqrt(turn) * Math.sin(turn * GOLDEN);
    if (Math.hypot(x - groupX[group]!, y - groupY[group]!) <= most && isFree(x, y)) return { x, y };
  }
  return undefined;
}

/** The place in a group's disc that is nearest to one. */
function within(
  { groups: { groupX, groupY, groupRadii } }: Standing,
  group: number,
  { x, y }: { readonly x: number; readonly y: number },
  radius: number,
): { readonly x: number; readonly y: number } {
  const [dx, dy] = [x - groupX[group]!, y - groupY[group]!];
  const most = Math.max(0, groupRadii[group]! - radius);
  const scale = Math.min(1, most / (Math.hypot(dx, dy) || 1));
  return { x: groupX[group]! + dx * scale, y: groupY[group]! + dy * scale };
}
