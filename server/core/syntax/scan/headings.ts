import type { HeadingBlock } from './nodes.ts';
import { trimmedEnd } from './openers.ts';
import { add, reach, type State } from './state.ts';
import { isSpace, SHARP } from './units.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  /** Of the words. */
  readonly from: number;
  readonly to: number;
}

const NONE: HeadingBlock['children'] = [];

/** `## Why mud sticks ##`, the line's first sharp at hand. */
export function atxHeading(state: State, depth: number): void {
  const { text, at: start, end } = state;
  let from = start + depth;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  let to = trimmedEnd(text, from, end);
  let sharps = to;
  while (sharps > from && text.charCodeAt(sharps - 1) === SHARP) sharps--;
  // Sharps at the end are none of `C#`.
  if (sharps < to && (sharps === from || isSpace(text.charCodeAt(sharps - 1)))) to = trimmedEnd(text, from, sharps);
  addHeading(state, { start, end, from, to }, depth, text.slice(from, to));
  reach(state, end);
}

/** Adds a heading whose words are `source`; their markup is looked at when all definitions are known. */
export function addHeading(state: State, { start, end, from, to }: Place, depth: number, source: string): void {
  const empty = from === to;
  const heading: HeadingBlock = {
    type: 'heading',
    start,
    end,
    children: NONE,
    depth,
    from: empty ? start : from,
    to: empty ? end : to,
    words: '',
    empty,
  };
  add(state, heading);
  if (/[*_`[\]<&\\\r\n\0]/.test(source)) state.inlines.push({ start: from, source, heading });
  else heading.words = source.replace(/\s+/g, ' ').trim();
}
