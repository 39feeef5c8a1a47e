/**
 * What of a sentence is shown beside a node, and where it has room. Pure.
 */
import type { EdgeSentence } from '../../../server/protocol.ts';
import { type Box, labelGap, overlap, wrap } from '../labels.ts';
import type { Point } from '../point.ts';
import type { Arrangement, LaidOut } from './arrange.ts';
import type { Type } from './lettering.ts';
import { boxes, type Spot } from './view.ts';

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

/** One for each neighbour: what is said between it and the focus, first what the focus says. */
export function sayingsAround(focus: string | null, said: readonly EdgeSentence[]): Saying[] {
  const sayings = new Map<string, Saying>();
  const own = said.filter(({ source }) => source === focus);
  for (const each of [...own, ...said.filter(({ target }) => target === focus)]) {
    const other = each.source === focus ? each.target : each.source;
    const text = excerpt(each.sentence, each.highlight);
    if (text !== '' && !sayings.has(other)) sayings.set(other, { id: other, text });
  }
  return [...sayings.values()];
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

/**
 * Those that have room, in pixels from the origin as spots: where they cover no shape, no label and no saying. In a picture that is
 * seen whole (`view`) they stand inside it, at their node's label; in one that was zoomed into (`null`) along their edge, if they can.
 */
export function placed(
  sayings: readonly Saying[],
  { extents, graph }: LaidOut,
  { spots, shown }: Arrangement,
  scale: number,
  view: Box | null,
  widthOf: (text: string) => number,
): PlacedSaying[] {
  const taken: Box[] = [];
  for (const [id, spot] of spots) {
    const extent = extents.get(id);
    if (extent === undefined) continue;
    const { shape, label } = boxes(spot, extent, scale);
    taken.push(shape, ...(shown.has(id) ? [label] : []));
  }
  const focus = spots.get(graph.focus ?? '');
  return sayings.flatMap(({ id, text }): PlacedSaying[] => {
    const [spot, extent] = [spots.get(id), extents.get(id)];
    if (spot === undefined || extent === undefined) return [];
    const lines = wrap(text, columns, mostLines);
    const size = { half: Math.max(...lines.map(widthOf)) / 2 + 3, height: lines.length * sayingType.line };
    const atLabel = shown.has(id) ? besideLabel(spot, boxes(spot, extent, scale), size.height) : [];
    const along = view === null && focus !== undefined ? alongEdge(focus, spot, size.height) : [];
    const free = [...along, ...atLabel]
      .map(({ x, y }): Box => ({ left: x - size.half, right: x + size.half, top: y, bottom: y + size.height }))
      .find((box) => (view === null || isInside(box, view)) && !taken.some((other) => overlap(box, other)));
    if (free === undefined) return [];
    taken.push(free);
    return [{ id, lines, x: free.left + size.half, y: free.top + sayingType.size }];
  });
}

/** Beyond a label, and on the other side of its shape: the middle of the upper edge. */
function besideLabel(
  { x, nudge, side }: Spot,
  { shape, label }: Record<'shape' | 'label', Box>,
  height: number,
): Point[] {
  const beyond = side > 0 ? label.bottom + 2 : label.top - 2 - height;
  const across = side > 0 ? shape.top - labelGap - height : shape.bottom + labelGap;
  return [beyond, across].map((y) => ({ x: x + nudge, y }));
}

/** Near the middle of an edge. */
function alongEdge(from: Point, to: Point, height: number): Point[] {
  const shares = [0.5, 0.4, 0.6, 0.3, 0.7];
  return shares.map((share) => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share - height / 2,
  }));
}

function isInside(box: Box, view: Box): boolean {
  return box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;
}
