/**
 * What the page remembers over a reload and a restart, and what a named view keeps. Pure.
 */
import type { GraphFilter } from '../../server/protocol.ts';
import type { Camera, Colouring } from './looks.ts';
import { type Arrangement, readFilter } from './messages.ts';
import type { Step, Walk } from './walk.ts';

export interface Saved {
  /** `null` until the reader chooses one. */
  readonly arrangement: Arrangement | null;
  readonly walk: Walk;
  /** Steps from the focus, 1 to 5; `null` before the first graph. */
  readonly depth: number | null;
  /** Pixels per layout pixel, where the reader has zoomed; `null`: the graph fits the view. */
  readonly zoom: number | null;
  /** Where the reader has moved the map to; `null`: all of it is in view. */
  readonly camera: Camera | null;
  /** `null` until the reader opens or closes it: then the width decides. */
  readonly legend: boolean | null;
  readonly list: boolean;
  readonly filter: GraphFilter;
  readonly colouring: Colouring;
  /** Ids of nodes that the reader has hidden. */
  readonly hidden: readonly string[];
}

export const nothingSaved: Saved = {
  arrangement: null,
  walk: [],
  depth: null,
  zoom: null,
  camera: null,
  legend: null,
  list: false,
  filter: {},
  colouring: 'kind',
  hidden: [],
};

/** More nodes than this are hidden by a filter, not one by one. */
export const mostHidden = 1000;

const arrangements: readonly Arrangement[] = ['around', 'lanes', 'map'];
export const colourings: readonly Colouring[] = ['kind', 'folder', 'tag', 'community'];

/** What was saved, as far as it can be read: it may stem from another version, or be no state at all. */
export function readSaved(state: unknown): Saved {
  if (!isRecord(state)) return nothingSaved;
  const { arrangement, walk, depth, zoom, camera, legend, list, filter, colouring, hidden } = state;
  return {
    arrangement: arrangements.find((each) => each === arrangement) ?? null,
    walk: Array.isArray(walk) && walk.every(isStep) ? walk.map(({ id, title }) => ({ id, title })) : [],
    depth: isSize(depth) && depth >= 1 && depth <= 5 ? Math.round(depth) : null,
    zoom: isSize(zoom) ? zoom : null,
    camera: readCamera(camera),
    legend: typeof legend === 'boolean' ? legend : null,
    list: list === true,
    filter: readFilter(filter) ?? {},
    colouring: colourings.find((each) => each === colouring) ?? 'kind',
    hidden: Array.isArray(hidden) ? hidden.filter((id) => typeof id === 'string').slice(0, mostHidden) : [],
  };
}

/** Characters that are remembered, as JSON: the extension takes no more than 64 kB. */
const most = 60_000;

/** What of this can be remembered: of a walk along titles of thousands of letters only its end, and only the last that were hidden. */
export function fitting(saved: Saved): Saved {
  let fits = saved;
  while (JSON.stringify(fits).length > most && fits.walk.length + fits.hidden.length > 0) {
    fits = { ...fits, walk: laterHalf(fits.walk), hidden: laterHalf(fits.hidden) };
  }
  return fits;
}

const laterHalf = <T>(list: readonly T[]): readonly T[] => list.slice(Math.ceil(list.length / 2));

function readCamera(value: unknown): Camera | null {
  if (!isRecord(value)) return null;
  const { x, y, scale } = value;
  return Number.isFinite(x) && Number.isFinite(y) && isSize(scale) ? { x: Number(x), y: Number(y), scale } : null;
}

function isStep(value: unknown): value is Step {
  return isRecord(value) && typeof value.id === 'string' && typeof value.title === 'string';
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
