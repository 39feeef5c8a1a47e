/**
 * The things that are drawn, with their places, and how they come there from what was drawn before. Pure.
 */
import type { Camera } from '../looks.ts';
import type { Cut } from './cut.ts';
import type { Pairs } from './gather.ts';
import type { Left } from './left.ts';
import type { Whole } from './whole.ts';

export interface Drawn {
  readonly whole: Whole;
  readonly left: Left;
  /** Where one looked from when it was cut. */
  readonly camera: Camera;
  readonly cut: Cut;
  readonly pairs: Pairs;
  /** The pairs that are drawn without being asked for. */
  readonly kept: Uint32Array;
  readonly count: number;
  /** Places of things in units of the map, and where they come from. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly fromX: Float32Array;
  readonly fromY: Float32Array;
  /** 1 for things that were not there before: they fade in. */
  readonly fresh: Uint8Array;
  /** Groups that were closed until now: their discs fade. */
  readonly opened: readonly number[];
  readonly moves: boolean;
}

/** Where the things of a cut are. */
export function placesOf(
  { groups, nodes }: Whole,
  { closed, nodes: drawn }: Cut,
): { x: Float32Array; y: Float32Array } {
  const x = Float32Array.from([...closed.map((group) => groups.x[group]!), ...drawn.map((node) => nodes.x[node]!)]);
  const y = Float32Array.from([...closed.map((group) => groups.y[group]!), ...drawn.map((node) => nodes.y[node]!)]);
  return { x, y };
}

type Cutting = Pick<Drawn, 'whole' | 'left' | 'camera' | 'cut' | 'pairs' | 'kept'>;

/** What is drawn next, after `before`: members come out of the group that stood for them. */
export function drawnAfter(next: Cutting, before: Drawn | undefined): Drawn {
  const { whole, cut } = next;
  const { x, y } = placesOf(whole, cut);
  const [fromX, fromY] = [x.slice(), y.slice()];
  const fresh = new Uint8Array(x.length);
  const isOpen = new Set(cut.open);
  const opened = before ? before.cut.closed.filter((group) => isOpen.has(group)) : [];
  if (before) {
    const wasClosed = new Set(before.cut.closed);
    cut.closed.forEach((group, thing) => {
      if (wasClosed.has(group)) return;
      fresh[thing] = 1;
      // A group that comes out of the one that it stands in; one that closes over its members stays where it is.
      const outer = outerClosed(whole, group, wasClosed);
      if (outer !== undefined) from(thing, whole.groups.x[outer]!, whole.groups.y[outer]!);
    });
    cut.nodes.forEach((node, at) => {
      const thing = cut.closed.length + at;
      const stood = before.cut.thing[node] ?? -1;
      fresh[thing] = stood < before.cut.closed.length ? 1 : 0;
      if (stood >= 0) from(thing, before.x[stood]!, before.y[stood]!);
    });
  }
  function from(thing: number, atX: number, atY: number): void {
    fromX[thing] = atX;
    fromY[thing] = atY;
  }
  const moves = before !== undefined && (opened.length > 0 || fresh.includes(1) || !same(fromX, x) || !same(fromY, y));
  return { ...next, count: x.length, x, y, fromX, fromY, fresh, opened, moves };
}

function outerClosed({ groups }: Whole, group: number, wasClosed: ReadonlySet<number>): number | undefined {
  for (let outer = groups.parents[group]!; outer < groups.parents.length; outer = groups.parents[outer]!) {
    if (wasClosed.has(outer)) return outer;
  }
  return undefined;
}

function same(a: Float32Array, b: Float32Array): boolean {
  return a.every((value, at) => value === b[at]);
}

/** The node that is a thing; `undefined` where that is a group. */
export function nodeOf({ cut }: Drawn, thing: number): number | undefined {
  return cut.nodes[thing - cut.closed.length];
}

/** Radius of a thing in pixels. Nodes stop growing where they are large enough: zooming in is for room, and for names. */
export function radiusOf({ whole, cut }: Drawn, thing: number, scale: number): number {
  const group = cut.closed[thing];
  if (group !== undefined) return Math.max(2, whole.groups.radii[group]! * scale * 0.94);
  return nodeRadiusAt(whole.radius[cut.nodes[thing - cut.closed.length]!]!, scale);
}

function nodeRadiusAt(radius: number, scale: number): number {
  return Math.max(1.3, Math.min(radius * scale * 0.62, 3.2 + 2.2 * radius));
}
