import type { Words } from '../text/words.ts';

/**
 * A Bloom filter over the pairs of neighbouring words of a text: whether a name can stand in it, without the text.
 * About ten bits a pair, two probes: one text in twenty-five is looked at for nothing per pair of the name, and a name
 * has several.
 */
export type WordFilter = Uint32Array;

/** `breaks` are the word counts at which prose is interrupted: no pair is made across one. */
export function makeFilter(words: Words, breaks: readonly number[]): WordFilter {
  const filter = new Uint32Array(sizeFor(words.count));
  let next = 0;
  for (let at = 1; at < words.count; at++) {
    while (next < breaks.length && breaks[next]! < at) next++;
    if (breaks[next] === at) continue;
    const pair = hashOfPair(words.hashes[at - 1]!, words.hashes[at]!);
    set(filter, pair);
    set(filter, second(pair));
  }
  return filter;
}

/** Whether a text with this filter can hold these words (hashes) in a row. Never a wrong no. */
export function mayHold(filter: WordFilter, hashes: readonly number[]): boolean {
  for (let at = 1; at < hashes.length; at++) {
    const pair = hashOfPair(hashes[at - 1]!, hashes[at]!);
    if (!has(filter, pair) || !has(filter, second(pair))) return false;
  }
  return true;
}

/** 32-bit words for so many pairs: a power of two, at least ten bits a pair. */
function sizeFor(pairs: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, (pairs * 10) / 32)));
}

const hashOfPair = (a: number, b: number): number => Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
const second = (pair: number): number => Math.imul(pair ^ (pair >>> 16), 0xc2b2ae35);
const bit = (filter: WordFilter, hash: number): number => (hash ^ (hash >>> 15)) & (filter.length * 32 - 1);

function set(filter: WordFilter, hash: number): void {
  const at = bit(filter, hash);
  filter[at >>> 5]! |= 1 << (at & 31);
}

function has(filter: WordFilter, hash: number): boolean {
  const at = bit(filter, hash);
  return (filter[at >>> 5]! & (1 << (at & 31))) !== 0;
}
