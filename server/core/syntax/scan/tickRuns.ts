import { TICK } from './units.ts';

/** The runs of backticks in some lines by their length. They are asked for from left to right, so that it is done in one go. */
export class TickRuns {
  readonly #byWidth = new Map<number, { readonly starts: number[]; next: number }>();

  constructor(source: string) {
    for (let at = source.indexOf('`'); at >= 0; ) {
      let end = at + 1;
      while (source.charCodeAt(end) === TICK) end++;
      const runs = this.#byWidth.get(end - at);
      if (runs) runs.starts.push(at);
      else this.#byWidth.set(end - at, { starts: [at], next: 0 });
      at = source.indexOf('`', end);
    }
  }

  /** Where the next run of exactly `width` begins, or -1. */
  next(width: number, from: number): number {
    const runs = this.#byWidth.get(width);
    if (!runs) return -1;
    while (runs.next < runs.starts.length && runs.starts[runs.next]! < from) runs.next++;
    return runs.starts[runs.next] ?? -1;
  }
}
