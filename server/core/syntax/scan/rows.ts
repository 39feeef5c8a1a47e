/**
 * A line of Markdown as the scanner sees it, its white space counted and gone. Inside a quote or an item the row begins
 * behind what belongs to the container, so that a row never knows how deep it stands.
 */
export interface Row {
  /** Offset of the first character that is not white space; of the line's end for a blank row. */
  readonly start: number;
  /** Offset of the line's end. */
  readonly end: number;
  /** Columns of white space before `start`, a tab reaching to the next multiple of four; -1 for a blank row. */
  readonly indent: number;
  /** The column that `start` stands in, for tabs behind it. */
  readonly column: number;
}

const SPACE = 32;
const TAB = 9;
const CR = 13;

/** All rows of a text from `from`. Lines end with `\n` or `\r\n`; a text with a bare `\r` is not scanned. */
export function rowsOf(text: string, from: number): Row[] {
  const rows: Row[] = [];
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    const end = newline > start && text.charCodeAt(newline - 1) === CR ? newline - 1 : next;
    rows.push(rowAt(text, start, end, 0));
    start = next + 1;
  }
  return rows;
}

/** The row from `start`, which stands in `column`, to the line's end. */
export function rowAt(text: string, start: number, end: number, column: number): Row {
  let at = start;
  let reached = column;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) reached++;
    else if (unit === TAB) reached += 4 - (reached % 4);
    else return { start: at, end, indent: reached - column, column: reached };
  }
  return { start: end, end, indent: -1, column: reached };
}

/** The row inside a container that takes `columns` of its white space. */
export function inside(row: Row, columns: number): Row {
  return row.indent < 0 ? row : { ...row, indent: row.indent - columns };
}

export const isBlank = (row: Row): boolean => row.indent < 0;
