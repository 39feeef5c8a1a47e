/** Throws that are the same every time: what is laid out twice is laid out alike. From 0 up to 1 (linear congruential, Numerical Recipes). */
export function dice(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
