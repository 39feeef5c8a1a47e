/** A copy: a slice of a text would keep the whole of it in memory, since engines share what they cut. */
export function owned(slice: string): string {
  return ` ${slice}`.slice(1);
}

/**
 * Strings to small numbers and back. It only grows, so that snapshots of all ages can share it; what nobody uses any more is left
 * behind when a corpus is made anew (`renewal.ts`).
 */
export class Interner {
  readonly #numbers = new Map<string, number>();
  readonly #strings: string[] = [];

  get size(): number {
    return this.#strings.length;
  }

  /** The number of `key`, given out now where it has none. */
  number(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const own = owned(key);
    this.#numbers.set(own, this.#strings.length);
    this.#strings.push(own);
    return this.#strings.length - 1;
  }

  /** Gives texts their numbers in this order, where none has one yet. They are kept as they are, not copied. */
  fill(keys: readonly string[]): void {
    for (const key of keys) {
      this.#numbers.set(key, this.#strings.length);
      this.#strings.push(key);
    }
  }

  find(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  string(number: number): string {
    return this.#strings[number] ?? '';
  }
}
