/** Strings to small numbers and back. It only grows, so that snapshots of all ages can share it. */
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
    this.#numbers.set(key, this.#strings.length);
    this.#strings.push(key);
    return this.#strings.length - 1;
  }

  find(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  string(number: number): string {
    return this.#strings[number] ?? '';
  }
}
