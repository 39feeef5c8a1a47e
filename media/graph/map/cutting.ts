/**
 * All that is drawn from a place, worked out in slices: the cut, the edges between its things, and those that are kept. Pure.
 */

import type { Camera } from '../looks.ts';
import type { Size } from '../near/view.ts';
import { cut, margin } from './cut.ts';
import { type Drawn, placesOf } from './drawn.ts';
import { gather } from './gather.ts';
import { kept } from './keep.ts';
import type { Work } from './slices.ts';
import type { Known } from './store.ts';
import { longLine } from './strokes.ts';

/** @param focus the node that one stands on, and those around it that are drawn whatever they stand in */
export function* cutting(
  { whole, left }: Known,
  camera: Camera,
  size: Size,
  focus: { readonly node: number; readonly around: readonly number[] } | undefined,
): Work<Pick<Drawn, 'whole' | 'left' | 'camera' | 'cut' | 'pairs' | 'kept'>> {
  const made = cut(whole, left, camera, size, focus ? [focus.node, ...focus.around] : []);
  yield;
  const pairs = yield* gather(whole, left, made);
  const places = placesOf(whole, made);
  return {
    whole,
    left,
    camera,
    cut: made,
    pairs,
    kept: yield* kept(pairs, places, seenFrom(camera, size, places), longLine / camera.scale),
  };
}

/** 1 for things on the stage or so near that one soon pans to them. */
function seenFrom(camera: Camera, { width, height }: Size, { x, y }: { x: Float32Array; y: Float32Array }): Uint8Array {
  const beyond = 0.5 + margin / 2;
  return Uint8Array.from(x, (at, thing) => {
    const isIn = Math.abs(at - camera.x) * camera.scale < width * beyond;
    return isIn && Math.abs(y[thing]! - camera.y) * camera.scale < height * beyond ? 1 : 0;
  });
}
