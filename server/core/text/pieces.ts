import { type LineStarts, lineAt } from './lines.ts';
import { type Span, span, trimmed } from './span.ts';

/**
 * A span line by line, for those who may not go over a line's end (LSP 3.17, "Semantic Tokens"): of `Why mud\n> sticks` the
 * pieces `Why mud` and `sticks`, without line ends, white space at them and the marks of a block quote's next line. None is
 * empty.
 */
export function piecesOf(text: string, lines: LineStarts, whole: Span): Span[] {
  const first = lineAt(lines, whole.start);
  const last = lineAt(lines, whole.end);
  if (first === last) return whole.start < whole.end ? [whole] : [];
  const pieces: Span[] = [];
  for (let line = first; line <= last; line++) {
    const start = line === first ? whole.start : behindMarks(text, lines[line]!, whole.end);
    const piece = trimmed(text, span(start, Math.min(whole.end, lines[line + 1] ?? text.length)));
    if (piece.start < piece.end) pieces.push(piece);
  }
  return pieces;
}

/** Where the text of a line begins that goes on in a block quote: behind `> > ` of `> > sticks`. */
function behindMarks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '>')) at++;
  return at;
}
