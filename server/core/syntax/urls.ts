import { type Span, span } from '../text/span.ts';

/** Bare URLs: `https://example.org/why-mud-sticks`. No title is looked for in them. */
export function urlsIn(text: string, within: Span): readonly Span[] {
  // A search in the whole text would read on to its end for every block.
  const block = text.slice(within.start, within.end);
  let at = block.indexOf('://');
  if (at < 0) return NONE;
  const found: Span[] = [];
  for (; at >= 0; ) {
    let start = at;
    while (start > 0 && isScheme(block.charCodeAt(start - 1))) start--;
    END.lastIndex = at + 3;
    const end = END.exec(block)?.index ?? block.length;
    if (start < at) found.push(span(within.start + start, within.start + end));
    at = block.indexOf('://', end);
  }
  return found;
}

const NONE: readonly Span[] = [];

/** What ends a URL. */
const END = /[\s<>"]/g;

/** `a-z`, `A-Z`, `0-9`, `+`, `-` and `.`. */
function isScheme(unit: number): boolean {
  const lower = unit | 32;
  return (lower >= 97 && lower <= 122) || (unit >= 48 && unit <= 57) || unit === 43 || unit === 45 || unit === 46;
}
