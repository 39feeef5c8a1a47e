import type { Layout, Section } from '../../syntax/summary.ts';
import { behindInk, type Span, span } from '../../text/span.ts';

/**
 * Lines around a prompt that belong to the page it was copied from, and not to the prompt: the one that tells to copy it, the
 * words of a button. Known by their shape; what is glued to the heading (`… LLMexpand ↓`) goes with the heading.
 */
const TELLS_TO_COPY =
  /^(?:copy|paste)(?: and paste)?(?: (?:it|this|(?:this|the) (?:whole )?(?:prompt|text)(?: below)?|what follows))?,? (?:in)?to\b/i;
const BUTTON = /^(?:expand|collapse|show (?:more|less)|copy(?: (?:prompt|text))?)\s*[↓↑▾▴⌄⌃…]?$/i;

/**
 * Where the prompt itself stands in its section: whole lines, from its first that has ink on it. Empty, behind the furniture,
 * where there is none.
 */
export function promptIn(text: string, { heading, whole }: Section, layout: Layout): Span {
  const lines = linesOf(text, heading.end, whole.end);
  let behind = heading.end;
  let first = 0;
  for (; first < lines.length; first++) {
    const at = lines[first]!;
    const words = text.slice(at.start, at.end).trim();
    if (TELLS_TO_COPY.test(words)) first = layout === 'dense' ? first : endOfSentence(text, lines, first);
    else if (words !== '' && !BUTTON.test(words)) break;
    if (words !== '') behind = behindInk(text, heading.end, lines[first]!.end);
  }
  let last = lines.length;
  while (last > first && /^$|[↓↑▾▴⌄⌃]$/.test(ink(text, lines[last - 1]!)) && isFurniture(ink(text, lines[last - 1]!)))
    last--;
  if (first >= last) return span(behind, behind);
  return span(lines[first]!.start, behindInk(text, lines[first]!.start, lines[last - 1]!.end));
}

const ink = (text: string, { start, end }: Span): string => text.slice(start, end).trim();

const isFurniture = (words: string): boolean => words === '' || BUTTON.test(words);

/** The line that tells to copy may be wrapped, but in a dense text: it goes on to the end of its sentence, or of its paragraph. */
function endOfSentence(text: string, lines: readonly Span[], from: number): number {
  let at = from;
  while (!/[.!?:…]["”’)*_]*$/u.test(ink(text, lines[at]!)) && lines[at + 1] && ink(text, lines[at + 1]!) !== '') at++;
  return at;
}

/** The lines behind a heading's, without their ends. */
function linesOf(text: string, from: number, to: number): Span[] {
  const lines: Span[] = [];
  for (let at = from; at < to; ) {
    const end = nextLineEnd(text, at, to);
    // What is left of the heading's own line: `##` behind the words.
    if (at > from) lines.push(span(at, end));
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}

function nextLineEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
