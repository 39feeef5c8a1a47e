/**
 * Where things are at a moment: on the map while they glide, and on the stage. Pure.
 */

import type { Camera } from '../looks.ts';
import type { Size } from '../near/view.ts';
import { type Drawn, radiusOf } from './drawn.ts';

/** Places in units of the map. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Places on the stage, and radii, in pixels. */
export interface Standing extends Places {
  readonly radii: Float32Array;
}

/** A share (0 to 1) of the way from where things come from to where they belong. */
export function between({ x, y, fromX, fromY }: Drawn, share: number): Places {
  if (share >= 1) return { x, y };
  return {
    x: x.map((to, thing) => fromX[thing]! + (to - fromX[thing]!) * share),
    y: y.map((to, thing) => fromY[thing]! + (to - fromY[thing]!) * share),
  };
}

export function stand(drawn: Drawn, places: Places, camera: Camera, size: Size): Standing {
  const { scale } = camera;
  const [left, top] = [size.width / 2 - camera.x * scale, size.height / 2 - camera.y * scale];
  return {
    x: places.x.map((x) => x * scale + left),
    y: places.y.map((y) => y * scale + top),
    radii: Float32Array.from(places.x, (_, thing) => radiusOf(drawn, thing, scale)),
  };
}
