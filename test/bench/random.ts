/** Numbers in [0, 1) that are the same for the same seed: mulberry32, 32 bits of state. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of them; with a `lean` above 1, the first ones more often, as words and notes are used. */
export function pick<T>(next: () => number, all: ArrayLike<T>, lean = 1): T {
  return all[Math.floor(all.length * next() ** lean)]!;
}
