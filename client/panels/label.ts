import { wholeOf } from '../plain.ts';

/** So long is a label at the most, in UTF-16 units: no side bar is wider, and tooltips have the whole. */
const longest = 300;

/** The text of a row: in one line, as long as it was up to the cut, so that offsets into it hold. */
export function labelOf(text: string): string {
  const plain = wholeOf(text).replaceAll('\n', ' ');
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest - 1);
  // Not through the middle of a character of two units.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** The run of a label that was a run of its text. */
export function runIn(label: string, [start, end]: readonly [start: number, end: number]): [number, number] {
  return [Math.min(start, label.length), Math.min(end, label.length)];
}

/**
 * A title as a part of a row's id. Ids of rows that stand below begin with that of their parent, and VS Code shows no tree in which two are
 * the same: a title must not look like another one with what stands below it.
 */
export const keyOf = (title: string): string => JSON.stringify(title);
