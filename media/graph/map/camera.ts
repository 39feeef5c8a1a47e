/**
 * The camera: from units of the map to pixels of the stage, and how it flies. Pure.
 */
import type { Camera } from '../looks.ts';
import type { Size } from '../near/view.ts';
import type { Point } from '../point.ts';

export type { Camera };

export const farthestOut = 0.002;
export const closestIn = 60;

/** Where a place of the map is on the stage, in pixels from its corner. */
export function onStage({ x, y, scale }: Camera, { width, height }: Size, at: Point): Point {
  return { x: (at.x - x) * scale + width / 2, y: (at.y - y) * scale + height / 2 };
}

/** What place of the map is at a point of the stage. */
export function onMap({ x, y, scale }: Camera, { width, height }: Size, at: Point): Point {
  return { x: x + (at.x - width / 2) / scale, y: y + (at.y - height / 2) / scale };
}

/** The camera zoomed by a factor, so that what is at `at` (pixels from the corner) stays there. */
export function zoomedAt(camera: Camera, size: Size, factor: number, at: Point): Camera {
  const scale = within(camera.scale * factor);
  const held = onMap(camera, size, at);
  return { x: held.x - (at.x - size.width / 2) / scale, y: held.y - (at.y - size.height / 2) / scale, scale };
}

export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** From here names can be read; closer than this one need not come for them, in pixels to a unit. */
const [nearEnough, closeEnough] = [3.5, 12];
/** What stands nearest to a place is to be in view with it; names reach out so far from there, in pixels. */
const dozen = 12;
const reach: Point = { x: 95, y: 70 };

/** A place with the dozen of others that stand nearest; where names could not be read then, the place in the middle. */
export function framed({ width, height }: Size, at: Point, others: readonly Point[]): Camera {
  const away = ({ x, y }: Point): number => Math.hypot(x - at.x, y - at.y);
  const seen = [at, ...[...others].sort((a, b) => away(a) - away(b)).slice(0, dozen)];
  const [left, right] = [Math.min(...seen.map(({ x }) => x)), Math.max(...seen.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...seen.map(({ y }) => y)), Math.max(...seen.map(({ y }) => y))];
  const fit = (room: number, length: number): number => Math.max(1, room) / Math.max(1e-6, length);
  const scale = Math.min(fit(width - 2 * reach.x, right - left), fit(height - 2 * reach.y, bottom - top), closeEnough);
  if (scale < nearEnough) return { ...at, scale: nearEnough };
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
}

/** A disc of the map in full view, with room around it. */
export function fittedTo(size: Size, at: Point, radius: number, most = 16): Camera {
  const room = Math.max(20, Math.min(size.width, size.height) - 24);
  return { x: at.x, y: at.y, scale: within(Math.min(most, room / 2 / Math.max(radius, 1e-3))) };
}

const within = (scale: number): number => Math.min(closestIn, Math.max(farthestOut, scale));

/** A camera as it was told from outside, or `undefined` where that is none. */
export function sane({ x, y, scale }: Camera): Camera | undefined {
  return [x, y, scale].every(Number.isFinite) && scale > 0 ? { x, y, scale: within(scale) } : undefined;
}

/** How far the flight rises over ground that it crosses: as much as van Wijk and Nuij found people to like. */
const rise = 1.4;

/**
 * The way from one view to another, for a share of the way from 0 to 1: out, over and in again, at an even speed for the eye
 * (van Wijk and Nuij, "Smooth and efficient zooming and panning", 2003, section 4).
 */
export function flight(from: Camera, to: Camera, { width }: Size): (share: number) => Camera {
  const [w0, w1] = [width / from.scale, width / to.scale];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy);
  if (far < 1e-6 * w0) {
    return (share) =>
      share <= 0
        ? from
        : share >= 1
          ? to
          : { x: to.x, y: to.y, scale: within(from.scale * (to.scale / from.scale) ** share) };
  }
  const square = rise * rise;
  const b0 = (w1 * w1 - w0 * w0 + square * square * far * far) / (2 * w0 * square * far);
  const b1 = (w1 * w1 - w0 * w0 - square * square * far * far) / (2 * w1 * square * far);
  const r0 = -Math.asinh(b0);
  const r1 = -Math.asinh(b1);
  const length = (r1 - r0) / rise;
  return (share) => {
    // The ends are told as they are: over a long way the formulas cancel out to some thousandths of a unit.
    if (share <= 0) return from;
    if (share >= 1) return to;
    const s = share * length;
    const over = (w0 / (square * far)) * (Math.cosh(r0) * Math.tanh(rise * s + r0) - Math.sinh(r0));
    const w = (w0 * Math.cosh(r0)) / Math.cosh(rise * s + r0);
    return { x: from.x + over * dx, y: from.y + over * dy, scale: within(width / w) };
  };
}
