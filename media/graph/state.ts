/**
 * The walk from node to node, and what the page remembers over a reload. Pure.
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

/** What the page remembers over a reload. */
export interface Saved {
  readonly walk: Walk;
  /** Steps from the focus, 1 to 5; `null` before the first graph. */
  readonly depth: number | null;
  /** Pixels per layout pixel, where the reader has zoomed; `null`: the graph fits the view. */
  readonly zoom: number | null;
  /** `null` until the reader opens or closes it: then the width decides. */
  readonly legend: boolean | null;
  readonly list: boolean;
}

const nothing: Saved = { walk: [], depth: null, zoom: null, legend: null, list: false };

/** What was saved, as far as it can be read: it may stem from another version, or be no state at all. */
export function readSaved(state: unknown): Saved {
  if (typeof state !== 'object' || state === null) return nothing;
  const { walk, depth, zoom, legend, list } = state as Readonly<Record<string, unknown>>;
  return {
    walk: Array.isArray(walk) && walk.every(isStep) ? walk.map(({ id, title }) => ({ id, title })) : [],
    depth: typeof depth === 'number' && depth >= 1 && depth <= 5 ? Math.round(depth) : null,
    zoom: typeof zoom === 'number' && zoom > 0 && Number.isFinite(zoom) ? zoom : null,
    legend: typeof legend === 'boolean' ? legend : null,
    list: list === true,
  };
}

function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof title === 'string';
}
