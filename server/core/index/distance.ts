/** Levenshtein distance of two sequences up to `most`; anything larger where they are farther apart. */
export function distance(a: ArrayLike<string>, b: ArrayLike<string>, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 1; at <= a.length; at++) {
    const next: number[] = new Array(b.length + 1).fill(most + 1);
    next[0] = at;
    let least = at;
    // Farther than `most` from the diagonal no way leads back.
    for (let other = Math.max(1, at - most); other <= Math.min(b.length, at + most); other++) {
      const change = a[at - 1] === b[other - 1] ? 0 : 1;
      next[other] = Math.min(row[other]! + 1, next[other - 1]! + 1, row[other - 1]! + change);
      least = Math.min(least, next[other]!);
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}
