import { type KeyColumns, piecesOf, rowsWith } from './keyColumns.ts';

/** So many words may be other ones, and not half of them (`search.ts`). */
const MOST_OFF = 3;

/** So many of the rarest pieces are looked at beyond those that may be lost. */
const MORE = 4;

/** So many rows are counted: pieces of which each has thousands tell little. */
const MOST_LISTED = 6000;

/** So many of those that share most are compared: titles that differ by a number are all alike. */
const MOST_ROWS = 40;

/** By row, all zero between two questions: how many pieces each key shares with the one in question. */
let shared = new Uint8Array(0);

/**
 * The rows of keys that may be few words away from this one; others are among them. A word that is another one takes two pieces
 * with it at most: of so many, and some more, those are left. To look for the rarest is enough, and then few rows have them,
 * however many keys there are.
 */
export function rowsNear(columns: KeyColumns, key: string): number[] {
  // A letter in a short title may be another one as well.
  const lost = Math.max(2 * Math.min(MOST_OFF, Math.floor(0.4 * (key.split(' ').length + 1))), 3);
  const lists = piecesOf(key).map((piece) => rowsWith(columns, piece));
  lists.sort((a, b) => a.length - b.length);
  const rarest: Int32Array[] = [];
  let listed = 0;
  for (const list of lists.slice(0, lost + MORE)) {
    listed += list.length;
    if (listed > MOST_LISTED && rarest.length > 0) break;
    rarest.push(list);
  }
  const least = Math.max(1, rarest.length - lost);
  if (shared.length < columns.keys.length) shared = new Uint8Array(columns.keys.length);
  const rows: number[] = [];
  for (const list of rarest) for (const row of list) if (++shared[row]! === least) rows.push(row);
  if (rows.length > MOST_ROWS) {
    rows.sort((a, b) => shared[b]! - shared[a]! || a - b);
    rows.length = MOST_ROWS;
  }
  for (const list of rarest) for (const row of list) shared[row] = 0;
  return rows;
}
