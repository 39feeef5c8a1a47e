/**
 * Items that have nothing to do with each other in pieces of `most` at most, several in any case: those of a folder come together,
 * and small folders that follow each other do.
 *
 * @param folders a number for each item
 */
export function pieces(folders: Uint32Array, most: number): Uint32Array[] {
  const items = Uint32Array.from(folders, (_, item) => item).sort((a, b) => folders[a]! - folders[b]! || a - b);
  const ends: number[] = [];
  let start = 0;
  const cutAt = (end: number): void => {
    ends.push(end);
    start = end;
  };
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    while (to < items.length && folders[items[to]!] === folders[items[from]!]) to++;
    if (to - start > most && start < from) cutAt(from);
    // A folder that is too large for one piece is cut evenly.
    const cuts = Math.ceil((to - start) / most);
    const first = start;
    for (let cut = 1; cut < cuts; cut++) cutAt(first + Math.round((cut * (to - first)) / cuts));
    from = to;
  }
  ends.push(items.length);
  if (ends.length === 1 && items.length > 1) ends.unshift(items.length >> 1);
  return ends.map((end, at) => items.subarray(at === 0 ? 0 : ends[at - 1]!, end));
}
