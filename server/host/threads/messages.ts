import type { Rows, SharedLexicon } from '../../core/index.ts';

// What goes between the server and a thread that reads for it: columns that change hands without being copied. Numbers of
// names and spellings are the thread's own; each answer tells those that are new in it, in the order of their numbers.

/** What a thread is started with. */
export interface ThreadData {
  readonly root: string;
  /** Where it is said what is worked on, and in which slot (`trailSlot`). */
  readonly trail?: string;
  readonly slot?: number;
}

export type Order =
  | { readonly kind: 'condense'; readonly paths: readonly string[] }
  | { readonly kind: 'stamp'; readonly paths: readonly string[] }
  | { readonly kind: 'learn'; readonly lexicon: SharedLexicon }
  | { readonly kind: 'scan'; readonly paths: readonly string[]; readonly lengths: Int32Array; readonly prose: Rows };

export interface Condensed {
  /** For each file, what it is: an index into `STATES`. */
  readonly states: Uint8Array;
  /** For each file; empty for one that is no document. */
  readonly sheets: Rows;
  readonly prose: Rows;
  /** For each file whose state is `problem`, why it could not be read. */
  readonly problems: readonly string[];
  /** For each file its stamp: size, time and hash; all -1 where it has none. */
  readonly stamps: Float64Array;
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
