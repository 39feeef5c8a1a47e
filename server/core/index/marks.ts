/** A set of small numbers that is empty again in no time. */
export class Marks {
  #marks = new Uint32Array(1024);
  #round = 1;

  clear(): void {
    this.#round++;
  }

  has(number: number): boolean {
    return this.#marks[number] === this.#round;
  }

  /** Whether the number was not in the set before. */
  set(number: number): boolean {
    if (this.has(number)) return false;
    if (number >= this.#marks.length) {
      const marks = new Uint32Array(Math.max(number + 1, 2 * this.#marks.length));
      marks.set(this.#marks);
      this.#marks = marks;
    }
    this.#marks[number] = this.#round;
    return true;
  }
}
