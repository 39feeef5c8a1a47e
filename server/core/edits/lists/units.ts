import { itemAt } from '../../syntax/blocks.ts';
import type { Entry, Section } from '../../syntax/summary.ts';
import { behindInk, firstInk, type Span, span } from '../../text/span.ts';

/** An entry of a list with all that goes with it: its dash, and what is said of it. */
export interface Unit extends Span {
  readonly entry: Entry;
}

/** The entries of a section as they stand in its text, in order. */
export function unitsOf(text: string, { entries, heading }: Section): Unit[] {
  let from = heading.end;
  return entries.map((entry) => {
    const start = startOf(text, entry.span, from);
    from = entry.span.end;
    return { start, end: entry.span.end, entry };
  });
}

/** Where the dash of an item stands: before it in the line, or alone on the line above it (001, "Related concepts"). */
function startOf(text: string, at: Span, from: number): number {
  const start = Math.max(from, lineStart(text, at.start));
  const ink = firstInk(text, start, at.start);
  // `- Why mud sticks`
  if (ink < at.start) return itemAt(text, span(ink, at.end)) ? ink : at.start;
  const above = behindInk(text, from, start);
  const dash = lineStart(text, Math.max(from, above - 1));
  const first = firstInk(text, Math.max(from, dash), above);
  const item = above > from && first < above ? itemAt(text, span(first, above)) : undefined;
  return item && item.start === item.end ? first : at.start;
}

export function lineStart(text: string, offset: number): number {
  // A search for the one would go through all of a text that has only the other.
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}
