import type { Arrangement } from './arrange.ts';

/** The discs that nodes stand in, by number; they never move while nodes come and go. */
export type Groups = Pick<Arrangement, 'parents' | 'groupX' | 'groupY' | 'groupRadii'>;

/** Where nodes stand, through time. */
export interface Standing {
  readonly groups: Groups;
  /** By number of node; NaN for one that stands nowhere yet. */
  readonly x: number[];
  readonly y: number[];
  readonly groupOf: number[];
  /** The step of the columns up to which nodes were given places. */
  step: number;
  /** How many nodes came since all was arranged. */
  arrived: number;
  /** A node found no free ground. */
  isCrowded: boolean;
}

export function standingOf({ x, y, groupOf, ...groups }: Arrangement): Standing {
  return { groups, x: [...x], y: [...y], groupOf: [...groupOf], step: 0, arrived: 0, isCrowded: false };
}

/** For all of `count` nodes, NaN where one stands nowhere. */
export function placesIn({ x, y }: Standing, count: number): { x: Float32Array; y: Float32Array } {
  const column = (values: readonly number[]): Float32Array =>
    Float32Array.from({ length: count }, (_, node) => values[node] ?? Number.NaN);
  return { x: column(x), y: column(y) };
}

/** The groups that hold nodes. */
export function innermost({ parents }: Groups): number[] {
  const holders = new Set(parents);
  return Array.from(parents, (_, group) => group).filter((group) => !holders.has(group));
}

/** The same under other numbers of nodes: `kept` tells the old ones by the new ones. */
export function renumbered(standing: Standing, kept: Uint32Array): Standing {
  const column = (values: readonly number[]): number[] => Array.from(kept, (old) => values[old] ?? Number.NaN);
  return { ...standing, x: column(standing.x), y: column(standing.y), groupOf: column(standing.groupOf) };
}
