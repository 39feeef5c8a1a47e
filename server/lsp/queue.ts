import type { Log } from './guard.ts';

/** Work that must not overlap, one piece after the other. A piece that fails is logged, and stops nothing. */
export class Queue {
  readonly #log: Log;
  #last: Promise<void> = Promise.resolve();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Resolves when all that was added before is done. Never rejects. */
  readonly idle = (): Promise<void> => this.#last;

  add(work: () => void | Promise<void>): void {
    this.#last = this.#last.then(work).catch(this.#log.failed);
  }
}
