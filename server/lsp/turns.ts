/** How long work goes on at a stretch before other work has its turn, in milliseconds: a keystroke waits no longer. */
const STRETCH = 5;

/** Long work in stretches, so that questions are answered between them. */
export class Turns {
  #end = 0;

  /** Gives other work a turn where this one had its stretch. */
  async give(): Promise<void> {
    if (!this.isOver) return;
    await turn();
    this.#end = performance.now() + STRETCH;
  }

  /** Whether the stretch is over; it begins with the first question. */
  get isOver(): boolean {
    const now = performance.now();
    if (this.#end === 0) this.#end = now + STRETCH;
    return now >= this.#end;
  }
}

/** Resolves once the messages that wait have been heard. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
