import { Words } from '../text/words.ts';
import { bucketOf } from './keyColumns.ts';

const words = new Words();

/** `rea` and `tra` of `reasoning traces`, as numbers of buckets. Two beginnings may share one. */
export function beginnings(key: string): number[] {
  words.clear();
  words.read(key, 0, key.length);
  const found = new Set<number>();
  for (let at = 0; at < words.count; at++) {
    const [start, end] = [words.starts[at]!, words.ends[at]!];
    found.add(bucketOf(key, start, Math.min(start + 3, end), 1));
  }
  return [...found];
}
