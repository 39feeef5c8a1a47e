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
  const lines = linesIn(writing, at, role);
  const first = gapOf(writing, at.start);
  const fromDense = writing.source.summary.layout === 'dense';
  return lines.reduce((blocks: Block[], line, index) => {
    const before = lines[index - 1];
    if (!before) return [{ text: line.text, gap: first }];
    if (writing.to !== 'dense') {
      const apart = fromDense && !(line.code && before.code) && !(line.item && before.item);
      return [...blocks, { text: line.text, gap: apart ? Math.max(2, line.gap) : line.gap }];
    }
    if (line.code && before.code) return [...blocks, { text: line.text, gap: line.gap }];
    if (line.gap > 1 || role === 'prompt' || !goesOn(before, line)) return [...blocks, { text: line.text, gap: 1 }];
    const { text, gap } = blocks.at(-1)!;
    return [...blocks.slice(0, -1), { text: `${text.trimEnd()} ${line.text.trimStart()}`, gap }];
  }, []);
}

/** Whether two lines are of one paragraph, so that they can be one line. */
const goesOn = (before: NewLine, line: NewLine): boolean =>
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
