import { oneLine } from '../text/fold.ts';
import { type Span, span, trimmed } from '../text/span.ts';
import { datesIn, newestOf, type YearMonth } from './dates.ts';

/** An item of a list that says when it was found: `• Clay holds water for weeks (2025-05, 2025-06).` */
export interface DatedItem {
  /** Without the bullet. */
  readonly span: Span;
  /** The same in one line. */
  readonly text: string;
  /** The newest of its dates. */
  readonly month: YearMonth;
  /** Where the last of its dates ends. */
  readonly dated: number;
}

/** The items of lists in a part of a text that have a date, in its order. A line that is indented goes on with an item. */
export function datedItemsIn(text: string, within: Span): DatedItem[] {
  return itemsIn(text, within).flatMap((at): DatedItem[] => {
    const dates = datesIn(text, at);
    const month = newestOf(dates.map((each) => each.month));
    if (month === undefined) return [];
    return [{ span: at, text: oneLine(text.slice(at.start, at.end)), month, dated: dates.at(-1)!.end }];
  });
}

function itemsIn(text: string, { start, end }: Span): Span[] {
  const items: Span[] = [];
  let isOpen = false;
  for (const { index, 0: line } of text.slice(start, end).matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    if (/^[\r\n]/.test(line)) continue;
    const from = start + index;
    const [, lead] = /^([ \t>]*[•*+–-][ \t\u00a0]+)(?=\S)/.exec(line) ?? [];
    const last = items.at(-1);
    if (lead !== undefined) items.push(trimmed(text, span(from + lead.length, from + line.length)));
    else if (isOpen && last && /^[ \t]+\S/.test(line))
      items[items.length - 1] = trimmed(text, span(last.start, from + line.length));
    isOpen = lead !== undefined || (isOpen && /^[ \t]+\S/.test(line));
  }
  return items;
}
