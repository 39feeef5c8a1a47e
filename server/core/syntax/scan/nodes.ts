import type { Nodes, PhrasingContent } from 'mdast';

// Nodes as the Markdown parser makes them, as far as the corpus looks at them: types, offsets, and a text's value. Lines and
// columns are left at 1.

type Position = NonNullable<Nodes['position']>;

export function position(start: number, end: number): Position {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}

/** Words without markup. */
export function textNode(text: string, start: number, end: number): PhrasingContent {
  return { type: 'text', value: text.slice(start, end), position: position(start, end) };
}
