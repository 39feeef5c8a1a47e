import type { SharedLexicon } from '../../core/index.ts';

// What goes between the server and a thread that reads for it: columns that change hands without being copied. Numbers of
// names and spellings are the thread's own; each answer tells those that are new in it, in the order of their numbers.

export type Order =
  | { readonly kind: 'condense'; readonly paths: readonly string[] }
  | { readonly kind: 'learn'; readonly lexicon: SharedLexicon }
  | { readonly kind: 'scan'; readonly paths: readonly string[]; readonly lengths: Int32Array; readonly prose: Rows };

/** Several runs of integers in one: `ends[3]` is where the fourth ends. */
export interface Rows {
  readonly values: Int32Array;
  readonly ends: Int32Array;
}

export interface Condensed {
  /** For each file, what it is: an index into `STATES`. */
  readonly states: Uint8Array;
  /** For each file; empty for one that is no document. */
  readonly sheets: Rows;
  readonly prose: Rows;
  /** For each file whose state is `problem`, why it could not be read. */
  readonly problems: readonly string[];
  readonly keys: readonly string[];
  readonly spellings: readonly string[];
}

export const STATES = ['document', 'present', 'gone', 'problem'] as const;

export interface Scanned {
  readonly occurrences: Rows;
  /** For each document; empty for one that is another file now. */
  readonly filters: Rows;
  readonly spellings: readonly string[];
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
