import { overlaps, type Span } from '../text/span.ts';

/**
 * Items of a text by where they stand, in whatever order they come: a long file has thousands of blocks and thousands of
 * links, and each block asks for its own.
 */
export class SpanIndex<T> {
  readonly #items: readonly T[];
  readonly #spanOf: (item: T) => Span;
  /** The furthest end of the items up to each: one may hold the next, as a link holds its picture. */
  readonly #reach: number[] = [];

  constructor(items: readonly T[], spanOf: (item: T) => Span) {
    this.#items = isSorted(items, spanOf) ? items : [...items].sort((a, b) => spanOf(a).start - spanOf(b).start);
    this.#spanOf = spanOf;
    let reach = 0;
    for (const item of this.#items) {
      reach = Math.max(reach, spanOf(item).end);
      this.#reach.push(reach);
    }
  }

  /** Those that share a character with `within`, by their start. */
  overlapping(within: Span): readonly T[] {
    let found: T[] | undefined;
    for (let at = this.#firstBehind(within.start); at < this.#items.length; at++) {
      const item = this.#items[at]!;
      if (this.#spanOf(item).start >= within.end) break;
      if (!overlaps(this.#spanOf(item), within)) continue;
      if (found) found.push(item);
      else found = [item];
    }
    return found ?? NONE;
  }

  /** The first item that may end behind `offset`. */
  #firstBehind(offset: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#reach[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const NONE: readonly never[] = [];

function isSorted<T>(items: readonly T[], spanOf: (item: T) => Span): boolean {
  for (let at = 1; at < items.length; at++) if (spanOf(items[at - 1]!).start > spanOf(items[at]!).start) return false;
  return true;
}
