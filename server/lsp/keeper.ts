import type { Entry } from './entries.ts';

/** How long after the last change on disk corpora are kept for the next start, in milliseconds: all is written each time. */
const LATER = 30_000;

/** The same after they were read: soon, since there may be no later. */
const SOON = 200;

/** Keeps corpora for the next start, when the time has come. */
export class Keeper {
  readonly #entries: () => Iterable<Entry>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(entries: () => Iterable<Entry>) {
    this.#entries = entries;
  }

  /** All of them, as they are now. Never rejects. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    for (const { corpus } of this.#entries()) await corpus.keep();
  }

  keepSoon(): void {
    this.#keepIn(SOON);
  }

  keepLater(): void {
    this.#keepIn(LATER);
  }

  #keepIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), delay);
  }
}
