/**
 * A Bloom filter over the pairs of neighbouring words of a text: whether a name can stand in it, without the text. Four
 * to eight bits a pair, two probes: of the texts without a pair of words one in ten is taken to hold it, and a name has
 * several pairs.
 */
export type WordFilter = Uint32Array;

/** The number of two words in a row. */
export const pairOf = (a: number, b: number): number => {
  const mixed = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

/** The filter of a text's pairs (`pairOf`), the first `count` of a column. */
export function makeFilter(pairs: Int32Array, count: number): WordFilter {
  const filter = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1, (count * 4) / 32))));
  const mask = filter.length * 32 - 1;
  for (let at = 0; at < count; at++) {
    const pair = pairs[at]!;
    const other = second(pair);
    filter[(pair & mask) >>> 5]! |= 1 << (pair & 31);
    filter[(other & mask) >>> 5]! |= 1 << (other & 31);
  }
  return filter;
}

/** Whether a text with this filter can hold these words (hashes) in a row. Never a wrong no. */
export function mayHold(filter: WordFilter, hashes: readonly number[]): boolean {
  const mask = filter.length * 32 - 1;
  const has = (bit: number): boolean => (filter[(bit & mask) >>> 5]! & (1 << (bit & 31))) !== 0;
  for (let at = 1; at < hashes.length; at++) {
    const pair = pairOf(hashes[at - 1]!, hashes[at]!);
    if (!has(pair) || !has(second(pair))) return false;
  }
  return true;
}

function second(pair: number): number {
  const mixed = Math.imul(pair, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
