import { type Span, span, trimmed } from '../text/span.ts';
import { nameAt } from './nameAt.ts';
import type { WrittenReference } from './summary.ts';

/** No title is longer; it also bounds the search for the end of a link that is never closed. */
const LONGEST = 2000;

/**
 * Wikilinks in a block: `[[Why mud sticks]]`, `[[Why mud sticks#Clay|clay]]`, `![[Why mud sticks]]`. What is `barred` (by code,
 * comments, Markdown links) is none, nor is one whose brackets are escaped.
 */
export function wikilinksIn(
  text: string,
  within: Span,
  barred: (at: Span) => boolean,
): Omit<WrittenReference, 'role'>[] {
  const found: Omit<WrittenReference, 'role'>[] = [];
  // A search in the whole text would read on to its end for every block.
  const block = text.slice(within.start, within.end);
  let open = block.indexOf('[[');
  while (open >= 0) {
    const close = block.indexOf(']]', open + 2);
    if (close < 0) break;
    // `[[[a]]`, `[[a [[b]]`: the innermost pair is the link.
    const inner = block.lastIndexOf('[[', close - 2);
    if (inner > open) open = inner;
    const at = span(within.start + open, within.start + close + 2);
    const link = close - open <= LONGEST && !isEscaped(text, at.start) ? wikilink(text, at) : undefined;
    if (link && !barred(at)) found.push(link);
    open = block.indexOf('[[', close + 2);
  }
  return found;
}

function wikilink(text: string, whole: Span): Omit<WrittenReference, 'role'> | undefined {
  const from = whole.start + 2;
  const inner = text.slice(from, whole.end - 2);
  const bar = inner.indexOf('|');
  // In a table the bar is escaped: `[[Why mud sticks\|mud]]`.
  const shown = bar < 0 ? inner.length : bar > 0 && inner[bar - 1] === '\\' ? bar - 1 : bar;
  const hash = hashOf(inner.slice(0, shown));
  const target = trimmed(text, span(from, from + hash));
  if (target.start === target.end) return undefined;
  const fragment = inner.slice(hash + 1, shown).trim();
  return {
    form: 'wikilink',
    span: target,
    whole: text[whole.start - 1] === '!' ? span(whole.start - 1, whole.end) : whole,
    text: nameAt(text, target),
    ...(fragment && { fragment }),
  };
}

/** Where the heading begins: `Clay` of `Mud#Clay` and `C##Clay`. A sharp behind a word is the title's: `Why is C# slow?`. */
function hashOf(target: string): number {
  const at = target.search(/(?<=\s)#|#(?![#\s]|$)/);
  return at < 0 ? target.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
