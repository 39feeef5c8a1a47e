import { type Span, span, touches, trimmed } from '../text/span.ts';
import type { WrittenReference } from './summary.ts';
import { nameAt } from './nameAt.ts';

/** No title is longer; it also bounds the search for the end of a link that is never closed. */
const LONGEST = 2000;

/**
 * Wikilinks in a block: `[[Why mud sticks]]`, `[[Why mud sticks#Clay|clay]]`, `![[Why mud sticks]]`. What begins or ends in
 * one of the `barred` spans (code, comments, Markdown links) is none, nor is one whose brackets are escaped.
 */
export function wikilinksIn(text: string, within: Span, barred: readonly Span[]): Omit<WrittenReference, 'role'>[] {
  const found: Omit<WrittenReference, 'role'>[] = [];
  let open = text.indexOf('[[', within.start);
  while (open >= 0 && open < within.end) {
    const close = text.indexOf(']]', open + 2);
    if (close < 0 || close + 2 > within.end) break;
    // `[[[a]]`, `[[a [[b]]`: the innermost pair is the link.
    const inner = text.lastIndexOf('[[', close - 1);
    if (inner > open) open = inner;
    const link = close - open <= LONGEST && !isEscaped(text, open) ? wikilink(text, open, close) : undefined;
    if (link && !barred.some((each) => inside(each, open) || inside(each, close) || inside(link.whole, each.start))) {
      found.push(link);
    }
    open = text.indexOf('[[', close + 2);
  }
  return found;
}

function wikilink(text: string, open: number, close: number): Omit<WrittenReference, 'role'> | undefined {
  // `[[a]](b)` is a Markdown link whose text is in brackets.
  if (text[close + 2] === '(') return undefined;
  const pipe = cut(text, '|', open + 2, close);
  // In a table the bar is escaped: `[[Why mud sticks\|mud]]`.
  const targetEnd = pipe > open + 2 && pipe < close && text[pipe - 1] === '\\' ? pipe - 1 : pipe;
  const hash = cut(text, '#', open + 2, targetEnd);
  const target = trimmed(text, span(open + 2, hash));
  if (target.start === target.end) return undefined;
  const fragment = text.slice(hash + 1, targetEnd).trim();
  return {
    form: 'wikilink',
    span: target,
    whole: span(text[open - 1] === '!' ? open - 1 : open, close + 2),
    text: nameAt(text, target),
    ...(fragment && { fragment }),
  };
}

/** Where `mark` first stands between the two offsets, else the end. */
function cut(text: string, mark: string, from: number, to: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 || at > to ? to : at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

const inside = (each: Span, at: number): boolean => touches(each, at) && at < each.end;
