/**
 * The keyboard on the drawing: which node lies in a direction, and what a key means.
 */
import type { GraphEdge } from '../../server/protocol.ts';
import type { Point } from './point.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** What a key press asks for. */
export type Command =
  | { readonly do: 'move'; readonly direction: Direction }
  | { readonly do: 'activate'; readonly beside: boolean }
  | { readonly do: 'back' }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'fit' };

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** A key, and what is held with it, as events say it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** One press of + or -. */
const zoomStep = 1.25;

/** What the key means, or `undefined` where it is not ours: keys with Alt, Ctrl or Cmd belong to the editor. */
export function command(event: KeyPress): Command | undefined {
  const held = event.ctrlKey || event.metaKey;
  if (event.altKey) return undefined;
  if (event.key === 'Enter' || event.key === ' ') return { do: 'activate', beside: held };
  if (held) return undefined;
  const direction = directions[event.key];
  if (direction !== undefined) return { do: 'move', direction };
  if (event.key === 'Escape') return { do: 'back' };
  if (event.key === '+' || event.key === '=') return { do: 'zoom', factor: zoomStep };
  if (event.key === '-' || event.key === '_') return { do: 'zoom', factor: 1 / zoomStep };
  return event.key === '0' ? { do: 'fit' } : undefined;
}

/** Where an arrow key leads: along an edge where one goes in that direction, else to the nearest node there. */
export function directed(
  from: string,
  direction: Direction,
  places: ReadonlyMap<string, Point>,
  edges: readonly GraphEdge[],
): string | undefined {
  const joined = new Map([[from, places.get(from)]]);
  for (const { source, target } of edges) {
    if (source === from) joined.set(target, places.get(target));
    if (target === from) joined.set(source, places.get(source));
  }
  const near = new Map([...joined].filter((entry): entry is [string, Point] => entry[1] !== undefined));
  return towards(from, direction, near) ?? towards(from, direction, places);
}

/**
 * The id of the nearest node in a direction, or `undefined` where there is none. Sideways counts double: the node
 * straight ahead wins over a slightly nearer one off to the side.
 */
export function towards(from: string, direction: Direction, places: ReadonlyMap<string, Point>): string | undefined {
  const here = places.get(from);
  if (here === undefined) return undefined;
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const level = direction === 'left' || direction === 'right';
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, { x, y }] of places) {
    const ahead = sign * (level ? x - here.x : y - here.y);
    const aside = Math.abs(level ? y - here.y : x - here.x);
    const cost = ahead + 2 * aside;
    if (id === from || ahead <= 0 || aside > 2 * ahead || cost >= least) continue;
    best = id;
    least = cost;
  }
  return best;
}
