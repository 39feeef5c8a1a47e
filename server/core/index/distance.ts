/** Two rows of the table, used again from call to call: a suggestion compares dozens of titles. */
let above = new Uint16Array(256);
let row = new Uint16Array(256);

/** Levenshtein distance of two sequences up to `most`; anything larger where they are farther apart. */
export function distance(a: ArrayLike<unknown>, b: ArrayLike<unknown>, most: number): number {
  let [from, ends] = [0, 0];
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length - short.length > most) return most + 1;
  // What both begin and end with costs nothing: mostly that is all but a few letters.
  while (from < short.length && long[from] === short[from]) from++;
  while (ends < short.length - from && long[long.length - 1 - ends] === short[short.length - 1 - ends]) ends++;
  const [width, height] = [short.length - from - ends, long.length - from - ends];
  if (width === 0) return height;
  if (width >= row.length) {
    above = new Uint16Array(2 * width);
    row = new Uint16Array(2 * width);
  }
  for (let at = 0; at <= width; at++) row[at] = at;
  for (let down = 1; down <= height; down++) {
    [above, row] = [row, above];
    // Farther than `most` from the diagonal no way leads back.
    const [first, last] = [Math.max(1, down - most), Math.min(width, down + most)];
    row[first - 1] = first === 1 ? down : most + 1;
    if (last < width) row[last + 1] = most + 1;
    let least = row[first - 1]!;
    const unit = long[from + down - 1];
    for (let at = first; at <= last; at++) {
      const change = unit === short[from + at - 1] ? 0 : 1;
      const next = Math.min(above[at]! + 1, row[at - 1]! + 1, above[at - 1]! + change);
      row[at] = next;
      if (next < least) least = next;
    }
    if (least > most) return most + 1;
  }
  return row[width]!;
}
