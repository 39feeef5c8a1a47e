/** What the server's memory was once, in bytes, and what kept it going. */
export interface Sample {
  /** Hours since the beginning. */
  readonly at: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
  readonly resources: Readonly<Record<string, number>>;
}

/** Nineteen times in twenty the true slope is no less than the least one. */
const SURE = 1.645;

/**
 * The slope that most agree on: the median of the slopes between any two points (Theil and Sen). One sample in the middle of something
 * does not count for much. And the least that it may truly be, however much the points go up and down (Kendall's limits for it).
 */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): { slope: number; least: number } {
  const slopes = points.flatMap(([x, y], at) => points.slice(at + 1).map(([u, v]) => (v - y) / (u - x)));
  const count = points.length;
  const spread = SURE * Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  const sorted = slopes.sort((a, b) => a - b);
  return { slope: median(sorted), least: sorted[Math.max(0, Math.floor((sorted.length - spread) / 2))]! };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Kinds of handles and timers of which there are always more at the end than there ever were in the first third, and so many:
 * in few samples one that comes and goes may be met each time.
 */
export function moreResources(samples: readonly Sample[], spare: number): string[] {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const [first, last] = [samples.slice(0, third), samples.slice(-third)];
  const kinds = new Set(samples.flatMap(({ resources }) => Object.keys(resources)));
  return [...kinds].flatMap((kind) => {
    const [before, after] = [
      Math.max(...first.map(({ resources }) => resources[kind] ?? 0)),
      Math.min(...last.map(({ resources }) => resources[kind] ?? 0)),
    ];
    return after > before + spare ? [`${kind}: ${after} instead of ${before}`] : [];
  });
}
