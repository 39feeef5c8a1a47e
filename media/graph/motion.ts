/**
 * Work and movement over time: a layout run in slices, and places gliding from here to there. Nothing is scheduled when
 * nothing moves.
 */
import type { Place, Settling } from './near/layout.ts';
import type { Spot } from './near/view.ts';

/** Stops what was started; harmless when it is over. */
export type Stop = () => void;

/** How long the layout may hold the page before it lets it breathe, in milliseconds. */
const slice = 10;
/** How long nodes take to glide, in milliseconds. */
const glideTime = 250;

/** Does something in a turn of its own. */
export function soon(act: () => void): Stop {
  const timer = window.setTimeout(act);
  return () => window.clearTimeout(timer);
}

/** Runs a layout to rest in slices, off screen, then calls `done` with the places. */
export function settle(work: Settling, done: (places: Map<string, Place>) => void): Stop {
  let stop: Stop = () => {};
  const run = (): void => {
    const until = performance.now() + slice;
    let atRest = false;
    while (!atRest && performance.now() < until) atRest = work.tick();
    stop = soon(atRest ? () => done(work.places()) : run);
  };
  stop = soon(run);
  return () => stop();
}

/** Whether things should jump rather than glide: the reader wants less motion, or is not looking. */
export function still(): boolean {
  const reduced = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return reduced || document.hidden || document.body.classList.contains('vscode-reduced-motion');
}

/** Calls `frame` with every state of the way from `from` to `to`, the last being `to` itself, then `done`. */
export function glide(
  from: ReadonlyMap<string, Spot>,
  to: ReadonlyMap<string, Spot>,
  frame: (spots: ReadonlyMap<string, Spot>) => void,
  done: () => void,
): Stop {
  let began: number | undefined;
  let request = 0;
  const step = (now: number): void => {
    began ??= now;
    const passed = Math.min(1, (now - began) / glideTime);
    const eased = 1 - (1 - passed) ** 3;
    frame(passed === 1 ? to : between(from, to, eased));
    if (passed === 1) done();
    else request = requestAnimationFrame(step);
  };
  request = requestAnimationFrame(step);
  return () => cancelAnimationFrame(request);
}

/** The state a share (0 to 1) of the way from `from` to `to`; what was not there before stands at its end already. */
export function between(
  from: ReadonlyMap<string, Spot>,
  to: ReadonlyMap<string, Spot>,
  share: number,
): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const [id, end] of to) {
    const start = from.get(id) ?? end;
    const x = start.x + (end.x - start.x) * share;
    spots.set(id, { ...end, x, y: start.y + (end.y - start.y) * share });
  }
  return spots;
}
