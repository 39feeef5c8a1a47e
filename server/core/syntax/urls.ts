import { type Span, span } from '../text/span.ts';

/** Bare URLs: `https://example.org/why-mud-sticks`. No title is looked for in them. */
export function urlsIn(text: string, within: Span): Span[] {
  const found: Span[] = [];
  let at = text.indexOf('://', within.start);
  while (at >= 0 && at < within.end) {
    let start = at;
    while (start > within.start && /[a-z0-9+.-]/i.test(text[start - 1]!)) start--;
    let end = at + 3;
    while (end < within.end && !/[\s<>"]/.test(text[end]!)) end++;
    if (start < at) found.push(span(start, end));
    at = text.indexOf('://', end);
  }
  return found;
}
