import { oneLine } from './fold.ts';
import { type Span, span, trimmed } from './span.ts';

/** A stretch of text on one line, and where the place in question stands in it (UTF-16 offsets into `text`). */
export interface Excerpt {
  readonly text: string;
  readonly highlight: Span;
}

/**
 * The sentence around a place: `… sometimes generalize better Do reasoning traces matter? — which implies …`. A title has
 * marks and capitals of its own, so sentence ends are looked for outside `at` only. A long sentence is cut at words, to
 * about `longest` UTF-16 units, with an ellipsis where something is left out.
 */
export function sentenceAround(text: string, at: Span, longest = 240): Excerpt {
  const sentence = sentenceIn(text, blockAround(text, at), at);
  const spare = Math.max(0, longest - (at.end - at.start));
  const start = wordStart(text, Math.max(sentence.start, at.start - Math.ceil(spare * 0.6)), sentence.start, at.start);
  const end = wordEnd(text, Math.min(sentence.end, at.end + Math.floor(spare * 0.4)), at.end, sentence.end);
  const head = (start > sentence.start ? '… ' : '') + oneLine(text.slice(start, at.start));
  const middle = oneLine(text.slice(at.start, at.end));
  const tail = oneLine(text.slice(at.end, end)) + (end < sentence.end ? ' …' : '');
  return { text: head + middle + tail, highlight: span(head.length, head.length + middle.length) };
}

/** The sentence around a place, of those in a block of text that holds the place. Ends within the place are none. */
export function sentenceIn(text: string, block: Span, at: Span): Span {
  return trimmed(text, span(sentenceStart(text, block.start, at.start), sentenceEnd(text, at.end, block.end)));
}

/** The lines around a place, up to a blank line on both sides; in a dense text the line itself is a paragraph. */
function blockAround(text: string, at: Span): Span {
  const before = text.slice(0, at.start);
  const start = Math.max(lastMatchEnd(before, /\n[ \t]*\r?\n/g), lastMatchEnd(before, /[.?!]["”)*_]*[ \t]*\r?\n/g), 0);
  const next = /\r?\n[ \t]*(?:\r?\n|[-*•#>])|[.?!]["”)*_]*[ \t]*\r?\n/g;
  next.lastIndex = at.end;
  const stop = next.exec(text);
  return span(start, stop ? stop.index + (/^[.?!]/.test(stop[0]) ? stop[0].trimEnd().length : 0) : text.length);
}

function lastMatchEnd(text: string, pattern: RegExp): number {
  // Only the near past matters: a paragraph of more than 4,000 units is cut anyway.
  const from = Math.max(0, text.length - 4000);
  let end = from;
  for (const match of text.slice(from).matchAll(pattern)) end = from + match.index + match[0].length;
  return end;
}

function sentenceStart(text: string, from: number, to: number): number {
  return from + Math.max(0, lastMatchEnd(text.slice(from, to), /[.?!]["”’)*_]*\s+(?=["“‘(*_]*\p{Lu})/gu));
}

function sentenceEnd(text: string, from: number, to: number): number {
  const match = /[.?!]["”’)*_]*(?=\s+["“‘(*_]*\p{Lu})/u.exec(text.slice(from, to));
  return match ? from + match.index + match[0].length : to;
}

function wordStart(text: string, at: number, first: number, last: number): number {
  if (at <= first) return first;
  const space = text.indexOf(' ', at);
  if (space >= 0 && space < last) return space + 1;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function wordEnd(text: string, at: number, first: number, last: number): number {
  if (at >= last) return last;
  const space = text.lastIndexOf(' ', at);
  if (space >= first) return space;
  return isLowSurrogate(text, at) ? at + 1 : at;
}

/** Whether a cut at `at` would go through a pair. */
const isLowSurrogate = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '');
