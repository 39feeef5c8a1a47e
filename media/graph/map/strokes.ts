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

/** Lines of one style, by their pairs: where they run is told when they are drawn. */
export interface Bundle extends Omit<Stroke, 'ends'> {
  readonly pairs: readonly number[];
}

/** Which lines are brought out, by their pair; `undefined`: none, and so none steps back. */
export type Brought = ((pair: number) => boolean) | undefined;

/** The lines that are drawn, those that are brought out last. */
export function bundlesOf(drawn: Drawn, brought: Brought, palette: Palette): readonly Bundle[] {
  const { pairs, kept } = drawn;
  const bundles = new Map<number, Omit<Bundle, 'pairs'> & { pairs: number[] }>();
  const far = farFor(drawn);
  const heaviest = kept.reduce((most, pair) => Math.max(most, pairs.weights[pair]!), 1);
  const put = (pair: number, isOut: boolean): void => {
    const kind = { ...kindOf(drawn, pair, heaviest), isOut, isFar: far(pair) };
    const key = ((kind.role + 1) * (steps + 1) + kind.step) * 4 + (isOut ? 2 : 0) + (kind.isFar ? 1 : 0);
    const bundle = bundles.get(key);
    if (bundle) bundle.pairs.push(pair);
    else bundles.set(key, { ...styleOf(kind, kept.length, brought !== undefined, palette), pairs: [pair] });
  };
  for (const pair of kept) if (!brought?.(pair)) put(pair, false);
  if (brought) for (let pair = 0; pair < pairs.count; pair++) if (brought(pair)) put(pair, true);
  return [...bundles.values()];
}

/** The lines where they run now. */
export function strokesAt(
  drawn: Drawn,
  bundles: readonly Bundle[],
  at: { readonly x: Float32Array; readonly y: Float32Array },
): readonly Stroke[] {
  return bundles.map(({ pairs, ...style }) => ({ ...style, ends: endsOf(drawn, pairs, at) }));
}

/** So many widths of bundles are told apart. */
const steps = 6;

interface LineKind {
  /** The role's number; -1 where the line stands for edges of groups. */
  readonly role: number;
  /** How heavy it is, of all that are drawn: 0 to `steps`. */
  readonly step: number;
  readonly isOut: boolean;
  readonly isFar: boolean;
}

function kindOf(drawn: Drawn, pair: number, heaviest: number): Pick<LineKind, 'role' | 'step'> {
  const { pairs, whole } = drawn;
  const isBetweenNodes = nodeOf(drawn, pairs.a[pair]!) !== undefined && nodeOf(drawn, pairs.b[pair]!) !== undefined;
  if (isBetweenNodes) return { role: whole.edges.roles[pairs.firsts[pair]!]!, step: 0 };
  return { role: -1, step: Math.round(Math.min(1, Math.sqrt(pairs.weights[pair]! / heaviest)) * steps) };
}

function styleOf(
  { role, step, isOut, isFar }: LineKind,
  lines: number,
  stepsBack: boolean,
  palette: Palette,
): Omit<Stroke, 'ends'> {
  const isBetweenNodes = role >= 0;
  const colour = isBetweenNodes ? palette.roles[role]! : palette.plain;
  const width = (isOut ? 1.3 : 0.9) + ((isOut ? 1.6 : 2.2) * step) / steps;
  // The more lines, the fainter each; of bundles the heavier stand out; long ones cross everything.
  const crowd = Math.min(1, 220 / Math.max(1, lines));
  const quiet =
    (isFar ? 0.5 : 1) * ((palette.isContrast ? 0.4 : 0.16) + (isBetweenNodes ? 0.3 * crowd : (0.2 * step) / steps));
  const opacity = isOut ? (isBetweenNodes ? 0.85 : 0.55) : stepsBack ? quiet * 0.4 : quiet;
  // Dashes are for looking at closely: only where lines are few.
  const dash = isBetweenNodes && (isOut || lines < 260) ? dashes[role] : undefined;
  return { colour, opacity, width, dash };
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
