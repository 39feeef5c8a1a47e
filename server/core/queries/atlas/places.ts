import { type Laid, laidOut, type Tie } from './discs.ts';
import { type Ties, tiesOf } from './ties.ts';
import type { Tree } from './tree.ts';
import { turned } from './turned.ts';
import type { Web } from './web.ts';

/** Places of nodes and groups, in units of the map. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Of groups: their middles and radii. */
  readonly groupX: Float32Array;
  readonly groupY: Float32Array;
  readonly groupRadii: Float32Array;
}

/** Air around a node, in units of the map. */
export const AIR = 1.4;

/** Free ground along the rim of a group of nodes, in units of the map: for those that come later. */
const RIM = 3;

/** Air around a group, by its radius. */
const airAround = (radius: number): number => 1 + 0.05 * radius;

/**
 * Lays out what stands in groups: from the innermost outwards, so that each takes the room that it needs, and then from the outermost
 * inwards each is turned towards what it has to do with elsewhere.
 *
 * @param radii of the nodes
 * @param before where nodes stood; NaN for those that stood nowhere
 */
export function* placed(
  web: Web,
  tree: Tree,
  radii: Float32Array,
  before?: Pick<Places, 'x' | 'y'>,
): Generator<void, Places> {
  const ties = tiesOf(web, tree);
  yield;
  const groups = tree.parents.length;
  const laid: Laid[] = new Array(groups);
  const centres = before && centresOf(tree, before);
  const groupRadii = new Float32Array(groups);
  for (let group = groups - 1; group >= 0; group--) {
    const inside = tree.members[group]!;
    const isOfNodes = tree.holdsNodes[group]!;
    const discs = Float64Array.from(inside, (each) =>
      isOfNodes ? radii[each]! + AIR : groupRadii[each]! + airAround(groupRadii[each]!),
    );
    const starts = centres && startsIn(inside, isOfNodes ? before : centres, group, centres);
    laid[group] = laidOut(discs, strongest(ties, group, inside.length), starts);
    // What stands at the rim stands within, whatever single precision makes of it.
    groupRadii[group] = laid[group]!.radius * 1.0001 + (isOfNodes ? RIM : 0);
    yield;
  }
  return yield* turned(web, tree, laid, groupRadii, before);
}

/** Each member is drawn to so many others: more only make a knot. */
const MOST_TIES = 6;

/** The ties of a group's members: of each the strongest. */
function strongest({ starts, sources, targets, weights }: Ties, group: number, size: number): Tie[] {
  const sums = new Float64Array(size * size);
  for (let at = starts[group]!; at < starts[group + 1]!; at++) {
    sums[sources[at]! * size + targets[at]!]! += weights[at]!;
    sums[targets[at]! * size + sources[at]!]! += weights[at]!;
  }
  const kept = new Set<number>();
  for (let member = 0; member < size; member++) {
    const row = sums.subarray(member * size, (member + 1) * size);
    const others = Array.from({ length: size }, (_, other) => other).filter((other) => row[other]! > 0);
    others.sort((a, b) => row[b]! - row[a]! || a - b);
    for (const other of others.slice(0, MOST_TIES)) kept.add(Math.min(member, other) * size + Math.max(member, other));
  }
  return [...kept]
    .sort((a, b) => a - b)
    .map((key) => {
      return { source: Math.floor(key / size), target: key % size, weight: sums[key]! };
    });
}

/** The middle of the nodes that stood somewhere, by group. */
function centresOf(
  { parents, groupOf }: Tree,
  { x, y }: Pick<Places, 'x' | 'y'>,
): { x: Float32Array; y: Float32Array } {
  const [sumX, sumY, counts] = [0, 1, 2].map(() => new Float64Array(parents.length));
  for (let node = 0; node < groupOf.length; node++) {
    if (Number.isNaN(x[node]!)) continue;
    for (let group = groupOf[node]!; group >= 0; group = parents[group]!) {
      sumX![group]! += x[node]!;
      sumY![group]! += y[node]!;
      counts![group]!++;
    }
  }
  const mean = (sums: Float64Array): Float32Array => Float32Array.from(sums, (sum, group) => sum / counts![group]!);
  return { x: mean(sumX!), y: mean(sumY!) };
}

/** Where members stood, seen from the middle of their group; what stood nowhere starts near the middle. */
function startsIn(
  members: Uint32Array,
  stood: { x: Float32Array; y: Float32Array },
  group: number,
  centres: { x: Float32Array; y: Float32Array },
): Pick<Laid, 'x' | 'y'> | undefined {
  if (Number.isNaN(centres.x[group]!)) return undefined;
  const from = (column: Float32Array, middle: number, nudge: (at: number) => number): Float64Array =>
    Float64Array.from(members, (each, at) => (Number.isNaN(column[each]!) ? nudge(at) : column[each]! - middle));
  return {
    x: from(stood.x, centres.x[group]!, (at) => Math.cos(at)),
    y: from(stood.y, centres.y[group]!, (at) => Math.sin(at)),
  };
}
