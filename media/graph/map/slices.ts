/**
 * Long work in slices, so that the page breathes between them.
 */

/** Stops what was started; harmless when it is over. */
export type Stop = () => void;

/** Work that stops for breath wherever it says `yield`. */
export type Work<T> = Generator<undefined, T, undefined>;

/** How long work may hold the page, in milliseconds. */
const slice = 6;

/** Does all of it now. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does it in slices, then calls `done`. The first slice is now: what is short is done when this returns. */
export function inSlices<T>(work: Work<T>, done: (result: T) => void): Stop {
  // A message comes sooner than a timer, which browsers hold back by 4 ms each.
  const { port1, port2 } = new MessageChannel();
  const stop = (): void => {
    port1.onmessage = null;
    port1.close();
  };
  const run = (): void => {
    const until = performance.now() + slice;
    for (;;) {
      const step = work.next();
      if (step.done) {
        stop();
        done(step.value);
        return;
      }
      if (performance.now() >= until) break;
    }
    port2.postMessage(null);
  };
  port1.onmessage = run;
  run();
  return stop;
}

/** Goes through `count` things in stretches of a fraction of a millisecond. A plain loop in `act` is faster than one that yields. */
export function* stretches(count: number, act: (from: number, to: number) => void, length = 16_384): Work<void> {
  for (let from = 0; from < count; from += length) {
    act(from, Math.min(count, from + length));
    yield;
  }
}
