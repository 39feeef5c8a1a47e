/** What was measured, by corpus, row and server. */
export class Book {
  readonly corpus: string;
  readonly #cells = new Map<string, Map<string, Cell>>();

  constructor(corpus: string) {
    this.corpus = corpus;
  }

  /** @param samples in milliseconds, or megabytes where the row's name says so. */
  record(row: string, server: string, samples: readonly number[]): void {
    this.#cell(row, server).samples.push(...samples);
  }

  /** Why there is no figure, or what is to be known of it. */
  say(row: string, server: string, words: string): void {
    this.#cell(row, server).words = words;
  }

  get rows(): string[] {
    return [...this.#cells.keys()];
  }

  get(row: string, server: string): Cell | undefined {
    return this.#cells.get(row)?.get(server);
  }

  #cell(row: string, server: string): Cell {
    const cells = this.#cells.get(row) ?? new Map<string, Cell>();
    this.#cells.set(row, cells);
    const cell = cells.get(server) ?? { samples: [], words: '' };
    cells.set(server, cell);
    return cell;
  }
}

export interface Cell {
  readonly samples: number[];
  words: string;
}

/** The smallest sample that `share` of the samples do not exceed: the nearest rank. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
