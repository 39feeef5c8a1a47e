/** Several runs of integers in one: run 3 is `values` from `ends[2]` to `ends[3]`. */
export interface Rows {
  readonly values: Int32Array;
  readonly ends: Int32Array;
}

export function packed(runs: readonly Int32Array[]): Rows {
  const ends = new Int32Array(runs.length);
  let length = 0;
  for (const [at, run] of runs.entries()) {
    length += run.length;
    ends[at] = length;
  }
  const values = new Int32Array(length);
  for (const [at, run] of runs.entries()) values.set(run, ends[at]! - run.length);
  return { values, ends };
}

/** The runs again: views, nothing is copied. */
export const unpacked = ({ values, ends }: Rows): Int32Array[] =>
  Array.from(ends, (end, at) => values.subarray(at === 0 ? 0 : ends[at - 1]!, end));
