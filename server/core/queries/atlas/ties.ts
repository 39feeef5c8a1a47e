import type { Tree } from './tree.ts';
import { sizeOf, type Web } from './web.ts';

/** How much the members of each group have to do with each other: columns of pairs, and where those of each group begin. */
export interface Ties {
  readonly starts: Uint32Array;
  /** The two of each pair, by their places among the members of the group. A pair may be there several times. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * What ties nodes ties those two groups in which they stand and that stand in the same group: each edge is told once, of the
 * innermost group that holds both its ends.
 */
export function tiesOf(web: Web, tree: Tree): Ties {
  const { parents, groupOf } = tree;
  const count = web.neighbours.length / 2;
  const [holders, sources, targets] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  const weights = new Float32Array(count);
  const [placeOfNode, placeOfGroup] = placesIn(tree);
  let length = 0;
  for (let node = 0; node < sizeOf(web); node++) {
    for (let edge = web.starts[node]!; edge < web.starts[node + 1]!; edge++) {
      const other = web.neighbours[edge]!;
      if (other < node) continue;
      let [a, b] = [groupOf[node]!, groupOf[other]!];
      if (a === b) {
        holders[length] = a;
        sources[length] = placeOfNode[node]!;
        targets[length] = placeOfNode[other]!;
      } else {
        [a, b] = siblings(tree, a, b);
        holders[length] = parents[a]!;
        sources[length] = placeOfGroup[a]!;
        targets[length] = placeOfGroup[b]!;
      }
      weights[length++] = web.weights[edge]!;
    }
  }
  return byHolder(parents.length, holders, sources, targets, weights);
}

/** The two groups of one parent in which these two stand. */
export function siblings({ parents, depths }: Tree, a: number, b: number): [number, number] {
  let [left, right] = [a, b];
  while (depths[left]! > depths[right]!) left = parents[left]!;
  while (depths[right]! > depths[left]!) right = parents[right]!;
  while (parents[left] !== parents[right]) {
    left = parents[left]!;
    right = parents[right]!;
  }
  return [left, right];
}

function placesIn({ members, holdsNodes, groupOf, parents }: Tree): [Uint32Array, Uint32Array] {
  const places = [new Uint32Array(groupOf.length), new Uint32Array(parents.length)] as const;
  for (const [group, inside] of members.entries())
    for (let at = 0; at < inside.length; at++) places[holdsNodes[group] ? 0 : 1][inside[at]!] = at;
  return [...places];
}

function byHolder(
  groups: number,
  holders: Uint32Array,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float32Array,
): Ties {
  const starts = new Uint32Array(groups + 1);
  for (const holder of holders) starts[holder]!++;
  for (let group = 1; group <= groups; group++) starts[group]! += starts[group - 1]!;
  const sorted = {
    starts,
    sources: new Uint32Array(holders.length),
    targets: new Uint32Array(holders.length),
    weights: new Float32Array(holders.length),
  };
  for (let at = holders.length - 1; at >= 0; at--) {
    const place = --starts[holders[at]!]!;
    sorted.sources[place] = sources[at]!;
    sorted.targets[place] = targets[at]!;
    sorted.weights[place] = weights[at]!;
  }
  return sorted;
}
