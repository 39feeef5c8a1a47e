/**
 * The lines between things, by style: few styles, many lines each, so that they are drawn fast. Pure.
 */
import { type Drawn, nodeOf } from './drawn.ts';
import type { Colour, Palette } from './palette.ts';

export interface Stroke {
  readonly colour: Colour;
  readonly opacity: number;
  /** In pixels. */
  readonly width: number;
  /** Lengths of dash and gap in pixels; none: a full line. */
  readonly dash: readonly [number, number] | undefined;
  /** x and y of both ends, line by line, in units of the map. */
  readonly ends: Float32Array;
}

/** Dashes of roles, by number (`ROLE_NUMBERS`), as in `styles/drawing.css`. */
const dashes: readonly (readonly [number, number] | undefined)[] = [
  [1.5, 3.4],
  undefined,
  [4, 3],
  [9, 3],
  [2, 2],
  [2, 2],
  [9, 4],
  [2, 2],
];

interface Bundle extends Omit<Stroke, 'ends'> {
  readonly pairs: number[];
}

/** Which lines are brought out, by their pair; `undefined`: none, and so none steps back. */
export type Brought = ((pair: number) => boolean) | undefined;

/** The lines that are drawn, those that are brought out last. */
export function strokesOf(
  drawn: Drawn,
  brought: Brought,
  palette: Palette,
  at: { readonly x: Float32Array; readonly y: Float32Array },
): readonly Stroke[] {
  const { pairs, kept } = drawn;
  const bundles = new Map<string, Bundle>();
  const far = farFor(drawn);
  const heaviest = kept.reduce((most, pair) => Math.max(most, pairs.weights[pair]!), 1);
  const put = (pair: number, isOut: boolean): void => {
    const style = styleOf(drawn, pair, isOut, brought !== undefined, palette, heaviest, far(pair));
    const bundle = bundles.get(style.key);
    if (bundle) bundle.pairs.push(pair);
    else bundles.set(style.key, { ...style, pairs: [pair] });
  };
  for (const pair of kept) if (!brought?.(pair)) put(pair, false);
  if (brought) for (let pair = 0; pair < pairs.count; pair++) if (brought(pair)) put(pair, true);
  return [...bundles.values()].map(({ pairs: list, ...style }) => ({ ...style, ends: endsOf(drawn, list, at) }));
}

/** So many widths of bundles are told apart. */
const steps = 6;

function styleOf(
  drawn: Drawn,
  pair: number,
  isOut: boolean,
  stepsBack: boolean,
  palette: Palette,
  heaviest: number,
  isFar: boolean,
) {
  const { pairs, whole, kept } = drawn;
  const weight = pairs.weights[pair]!;
  const isBetweenNodes = nodeOf(drawn, pairs.a[pair]!) !== undefined && nodeOf(drawn, pairs.b[pair]!) !== undefined;
  const role = whole.edges.roles[pairs.firsts[pair]!]!;
  const colour = isBetweenNodes ? palette.roles[role]! : palette.plain;
  const step = isBetweenNodes ? 0 : Math.round(Math.min(1, Math.sqrt(weight / heaviest)) * steps);
  const width = (isOut ? 1.3 : 0.9) + ((isOut ? 1.6 : 2.2) * step) / steps;
  // The more lines, the fainter each; of bundles the heavier stand out.
  const crowd = Math.min(1, 220 / Math.max(1, kept.length));
  const quiet =
    (isFar ? 0.5 : 1) * ((palette.isContrast ? 0.4 : 0.16) + (isBetweenNodes ? 0.3 * crowd : (0.2 * step) / steps));
  const opacity = isOut ? (isBetweenNodes ? 0.85 : 0.55) : stepsBack ? quiet * 0.4 : quiet;
  // Dashes are for looking at closely: only where lines are few.
  const dash = isBetweenNodes && (isOut || kept.length < 260) ? dashes[role] : undefined;
  return { key: `${isOut} ${isFar} ${isBetweenNodes ? role : 'all'} ${step}`, colour, opacity, width, dash };
}

/** From so many pixels on a line is long. */
export const longLine = 260;

/** Long lines cross everything: they are fainter. */
function farFor({ pairs, x, y, camera }: Drawn): (pair: number) => boolean {
  return (pair) => {
    const [a, b] = [pairs.a[pair]!, pairs.b[pair]!];
    return Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!) * camera.scale > longLine;
  };
}

function endsOf(
  { pairs }: Drawn,
  list: readonly number[],
  { x, y }: { readonly x: Float32Array; readonly y: Float32Array },
): Float32Array {
  const ends = new Float32Array(list.length * 4);
  list.forEach((pair, at) => {
    const [a, b] = [pairs.a[pair]!, pairs.b[pair]!];
    ends.set([x[a]!, y[a]!, x[b]!, y[b]!], at * 4);
  });
  return ends;
}
