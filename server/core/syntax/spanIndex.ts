import { overlaps, type Span } from '../text/span.ts';

/**
 * Items of a text by where they stand, in whatever order they come: a long file has thousands of blocks and thousands of
 * links, and each block asks for its own.
 */
export class SpanIndex<T> {
  readonly #items: readonly T[];
  readonly #spanOf: (item: T) => Span;
  /** The furthest end of the items up to each: one may hold the next, as a link holds its picture. */
  readonly #reach: readonly number[];

  constructor(items: readonly T[], spanOf: (item: T) => Span) {
    this.#items = [...items].sort((a, b) => spanOf(a).start - spanOf(b).start);
    this.#spanOf = spanOf;
    let reach = 0;
    this.#reach = this.#items.map((item) => (reach = Math.max(reach, spanOf(item).end)));
  }

  /** Those that share a character with `within`, by their start. */
  overlapping(within: Span): T[] {
    const found: T[] = [];
    for (let at = this.#firstBehind(within.start); at < this.#items.length; at++) {
      const item = this.#items[at]!;
      if (this.#spanOf(item).start >= within.end) break;
      if (overlaps(this.#spanOf(item), within)) found.push(item);
    }
    return found;
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
