const BITS = 6;
const SIZE = 1 << BITS;
const MASK = SIZE - 1;

/**
 * An immutable list by number: `with` answers a new list that shares all but one short board with the old one, so that a
 * keystroke in a corpus of 100,000 documents copies two small arrays.
 */
export class Shelf<T> {
  readonly length: number;
  readonly #boards: readonly (readonly (readonly T[])[])[];

  private constructor(boards: readonly (readonly (readonly T[])[])[], length: number) {
    this.#boards = boards;
    this.length = length;
  }

  static empty<T>(): Shelf<T> {
    return new Shelf<T>([], 0);
  }

  static of<T>(values: readonly T[]): Shelf<T> {
    const cut = <U>(list: readonly U[]): (readonly U[])[] =>
      Array.from({ length: Math.ceil(list.length / SIZE) }, (_, at) => list.slice(at * SIZE, (at + 1) * SIZE));
    return new Shelf<T>(cut(cut(values)), values.length);
  }

  get(index: number): T | undefined {
    return this.#boards[index >>> (2 * BITS)]?.[(index >>> BITS) & MASK]?.[index & MASK];
  }

  /** The list with other values in some places; places behind the end are filled up with `undefined`. */
  with(changes: ReadonlyMap<number, T>): Shelf<T> {
    if (changes.size === 0) return this;
    const boards = this.#boards.slice() as T[][][];
    const fresh = new Set<unknown>();
    let length = this.length;
    for (const [index, value] of changes) {
      const outer = own(boards, index >>> (2 * BITS), fresh);
      const inner = own(outer, (index >>> BITS) & MASK, fresh);
      inner[index & MASK] = value;
      length = Math.max(length, index + 1);
    }
    return new Shelf<T>(boards, length);
  }

  /** All places from 0, those without a value among them. */
  keys(): IterableIterator<number> {
    return Array(this.length).keys();
  }

  /** Where this list and another one that it was made from, or that was made from it, may differ: boards they share are not looked at. */
  *unlike(other: Shelf<T>): IterableIterator<number> {
    const most = (a: readonly unknown[] = [], b: readonly unknown[] = []): number => Math.max(a.length, b.length);
    for (let high = 0; high < most(this.#boards, other.#boards); high++) {
      const [outer, before] = [this.#boards[high], other.#boards[high]];
      if (outer === before) continue;
      for (let middle = 0; middle < most(outer, before); middle++) {
        const [inner, was] = [outer?.[middle], before?.[middle]];
        if (inner === was) continue;
        for (let low = 0; low < most(inner, was); low++)
          if (inner?.[low] !== was?.[low]) yield (high << (2 * BITS)) | (middle << BITS) | low;
      }
    }
  }

  *[Symbol.iterator](): IterableIterator<readonly [number, T]> {
    for (const [high, outer] of this.#boards.entries()) {
      for (const [middle, inner] of (outer ?? []).entries()) {
        for (const [low, value] of (inner ?? []).entries()) {
          if (value !== undefined) yield [(high << (2 * BITS)) | (middle << BITS) | low, value];
        }
      }
    }
  }
}

/** The array at `index`, copied unless this change already did so. */
function own<T>(parent: T[][], index: number, fresh: Set<unknown>): T[] {
  const known = parent[index];
  if (known !== undefined && fresh.has(known)) return known;
  const copy = known ? known.slice() : [];
  fresh.add(copy);
  parent[index] = copy;
  return copy;
}
