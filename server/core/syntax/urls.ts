import { type Span, span } from '../text/span.ts';

/** Bare URLs: `https://example.org/why-mud-sticks`. No title is looked for in them. */
export function urlsIn(text: string, within: Span): Span[] {
  const found: Span[] = [];
  // A search in the whole text would read on to its end for every block.
  const block = text.slice(within.start, within.end);
  for (let at = block.indexOf('://'); at >= 0; ) {
    let start = at;
    while (start > 0 && /[a-z0-9+.-]/i.test(block[start - 1]!)) start--;
    let end = at + 3;
    while (end < block.length && !/[\s<>"]/.test(block[end]!)) end++;
    if (start < at) found.push(span(within.start + start, within.start + end));
    at = block.indexOf('://', end);
  }
  return found;
}
