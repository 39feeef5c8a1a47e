/**
 * Offsets of line starts, ascending from 0: all that is needed to turn an offset into a line and a character.
 * Line ends are `\n`, `\r\n` and `\r` (LSP 3.17, "Text Documents").
 */
export type LineStarts = Uint32Array;

/** Zero-based line, and UTF-16 character in it. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** How the lines of a text end: as its first one does. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

export function lineStarts(text: string): LineStarts {
  const starts = [0];
  // Texts with `\r` are rare; without one, jumping from `\n` to `\n` is an order of magnitude faster than a loop.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  } else {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === CR && text.charCodeAt(at + 1) === LF) at++;
      if (unit === LF || unit === CR) starts.push(at + 1);
    }
  }
  return Uint32Array.from(starts);
}

/** The zero-based line that `offset` stands in: the last one that starts at or before it. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function positionAt(starts: LineStarts, offset: number): Position {
  const line = lineAt(starts, Math.max(0, offset));
  return { line, character: Math.max(0, offset - starts[line]!) };
}

/** The offset of a position in `text`, always whole; a position outside is moved to the nearest place inside (LSP, "Position"). */
export function offsetAt(text: string, starts: LineStarts, position: Position): number {
  if (!(position.line >= 0)) return 0;
  if (position.line >= starts.length) return text.length;
  // A client may send `1.5`, which is in line 1.
  const line = Math.floor(position.line);
  const start = starts[line]!;
  let end = starts[line + 1] ?? text.length;
  while (end > start && (text.charCodeAt(end - 1) === LF || text.charCodeAt(end - 1) === CR)) end--;
  return position.character >= 0 ? Math.min(start + Math.floor(position.character), end) : start;
}
