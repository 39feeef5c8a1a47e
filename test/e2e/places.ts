/** Where something stands in a text, in the ways in which VS Code counts. */

/** As the harness sets it. */
export const TAB_SIZE = 4;

export interface Place {
  /** From 1, in UTF-16 units and without a byte order mark: what `::offset` in the quick input takes. */
  offset: number;
  /** Both from 1: what the status bar shows. */
  line: number;
  column: number;
}

/**
 * Finds the first character of `text`.
 *
 * @param occurrence which one of several, from 1
 * @throws Error where the content has fewer of them
 */
export function findPlace(content: string, text: string, occurrence: number): Place {
  const counted = content.replace(/^\ufeff/, '');
  let start = -1;
  for (let found = 0; found < occurrence; found++) {
    start = counted.indexOf(text, start + 1);
    if (start < 0) throw new Error(`“${text}” is there ${found} times, and not ${occurrence}`);
  }
  const lines = counted.slice(0, start).split(/\r\n|\n|\r/);
  return { offset: start + 1, line: lines.length, column: shownColumn(lines.at(-1)!) };
}

/** The column after `before`: characters and not UTF-16 units, and a tab up to the next stop. */
function shownColumn(before: string): number {
  let column = 0;
  for (const character of before) column = character === '\t' ? column + TAB_SIZE - (column % TAB_SIZE) : column + 1;
  return column + 1;
}
