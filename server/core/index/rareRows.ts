import { type KeyColumns, piecesOf, rowsWith } from './keyColumns.ts';

/** So many words a name may be off, and be near all the same. */
const MOST_OFF = 3;

/** So many rows are compared: a key of words that stand in every other title comes near to none of them. */
const MOST_ROWS = 3000;

/**
 * The rows of keys that may be few words away from this one. A word that is another one takes at most its own two pieces with it,
 * so that of seven pieces one is left: to look at the rows with the rarest seven is enough, and they are few however many keys
 * there are.
 */
export function rowsNear(columns: KeyColumns, key: string): Set<number> {
  const lists = piecesOf(key).map((piece) => rowsWith(columns, piece));
  lists.sort((a, b) => a.length - b.length);
  const rows = new Set<number>();
  for (const list of lists.slice(0, 2 * MOST_OFF + 1)) {
    if (rows.size + list.length > MOST_ROWS) break;
    for (const row of list) rows.add(row);
  }
  return rows;
}
