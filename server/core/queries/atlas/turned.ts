import type { Laid } from './discs.ts';
import type { Places } from './places.ts';
import type { Tree } from './tree.ts';
import type { Web } from './web.ts';

/** Where nodes stood; NaN for those that stood nowhere. */
export type Leaning = Pick<Places, 'x' | 'y'>;

/**
 * Places for good: group by group from the outermost inwards, each turned or mirrored so that its members lie towards what they have
 * to do with outside; or, where they stood somewhere, as they stood.
 */
export function* turned(
  web: Web,
  tree: Tree,
  laid: readonly Laid[],
  groupRadii: Float32Array,
  before?: Leaning,
): Generator<void, Places> {
  const { parents, members, holdsNodes, groupOf } = tree;
  const [x, y] = [new Float32Array(groupOf.length), new Float32Array(groupOf.length)];
  const [groupX, groupY] = [new Float32Array(parents.length), new Float32Array(parents.length)];
  const inside = nodesIn(tree);
  for (let group = 0; group < parents.length; group++) {
    const pulls = before ? stood(inside, group, before) : pulled(web, inside, group, x, y, groupX, groupY);
    const { x: left, y: top } = asTurned(tree, laid[group]!, group, inside, pulls);
    for (let at = 0; at < members[group]!.length; at++) {
      const member = members[group]![at]!;
      const [atX, atY] = [groupX[group]! + left[at]!, groupY[group]! + top[at]!];
      const [columnX, columnY] = holdsNodes[group] ? [x, y] : [groupX, groupY];
      columnX[member] = atX;
      columnY[member] = atY;
      if (holdsNodes[group]) continue;
      // As long as they are not placed themselves, nodes stand in the middle of their group.
      for (let each = inside.starts[member]!; each < inside.ends[member]!; each++) {
        x[inside.nodes[each]!] = atX;
        y[inside.nodes[each]!] = atY;
      }
    }
    yield;
  }
  return { x, y, groupX, groupY, groupRadii };
}

/** All nodes so that those of each group are one run; and the place of each in its group's run, whatever the level. */
interface Inside {
  readonly nodes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Where each node stands among `nodes`. */
  readonly places: Uint32Array;
}

function nodesIn({ parents, members, holdsNodes, groupOf }: Tree): Inside {
  const inside: Inside = {
    nodes: new Uint32Array(groupOf.length),
    starts: new Uint32Array(parents.length),
    ends: new Uint32Array(parents.length),
    places: new Uint32Array(groupOf.length),
  };
  let length = 0;
  // Groups are numbered as one walks into them, so that their nodes come in that order too.
  for (let group = 0; group < parents.length; group++) {
    inside.starts[group] = length;
    if (!holdsNodes[group]) continue;
    for (const node of members[group]!) {
      inside.places[node] = length;
      inside.nodes[length++] = node;
    }
  }
  for (let group = parents.length - 1; group >= 0; group--) {
    const own = holdsNodes[group] ? inside.starts[group]! + members[group]!.length : 0;
    inside.ends[group] = Math.max(inside.ends[group]!, own);
    const parent = parents[group]!;
    if (parent >= 0) inside.ends[parent] = Math.max(inside.ends[parent]!, inside.ends[group]!);
  }
  return inside;
}

/** Directions in which the nodes of a group are drawn, in their order there. */
interface Pulls {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Towards neighbours outside the group, from its middle: all neighbours count by their weight, however far. */
function pulled(
  web: Web,
  { nodes, starts, ends, places }: Inside,
  group: number,
  x: Float32Array,
  y: Float32Array,
  groupX: Float32Array,
  groupY: Float32Array,
): Pulls {
  const [from, to] = [starts[group]!, ends[group]!];
  const pulls = { x: new Float64Array(to - from), y: new Float64Array(to - from) };
  if (group === 0) return pulls;
  for (let at = from; at < to; at++) {
    const node = nodes[at]!;
    for (let edge = web.starts[node]!; edge < web.starts[node + 1]!; edge++) {
      const other = web.neighbours[edge]!;
      if (places[other]! >= from && places[other]! < to) continue;
      const [dx, dy] = [x[other]! - groupX[group]!, y[other]! - groupY[group]!];
      const distance = Math.hypot(dx, dy) || 1;
      pulls.x[at - from]! += (dx / distance) * web.weights[edge]!;
      pulls.y[at - from]! += (dy / distance) * web.weights[edge]!;
    }
  }
  return pulls;
}

/** Towards where they stood, from the middle of where all of them stood. */
function stood({ nodes, starts, ends }: Inside, group: number, before: Leaning): Pulls {
  const inside = nodes.subarray(starts[group]!, ends[group]!);
  const mean = (column: Float32Array): number => {
    const known = inside.filter((node) => !Number.isNaN(column[node]!));
    return known.reduce((sum, node) => sum + column[node]!, 0) / known.length;
  };
  const [middleX, middleY] = [mean(before.x), mean(before.y)];
  const from = (column: Float32Array, middle: number): Float64Array =>
    Float64Array.from(inside, (node) => (Number.isNaN(column[node]!) ? 0 : column[node]! - middle));
  return { x: from(before.x, middleX), y: from(before.y, middleY) };
}

/** The members of a group turned, and mirrored where that is better, so that together they lie as they are drawn (least squares). */
function asTurned(
  { members, holdsNodes }: Tree,
  { x, y }: Laid,
  group: number,
  inside: Inside,
  pulls: Pulls,
): Pick<Laid, 'x' | 'y'> {
  // Sums of products of places, as complex numbers, with pulls: of the places as they are, and mirrored.
  let [real, imaginary, mirroredReal, mirroredImaginary] = [0, 0, 0, 0];
  const from = inside.starts[group]!;
  for (let at = 0; at < members[group]!.length; at++) {
    const member = members[group]![at]!;
    const [first, last] = holdsNodes[group]
      ? [from + at, from + at + 1]
      : [inside.starts[member]!, inside.ends[member]!];
    let [pullX, pullY] = [0, 0];
    for (let each = first; each < last; each++) {
      pullX += pulls.x[each - from]!;
      pullY += pulls.y[each - from]!;
    }
    real += pullX * x[at]! + pullY * y[at]!;
    imaginary += pullY * x[at]! - pullX * y[at]!;
    mirroredReal += pullX * x[at]! - pullY * y[at]!;
    mirroredImaginary += pullY * x[at]! + pullX * y[at]!;
  }
  const isMirrored = Math.hypot(mirroredReal, mirroredImaginary) > Math.hypot(real, imaginary) * 1.000001;
  const [a, b] = isMirrored ? [mirroredReal, mirroredImaginary] : [real, imaginary];
  const length = Math.hypot(a, b);
  if (length === 0) return { x, y };
  const [cos, sin, side] = [a / length, b / length, isMirrored ? -1 : 1];
  return {
    x: x.map((_, at) => cos * x[at]! - sin * side * y[at]!),
    y: x.map((_, at) => sin * x[at]! + cos * side * y[at]!),
  };
}
