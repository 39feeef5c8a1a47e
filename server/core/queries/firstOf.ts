/**
 * The first of some items in an order, `most` at most: of a hundred thousand, nobody has to sort all for the ten that are told.
 * Equal ones stay as they were.
 */
export function firstOf<T>(items: Iterable<T>, order: (a: T, b: T) => number, most: number): T[] {
  const kept: T[] = [];
  for (const item of items) {
    if (kept.length === most && (most === 0 || order(item, kept[most - 1]!) >= 0)) continue;
    kept.splice(placeIn(kept, item, order), 0, item);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

/** Behind all that come before it, or are equal. */
function placeIn<T>(kept: readonly T[], item: T, order: (a: T, b: T) => number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(kept[middle]!, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
