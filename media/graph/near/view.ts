/**
 * The view: how layout pixels become screen pixels. Shapes and text keep their size; zooming moves them apart. Pure.
 */
import { type Box, labelGap } from '../labels.ts';
import type { Point } from '../point.ts';
import type { Extent, Place } from './layout.ts';
import { narrow } from './lettering.ts';

/** Screen = layout × zoom + pan. */
export interface View {
  readonly zoom: number;
  /** Where the layout's origin is on the screen, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Labels keep between these, in screen pixels from the origin; `null` once the reader has zoomed. */
  readonly keep: readonly [left: number, right: number] | null;
}

/** A node's place in screen pixels from the origin. */
export interface Spot extends Place {
  /** How far its label is moved to the right to stay in view, in pixels. */
  readonly nudge: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const farthestOut = 0.1;
const closestIn = 4;

/** The view zoomed by `factor`, so that what is at `at` (screen pixels) stays there. */
export function zoomed(view: View, factor: number, at: Point): View {
  const zoom = Math.min(closestIn, Math.max(farthestOut, view.zoom * factor));
  const by = zoom / view.zoom;
  return { zoom, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by, keep: null };
}

/** Where everything stands on the screen. */
export function spots(
  places: ReadonlyMap<string, Place>,
  extents: ReadonlyMap<string, Extent>,
  { zoom, keep }: View,
): Map<string, Spot> {
  const [left, right] = keep ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return new Map(
    [...places].map(([id, place]) => {
      const [x, half] = [place.x * zoom, (extents.get(id)?.labelWidth ?? 0) / 2];
      const nudge = Math.max(left + half, Math.min(right - half, x)) - x;
      return [id, { x, y: place.y * zoom, side: place.side, nudge }];
    }),
  );
}

/** How much shapes grow and shrink with the zoom: far less than distances do. */
export function shapeScale(zoom: number): number {
  return Math.min(1.3, Math.max(0.45, zoom ** 0.4));
}

/** The boxes of a node's shape and label, in the same pixels as the spot. */
export function boxes({ x, y, side, nudge }: Spot, extent: Extent, scale: number): { shape: Box; label: Box } {
  const r = extent.radius * scale;
  const half = extent.labelWidth / 2;
  const near = r + labelGap;
  const top = side > 0 ? y + near : y - near - extent.labelHeight;
  return {
    shape: { left: x - r, top: y - r, right: x + r, bottom: y + r },
    label: { left: x + nudge - half, top, right: x + nudge + half, bottom: top + extent.labelHeight },
  };
}

/**
 * The closest view in which every node and label is inside `size`, at most `most` times the layout's own size. In a
 * narrow view the shapes use the whole width, and labels near its edges are nudged inwards.
 */
export function fitted(
  places: ReadonlyMap<string, Place>,
  extents: ReadonlyMap<string, Extent>,
  size: Size,
  most = 1.6,
): View {
  const slim = size.width < narrow;
  const margin = slim ? 6 : 14;
  const at = (zoom: number) => bounds(spots(places, extents, { zoom, x: 0, y: 0, keep: null }), extents, zoom, slim);
  let [low, high] = [farthestOut, most];
  for (let i = 0; i < 14; i++) {
    const zoom = (low + high) / 2;
    const { left, top, right, bottom } = at(zoom);
    if (right - left <= size.width - 2 * margin && bottom - top <= size.height - 2 * margin) low = zoom;
    else high = zoom;
  }
  const { left, top, right, bottom } = at(low);
  const x = (size.width - left - right) / 2;
  const keep = [margin / 2 - x, size.width - margin / 2 - x] as const;
  return { zoom: low, x, y: (size.height - top - bottom) / 2, keep };
}

/** The box around all nodes and labels, in screen pixels from the origin; `slim`: labels may stick out sideways. */
function bounds(
  spots: ReadonlyMap<string, Spot>,
  extents: ReadonlyMap<string, Extent>,
  zoom: number,
  slim: boolean,
): Box {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (const [id, spot] of spots) {
    const extent = extents.get(id);
    if (extent === undefined) continue;
    const { shape, label } = boxes(spot, extent, shapeScale(zoom));
    left = Math.min(left, shape.left, slim ? left : label.left);
    right = Math.max(right, shape.right, slim ? right : label.right);
    top = Math.min(top, shape.top, label.top);
    bottom = Math.max(bottom, shape.bottom, label.bottom);
  }
  return { left, top, right, bottom };
}

/** Width by height of what is left for the nodes' centres: labels keep their size, and take up most of a narrow view. */
export function aspect({ width, height }: Size): number {
  return Math.max(40, width - (width < narrow ? 40 : 150)) / Math.max(40, height - 80);
}

/** Whether a view has become so much wider or taller that its graph deserves another shape. */
export function otherShape(before: Size, now: Size): boolean {
  const slimmer = before.width < narrow !== now.width < narrow;
  return slimmer || Math.abs(Math.log(aspect(now) / aspect(before))) > 0.4;
}
