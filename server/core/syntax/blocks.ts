import type { LineStarts } from '../text/lines.ts';
import { behindInk, firstInk, type Span, span } from '../text/span.ts';

/** A line of plain text without the white space at its ends. */
export interface Line extends Span {
  /** Zero-based number. */
  readonly number: number;
  /** Whether it stands in a code fence, or is one of the fence's own lines. */
  readonly code: boolean;
}

/** The lines that are not blank. */
export function linesOf(text: string, starts: LineStarts): Line[] {
  const lines: Line[] = [];
  let fence = '';
  for (let number = 0; number < starts.length; number++) {
    const behind = starts[number + 1] ?? text.length;
    const start = firstInk(text, starts[number]!, behind);
    if (start === behind) continue;
    const end = behindInk(text, start, behind);
    const mark = fenceAt(text, start, end);
    const code = fence !== '' || mark !== '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && mark.length === end - start) fence = '';
    lines.push({ start, end, number, code });
  }
  return lines;
}

/** Three or more backticks or tildes at the start of a line, else nothing: a line like ```` ```mud``` ```` is a code span. */
function fenceAt(text: string, start: number, end: number): string {
  const unit = text.charCodeAt(start);
  if (unit !== BACKTICK && unit !== TILDE) return '';
  let behind = start;
  while (behind < end && text.charCodeAt(behind) === unit) behind++;
  if (behind - start < 3 || (unit === BACKTICK && text.slice(behind, end).includes('`'))) return '';
  return text.slice(start, behind);
}

const BACKTICK = 96;
const TILDE = 126;

/**
 * The blocks of some lines: in a spaced document a run of lines with no blank one between, in a dense one each line.
 * A line that opens an item (`- Why mud sticks`, or a lone `-`) opens a block in both.
 */
export function blocksOf(text: string, lines: readonly Line[], spaced: boolean): Span[] {
  const blocks: Span[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const joined = spaced && last !== undefined && line.number === last.number + 1 && !itemAt(text, line);
    if (joined && blocks.length > 0) blocks.push(span(blocks.pop()!.start, line.end));
    else blocks.push(span(line.start, line.end));
    last = line;
  }
  return blocks;
}

/** What follows a dash or bullet at the start of a line; empty where the dash stands alone; undefined without one. */
export function itemAt(text: string, line: Span): Span | undefined {
  if (!isBullet(text.charCodeAt(line.start))) return undefined;
  const start = firstInk(text, line.start + 1, line.end);
  if (start >= line.end) return span(line.end, line.end);
  return start > line.start + 1 ? span(start, behindInk(text, start, line.end)) : undefined;
}

const isBullet = (unit: number): boolean => unit === 45 || unit === 0x2022 || unit === 42; // - • *
