import { itemAt, type Line, linesOf } from '../../syntax/blocks.ts';
import type { Role } from '../../syntax/summary.ts';
import { lineStarts } from '../../text/lines.ts';
import { type Span, span } from '../../text/span.ts';
import { escapedLine, unescapedLine } from './escape.ts';
import { inlined, isFromPlain, isToPlain, type Writing } from './inline.ts';

/** A stretch of the new text, with how many line breaks there are before it. */
export interface Block {
  readonly text: string;
  readonly gap: number;
}

/** How many line breaks there are in the white space before a place. */
export function gapBefore(text: string, at: number): number {
  let gap = 0;
  for (let before = at - 1; before >= 0 && /\s/.test(text[before]!); before--) {
    if (text[before] === '\n' || (text[before] === '\r' && text[before + 1] !== '\n')) gap++;
  }
  return gap;
}

/** The line breaks before what stands at a place of the source, as the other layout has them. */
export function gapOf({ source, to }: Writing, at: number): number {
  if (to === 'dense') return 1;
  return source.summary.layout === 'dense' ? 2 : gapBefore(source.text, at);
}

/** A line of the new text that is none of code may be joined to the one before. */
interface NewLine extends Block {
  readonly code: boolean;
  readonly item: boolean;
}

/** Paragraphs, lists and code at a place of the source in the other layout. */
export function textBlocks(writing: Writing, at: Span, role: Role): Block[] {
  // The lines that are to be one, and the line breaks before them.
  const groups: { lines: string[]; gap: number }[] = [];
  let before: NewLine | undefined;
  for (const line of linesIn(writing, at, role)) {
    const joined = before && writing.to === 'dense' && role !== 'prompt' && goesOn(before, line);
    if (joined) groups.at(-1)?.lines.push(line.text);
    else
      groups.push({ lines: [line.text], gap: before ? gapBetween(writing, before, line) : gapOf(writing, at.start) });
    before = line;
  }
  return groups.map(({ lines, gap }) => ({ text: oneLineOf(lines), gap }));
}

/** A line alone stays as it is, white space at its ends too. */
const oneLineOf = (lines: readonly string[]): string =>
  lines.length === 1 ? lines[0]! : lines.map((line, at) => (at === 0 ? line.trimEnd() : line.trim())).join(' ');

/** Blank lines in code are kept; in the dense layout there are no others, and from it come those between paragraphs. */
function gapBetween({ source, to }: Writing, before: NewLine, line: NewLine): number {
  if (line.code && before.code) return line.gap;
  if (to === 'dense') return 1;
  const isList = line.item && before.item;
  return source.summary.layout === 'dense' && !isList ? Math.max(2, line.gap) : line.gap;
}

/** Whether two lines are of one paragraph, so that they can be one line. */
const goesOn = (before: NewLine, line: NewLine): boolean =>
  line.gap === 1 &&
  !before.code &&
  !line.code &&
  !line.item &&
  !/^\s*(?:>|\d+[.)]\s|\+\s)/.test(line.text) &&
  !/(?: {2}|\\)$/.test(before.text);

function linesIn(writing: Writing, at: Span, role: Role): NewLine[] {
  const text = inlined(writing, at, role);
  const starts = lineStarts(text);
  const inList = role !== 'body' && role !== 'prompt';
  const found: NewLine[] = [];
  let last = -1;
  for (const line of linesOf(text, starts)) {
    const raw = rawLine(text, starts, line.number);
    const gap = last < 0 ? 0 : line.number - last;
    const opens = gap !== 1 || writing.source.summary.layout === 'dense';
    found.push({
      text: line.code ? raw : written(writing, raw, inList, opens),
      gap,
      code: line.code,
      item: isItem(text, line),
    });
    last = line.number;
  }
  return found;
}

const isItem = (text: string, line: Line): boolean => itemAt(text, line) !== undefined;

function rawLine(text: string, starts: Uint32Array, number: number): string {
  return text.slice(starts[number], starts[number + 1] ?? text.length).replace(/[\r\n]+$/, '');
}

/** One line of prose in the other layout. */
export function written(writing: Writing, line: string, inList: boolean, opens: boolean): string {
  if (isFromPlain(writing) === isToPlain(writing)) return line;
  return isToPlain(writing)
    ? unescapedLine(line, { inList })
    : escapedLine(line, { inList, opens, strict: writing.strict });
}

/** What is said in an item, as the lines of it: further ones without what they were indented by. */
export function itemLines(writing: Writing, at: Span | undefined, role: Role): string[] {
  if (!at) return [];
  const [first, ...more] = inlined(writing, span(at.start, at.end), role).split(/\r\n?|\n/);
  const rest = more.map((line) => line.trim()).filter((line) => line !== '');
  return [first!, ...rest.map((line) => written({ ...writing, strict: true }, line, true, false))];
}
