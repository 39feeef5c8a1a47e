/**
 * Where one looks at the map, and the ways from here to there: jumps, flights, and the reader's own hands.
 */

import type { Camera } from '../looks.ts';
import { still } from '../motion.ts';
import type { Size } from '../near/view.ts';
import { flight } from './camera.ts';

/** A flight takes so long, in milliseconds. */
const flightTime = 550;

export interface View {
  camera(): Camera;
  /** Goes there: at once, or flying where things may move. */
  go(to: Camera, size: Size, how: 'jump' | 'fly'): void;
  /** Moves on with time; answers whether it moves. */
  step(now: number): boolean;
}

export function createView(at: Camera): View {
  let camera = at;
  let flying: { readonly way: (share: number) => Camera; began: number | undefined } | undefined;
  return {
    camera: () => camera,
    go: (to, size, how) => {
      flying = undefined;
      if (how === 'jump' || still()) camera = to;
      else flying = { way: flight(camera, to, size), began: undefined };
    },
    step: (now) => {
      if (!flying) return false;
      flying.began ??= now;
      const share = Math.min(1, (now - flying.began) / flightTime);
      camera = flying.way(share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2);
      if (share >= 1) flying = undefined;
      return true;
    },
  };
}
