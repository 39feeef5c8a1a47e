/**
 * The walk from node to node. Pure.
 */

/** One node of the walk. */
export interface Step {
  readonly id: string;
  readonly title: string;
}

/** The way from where the reader came in (first) to where they stand (last): a path without loops. */
export type Walk = readonly Step[];

/** Longer walks lose their beginning: nobody goes back fifty steps. */
const longest = 50;

/** The walk after arriving at `step`. Arriving where one has been before cuts the loop off, so that going back is walking back. */
export function arrive(walk: Walk, step: Step): Walk {
  const before = walk.findIndex((passed) => passed.id === step.id);
  const way = before < 0 ? walk : walk.slice(0, before);
  return [...way, step].slice(-longest);
}

/** Where one step back leads, or `undefined` at the beginning. */
export function back(walk: Walk): Step | undefined {
  return walk.at(-2);
}
