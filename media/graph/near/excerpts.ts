/**
 * What of a sentence is shown beside a node, and where it has room. Pure.
 */
import { type Box, labelGap, overlap, wrap } from '../labels.ts';
import type { Point } from '../point.ts';
import type { Arrangement, LaidOut } from './arrange.ts';
import type { Type } from './lettering.ts';
import { boxes } from './view.ts';

/** Something that is said of an edge, to be shown at the node at its end. */
export interface Saying {
  readonly id: string;
  readonly text: string;
}

/** Where a saying stands: its lines, the middle of them, and the baseline of the first. */
export interface PlacedSaying extends Point {
  readonly id: string;
  readonly lines: readonly string[];
}

export const sayingType: Type = { size: 10.5, line: 13, weight: 400 };
const columns = 38;
const mostLines = 2;
/** So much of a sentence, in characters, goes into its lines. */
const room = columns * mostLines - 6;

/**
 * A sentence around its reference, cut at words where it is longer than two lines. The reference itself is left out where it is long:
 * it is the title under which the sentence stands. Empty where nothing else is said.
 */
export function excerpt(sentence: string, [start, end]: readonly [start: number, end: number]): string {
  const [before, named, after] = [
    unmarked(sentence.slice(0, start)),
    sentence.slice(start, end),
    unmarked(sentence.slice(end)),
  ];
  // Of an entry of a list, what is said of it counts ("- Title — why it matters"), not what stands in the next line.
  if (!/\p{L}{2}/u.test(before + after) || (bullet.test(before) && !/^\s*[—–:-]/u.test(after))) return '';
  const middle = named.length > 24 ? '[…]' : named;
  const [left, right] = [tidy(before.replace(bullet, '')), tidy(after)];
  const free = room - middle.length;
  const forLeft = Math.min(left.length, Math.max(free - right.length, Math.ceil(free / 2)));
  const head = lastWords(left, forLeft);
  const tail = firstWords(right, free - head.length);
  return `${head}${head !== '' && /\s$/u.test(before) ? ' ' : ''}${middle}${/^\s/u.test(after) ? ' ' : ''}${tail}`.trim();
}

const bullet = /^\s*[-*+]\s+$/u;

/** Without the signs of Markdown: they are not read. */
const unmarked = (text: string): string => text.replace(/[[\]*_`]+/gu, '');

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function lastWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(text.length - Math.max(0, most - 1));
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}

function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, Math.max(0, most - 1));
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))}…`;
}

/** Those that have room in the view (in pixels from the origin, as spots) beyond their node's label, where they cover no shape, no label and no saying. */
export function placed(
  sayings: readonly Saying[],
  { extents }: LaidOut,
  { spots, shown }: Arrangement,
  scale: number,
  view: Box,
  widthOf: (text: string) => number,
): PlacedSaying[] {
  const taken: Box[] = [];
  for (const [id, spot] of spots) {
    const extent = extents.get(id);
    if (extent === undefined) continue;
    const { shape, label } = boxes(spot, extent, scale);
    taken.push(shape, ...(shown.has(id) ? [label] : []));
  }
  return sayings.flatMap(({ id, text }): PlacedSaying[] => {
    const [spot, extent] = [spots.get(id), extents.get(id)];
    if (spot === undefined || extent === undefined || !shown.has(id)) return [];
    const lines = wrap(text, columns, mostLines);
    const half = Math.max(...lines.map(widthOf)) / 2;
    const height = lines.length * sayingType.line;
    const { shape, label } = boxes(spot, extent, scale);
    const x = spot.x + spot.nudge;
    const top = spot.side > 0 ? label.bottom + 2 : label.top - 2 - height;
    const across = spot.side > 0 ? shape.top - labelGap - height : shape.bottom + labelGap;
    const free = [top, across].find((at) => {
      const box = { left: x - half - 3, right: x + half + 3, top: at, bottom: at + height };
      const isInside = box.left >= view.left && box.right <= view.right && at >= view.top && box.bottom <= view.bottom;
      return isInside && !taken.some((other) => overlap(box, other));
    });
    if (free === undefined) return [];
    taken.push({ left: x - half - 3, right: x + half + 3, top: free, bottom: free + height });
    return [{ id, lines, x, y: free + sayingType.size }];
  });
}
