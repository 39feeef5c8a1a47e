/**
 * Outlines: what each kind of node looks like, and the line of an edge. Pure.
 */
import type { GraphNode, NodeKind } from '../../server/protocol.ts';
import type { Point } from './point.ts';

/** Half the side of a node's shape in pixels: it grows with `uses`, gently (0 → 6.5, 3 → 9.7, 30 and more → 14). */
export function radius(node: GraphNode): number {
  const size = Math.min(14, 6.5 + 1.6 * Math.log2(1 + node.uses));
  return node.distance === 0 ? Math.max(12, size * 1.15) : size;
}

/** The outline of a kind around 0, 0, as an SVG path. Kinds differ by shape, so that they differ without colour. */
export function outline(kind: NodeKind, r: number): string {
  if (kind === 'inquiry') {
    const [a, c] = [0.92 * r, 0.36 * r];
    return `M${-a + c} ${-a}H${a - c}Q${a} ${-a} ${a} ${-a + c}V${a - c}Q${a} ${a} ${a - c} ${a}H${-a + c}Q${-a} ${a} ${-a} ${a - c}V${-a + c}Q${-a} ${-a} ${-a + c} ${-a}Z`;
  }
  if (kind === 'page') {
    const [w, h, fold] = [0.76 * r, r, 0.55 * r];
    return `M${-w} ${-h}H${w - fold}L${w} ${-h + fold}V${h}H${-w}ZM${w - fold} ${-h}V${-h + fold}H${w}`;
  }
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

/** How far an edge stays from a node's centre, in pixels. */
export function reach(kind: NodeKind, r: number): number {
  return kind === 'inquiry' ? r * 1.12 : r;
}

export interface EdgeEnds {
  readonly from: Point;
  readonly to: Point;
  /** How far the line keeps from the two centres, in pixels. */
  readonly fromReach: number;
  readonly toReach: number;
  /** How far the line bows out to the left of its direction, in pixels: lines between the same two nodes lie side by side. */
  readonly bow: number;
}

/** A line from `first` to `last`, bending towards `bend`. */
export interface Curve {
  readonly first: Point;
  readonly bend: Point;
  readonly last: Point;
}

/** Length of an arrow head in pixels: the line ends so far before the tip. */
const headLength = 7;

/** The line of an edge, from outline to outline; where the two are too close for one, from centre to centre. */
export function edgeCurve({ from, to, fromReach, toReach, bow }: EdgeEnds): Curve {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (length < fromReach + toReach + headLength + 2) return { first: from, bend: middle, last: to };
  const bend = {
    x: middle.x + ((from.y - to.y) / length) * bow * 2,
    y: middle.y + ((to.x - from.x) / length) * bow * 2,
  };
  return { first: towards(from, bend, fromReach + 1.5), bend, last: towards(to, bend, toReach + 2 + headLength) };
}

/** A curve as an SVG path. */
export function curvePath({ first, bend, last }: Curve): string {
  return `M${at(first)}Q${at(bend)} ${at(last)}`;
}

/** How far a point is from a curve, in pixels, to within a pixel or two: good enough for a pointer. */
export function distanceTo(point: Point, { first, bend, last }: Curve): number {
  let least = Number.POSITIVE_INFINITY;
  let from = first;
  for (let step = 1; step <= 8; step++) {
    const t = step / 8;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    const to = { x: a * first.x + b * bend.x + c * last.x, y: a * first.y + b * bend.y + c * last.y };
    least = Math.min(least, distanceToLine(point, from, to));
    from = to;
  }
  return least;
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

/** Tenths of a pixel: finer is not seen, and makes paths long. */
function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
