import { type Span, span, trimmed } from '../text/span.ts';
import { nameAt } from './nameAt.ts';
import type { Role, WrittenReference } from './summary.ts';

/** No title is longer; it also bounds the search for the end of a link that is never closed. */
const LONGEST = 2000;

/**
 * Adds to `found` the wikilinks in a block: `[[Why mud sticks]]`, `[[Why mud sticks#Clay|clay]]`, `![[Why mud sticks]]`.
 * What is `barred` (by code, comments, Markdown links) is none, nor is one whose brackets are escaped.
 */
export function wikilinksIn(
  text: string,
  within: Span,
  role: Role,
  barred: ((at: Span) => boolean) | undefined,
  found: WrittenReference[],
): void {
  // A search in the whole text would read on to its end for every block.
  const block = text.slice(within.start, within.end);
  let open = block.indexOf('[[');
  while (open >= 0) {
    const close = block.indexOf(']]', open + 2);
    if (close < 0) break;
    // `[[[a]]`, `[[a [[b]]`: the innermost pair is the link.
    const inner = block.lastIndexOf('[[', close - 2);
    if (inner > open) open = inner;
    const [start, end] = [within.start + open, within.start + close + 2];
    const link = close - open <= LONGEST && !isEscaped(text, start) ? wikilink(text, start, end, role) : undefined;
    if (link && !barred?.(span(start, end))) found.push(link);
    open = block.indexOf('[[', close + 2);
  }
}

function wikilink(text: string, start: number, end: number, role: Role): WrittenReference | undefined {
  const from = start + 2;
  const to = end - 2;
  const bar = firstOf(text, BAR, from, to);
  // In a table the bar is escaped: `[[Why mud sticks\|mud]]`.
  const shown = bar > from && bar < to && text.charCodeAt(bar - 1) === BACKSLASH ? bar - 1 : bar;
  const hash = firstOf(text, HASH, from, shown) < shown ? from + hashOf(text.slice(from, shown)) : shown;
  const target = trimmed(text, span(from, hash));
  if (target.start === target.end) return undefined;
  const fragment = hash < shown ? text.slice(hash + 1, shown).trim() : '';
  const whole = span(text.charCodeAt(start - 1) === BANG ? start - 1 : start, end);
  const name = isOneLine(text, target) ? text.slice(target.start, target.end) : nameAt(text, target);
  if (fragment === '') return { form: 'wikilink', span: target, whole, text: name, role };
  return { form: 'wikilink', span: target, whole, text: name, fragment, role };
}

/** Whether a text can stand between `[[` and `]]` as the whole of what is named: `Why mud sticks`, but not `Mud#Clay`. */
export function isTarget(written: string): boolean {
  const text = `[[${written}]]`;
  const found: WrittenReference[] = [];
  wikilinksIn(text, span(0, text.length), 'body', undefined, found);
  const [link] = found;
  return link?.span.start === 2 && link.span.end === text.length - 2 && link.fragment === undefined;
}

/** Where the heading begins that is asked for behind a target, or might be: 3 in `Mud#Cl` and in `Mud#`; -1 without one. */
export function fragmentAt(written: string): number {
  const at = hashOf(written);
  if (at < written.length) return at;
  return written.endsWith('#') ? written.length - 1 : -1;
}

/** Whether a name stands in the text as the corpus shows it: the only white space in it are single spaces. */
function isOneLine(text: string, { start, end }: Span): boolean {
  let before = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 32 || unit > 126 || (unit === 32 && before === 32)) return false;
    before = unit;
  }
  return true;
}

const BANG = 33;
const HASH = 35;
const BACKSLASH = 92;
const BAR = 124;

/** Where the unit first stands from `from` on; `to` where it does not. Names are short. */
function firstOf(text: string, unit: number, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) !== unit) at++;
  return at;
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
