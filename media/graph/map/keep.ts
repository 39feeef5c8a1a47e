/**
 * Which edges are drawn without being asked for: the heaviest, and so few for each thing that there is no hairball. Pure.
 */
import { mostThings } from './cut.ts';
import type { Pairs } from './gather.ts';
import { stretches, type Work } from './slices.ts';

/** No more lines than this are drawn: what is brought out has at most one to every thing, and comes on top of those kept here. */
export const mostLines = 8000;
const mostKept = mostLines - mostThings;

/** Each thing keeps so many for its own sake, of which so many are long, and takes part in so many that others keep. */
const own = 3;
const ownLong = 1;
const others = 12;

const buckets = 4096;

/**
 * Indices of the pairs that are drawn, the heaviest first. Of equally heavy ones the shorter: long lines cross everything.
 *
 * @param places where things are, in units of the map
 * @param seen 1 for things that are on the stage: a line between two others tells nothing
 * @param long from which length on a line is long: it crosses what it has nothing to do with
 */
export function* kept(
  pairs: Pairs,
  { x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  seen: Uint8Array,
  long: number,
): Work<Uint32Array> {
  const { order } = yield* ranked(pairs, x, y);
  const degree = new Uint16Array(x.length);
  const chosen = new Uint32Array(Math.min(pairs.count, mostKept));
  let count = 0;
  yield* stretches(pairs.count, (from, to) => {
    for (let at = from; at < to && count < mostKept; at++) {
      const pair = order[at]!;
      const [a, b] = [pairs.a[pair]!, pairs.b[pair]!];
      if (!seen[a] && !seen[b]) continue;
      const [fewer, more] = degree[a]! < degree[b]! ? [degree[a]!, degree[b]!] : [degree[b]!, degree[a]!];
      const isLong = Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!) > long;
      if (fewer >= (isLong ? ownLong : own) || more >= others) continue;
      degree[a]!++;
      degree[b]!++;
      chosen[count++] = pair;
    }
  });
  return chosen.slice(0, count);
}

/** All pairs by weight and nearness, counted into buckets: sorting hundreds of thousands would hold the page. */
function* ranked(pairs: Pairs, x: ArrayLike<number>, y: ArrayLike<number>): Work<{ order: Uint32Array }> {
  const rank = new Uint16Array(pairs.count);
  const starts = new Uint32Array(buckets + 1);
  const order = new Uint32Array(pairs.count);
  yield* stretches(pairs.count, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      const [a, b] = [pairs.a[pair]!, pairs.b[pair]!];
      const length = Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
      const weight = 180 * Math.log2(1 + pairs.weights[pair]!) - 90 * Math.log2(1 + length);
      // The heaviest come into the lowest bucket.
      rank[pair] = Math.max(0, Math.min(buckets - 1, Math.round(buckets / 2 - weight)));
      starts[rank[pair]! + 1]!++;
    }
  });
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
  yield* stretches(pairs.count, (from, to) => {
    for (let pair = from; pair < to; pair++) order[starts[rank[pair]!]!++] = pair;
  });
  return { order };
}
