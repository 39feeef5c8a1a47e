import type { Arrangement, Before } from './arrange.ts';

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
  /** How many nodes came since all was arranged, and since all was grouped. */
  arrived: number;
  strangers: number;
  /** A node found no free ground. */
  isCrowded: boolean;
}

/** @param strangers how many nodes had come since all was grouped */
export function standingOf({ x, y, groupOf, ...groups }: Arrangement, strangers = 0): Standing {
  return { groups, x: [...x], y: [...y], groupOf: [...groupOf], step: 0, arrived: 0, strangers, isCrowded: false };
}

/** With more strangers among all nodes all are grouped anew. */
const MOST_STRANGERS = 0.5;

/** What all nodes are arranged anew from. */
export function beforeOf({ groups, x, y, groupOf, strangers }: Standing): Before {
  const places = { x: Float32Array.from(x), y: Float32Array.from(y) };
  if (strangers > MOST_STRANGERS * x.length) return places;
  return { ...places, parents: groups.parents.slice(), groupOf: Uint32Array.from(groupOf) };
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
