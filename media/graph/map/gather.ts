/**
 * Edges between the things that are drawn, gathered from all edges of the corpus. Pure.
 */
import type { Cut } from './cut.ts';
import type { Left } from './left.ts';
import { stretches, type Work } from './slices.ts';
import type { Whole } from './whole.ts';

/** Pairs of things with edges between them, whichever way these run; the n-th value of each column is of the n-th pair. */
export interface Pairs {
  readonly count: number;
  /** Numbers of things; `a` is the lower one. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** How many edges there are between them, and the first of them. */
  readonly weights: Uint32Array;
  readonly firsts: Uint32Array;
}

/** All pairs, in no particular order. */
export function* gather({ edges }: Whole, left: Left, { thing, closed, nodes }: Cut): Work<Pairs> {
  const things = closed.length + nodes.length;
  const table = createTable();
  yield* stretches(edges.sources.length, (from, to) => {
    for (let edge = from; edge < to; edge++) {
      const [one, other] = [thing[edges.sources[edge]!]!, thing[edges.targets[edge]!]!];
      if (one < 0 || other < 0 || one === other || !left.roles[edges.roles[edge]!]) continue;
      table.add(one < other ? one * things + other : other * things + one, edge);
    }
  });
  return yield* table.pairs(things);
}

const empty = 0xffff_ffff;

/** A table with open addressing: keys are pairs of things, less than 2000 × 2000, as one number. */
function createTable() {
  let mask = (1 << 13) - 1;
  let keys = new Uint32Array(mask + 1).fill(empty);
  let weights = new Uint32Array(mask + 1);
  let firsts = new Uint32Array(mask + 1);
  let count = 0;

  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e37_79b1) >>> 7) & mask;
    while (keys[slot] !== key && keys[slot] !== empty) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const before = { keys, weights, firsts };
    mask = (mask + 1) * 4 - 1;
    keys = new Uint32Array(mask + 1).fill(empty);
    weights = new Uint32Array(mask + 1);
    firsts = new Uint32Array(mask + 1);
    before.keys.forEach((key, at) => {
      if (key === empty) return;
      const slot = slotOf(key);
      keys[slot] = key;
      weights[slot] = before.weights[at]!;
      firsts[slot] = before.firsts[at]!;
    });
  };
  return {
    add(key: number, edge: number): void {
      const slot = slotOf(key);
      if (keys[slot] === empty) {
        keys[slot] = key;
        firsts[slot] = edge;
        weights[slot] = 1;
        if (++count * 2 > mask) grow();
      } else weights[slot]!++;
    },
    *pairs(things: number): Work<Pairs> {
      const [a, b] = [new Uint32Array(count), new Uint32Array(count)];
      const told = { weights: new Uint32Array(count), firsts: new Uint32Array(count) };
      let next = 0;
      yield* stretches(mask + 1, (from, to) => {
        for (let slot = from; slot < to; slot++) {
          const key = keys[slot]!;
          if (key === empty) continue;
          a[next] = Math.floor(key / things);
          b[next] = key % things;
          told.weights[next] = weights[slot]!;
          told.firsts[next++] = firsts[slot]!;
        }
      });
      return { count, a, b, ...told };
    },
  };
}
