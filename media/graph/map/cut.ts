/**
 * The cut: what of the whole graph is drawn from here. Far away a group is one disc; near by its members are. Pure.
 */

import type { Camera } from '../looks.ts';
import type { Size } from '../near/view.ts';
import type { Left } from './left.ts';
import type { Whole } from './whole.ts';

/** No more than this is drawn as nodes and closed groups. */
export const mostThings = 2000;

/** What is drawn: closed groups first, then nodes. The n-th is thing number n. */
export interface Cut {
  /** Groups that are drawn as one. */
  readonly closed: readonly number[];
  /** Groups whose members are drawn, the largest first: their ground is. */
  readonly open: readonly number[];
  readonly nodes: readonly number[];
  /** The thing that stands for each node; -1 for none. */
  readonly thing: Int32Array;
}

/** How far beyond the stage is drawn, as a share of it on each side: so far the reader can pan before the cut is made anew. */
export const margin = 0.4;

/** Groups open when those in them have so many pixels of radius, on the average: enough for most of their names. */
const roomForGroup = 24;
/** ... or when they themselves are this large. */
const emptyAtMost = 105;

/** @param always nodes that are drawn whatever they stand in: the focus first, which no filter leaves out, and what is next to it */
export function cut(whole: Whole, left: Left, camera: Camera, size: Size, always: readonly number[] = []): Cut {
  const { grouping, groups } = whole;
  const pinned = always.filter((node, at) => at === 0 || left.nodes[node]).slice(0, mostThings / 4);
  const children = childrenOf(whole);
  // What is on the stage is opened first, then what the reader may pan to.
  const [onStage, near] = [nearness(camera, size, 0), nearness(camera, size, margin)];
  const state = new Uint8Array(groups.parents.length);
  const [closed, open, nodes]: [number[], number[], number[]] = [[], [], []];
  state[0] = left.count > 0 ? reached : 0;
  let room = mostThings - pinned.length - 1;
  for (const isIn of [onStage, near]) {
    for (const group of grouping.largest) {
      if (state[group] !== reached) continue;
      if (!isIn(groups.x[group]!, groups.y[group]!, groups.radii[group]!)) continue;
      state[group] = decided;
      const inside = children[group]!.filter((child) => left.members[child]! > 0);
      const own = isLarge(whole, left, group, inside, camera.scale, size)
        ? ownNodes(whole, left, group, near)
        : undefined;
      const isTooMuch = !own || own.length + inside.length > room + 1;
      if (!own || inside.length > room + 1 || (isTooMuch && !isAllThatIsSeen(whole, group, camera, size))) {
        closed.push(group);
        continue;
      }
      open.push(group);
      for (const child of inside) state[child] = reached;
      const taken = mostUsed(own, whole.uses, room + 1 - inside.length);
      for (const node of taken) nodes.push(node);
      room += 1 - inside.length - taken.length;
    }
  }
  for (const group of grouping.largest) if (state[group] === reached) closed.push(group);
  return { closed, open, ...things(whole, left, closed, nodes, pinned) };
}

const reached = 1;
const decided = 2;

/** Whether a disc of the map reaches into what is drawn. */
function nearness(
  camera: Camera,
  { width, height }: Size,
  beyond: number,
): (x: number, y: number, radius: number) => boolean {
  const halfWidth = (width * (0.5 + beyond)) / camera.scale;
  const halfHeight = (height * (0.5 + beyond)) / camera.scale;
  return (x, y, radius) => Math.abs(x - camera.x) < halfWidth + radius && Math.abs(y - camera.y) < halfHeight + radius;
}

/** A few documents are drawn in any case: there is nothing to be won by closing a group of three. */
const few = 300;

/** Whether what stands in a group has room: groups for their names; nodes so much that a stage of them stays within bounds. */
function isLarge(
  { groups }: Whole,
  left: Left,
  group: number,
  inside: readonly number[],
  scale: number,
  { width, height }: Size,
): boolean {
  if (left.count <= few || (group === 0 && inside.length > 0)) return true;
  // A disc so large with nothing in it would be a waste of the stage.
  if (inside.length > 0 && groups.radii[group]! * scale >= emptyAtMost) return true;
  const room = Math.max(6, Math.sqrt((0.45 * width * height) / (Math.PI * mostThings)));
  if ((groups.radii[group]! * scale) / Math.sqrt(left.members[group]!) >= room) return true;
  const square = inside.reduce((sum, child) => sum + groups.radii[child]! ** 2, 0);
  return inside.length > 0 && Math.sqrt(square / inside.length) * scale >= roomForGroup;
}

/** A group that fills the stage opens, even where only some of its members have room. */
function isAllThatIsSeen({ groups }: Whole, group: number, { scale }: Camera, { width, height }: Size): boolean {
  return groups.radii[group]! * scale > Math.max(width, height) / 3;
}

/** The nodes that stand in a group itself, are left in, and lie near the stage. */
function ownNodes(whole: Whole, left: Left, group: number, isNear: ReturnType<typeof nearness>): number[] {
  const { grouping, nodes } = whole;
  const own: number[] = [];
  for (let at = grouping.starts[group]!; at < grouping.ends[group]!; at++) {
    const node = grouping.order[at]!;
    if (nodes.groups[node] !== group) break;
    if (left.nodes[node] && isNear(nodes.x[node]!, nodes.y[node]!, 8)) own.push(node);
  }
  return own;
}

function mostUsed(nodes: number[], uses: Uint32Array, room: number): readonly number[] {
  if (nodes.length <= room) return nodes;
  return nodes.sort((a, b) => uses[b]! - uses[a]! || a - b).slice(0, Math.max(0, room));
}

function things(
  { grouping, count }: Whole,
  left: Left,
  closed: readonly number[],
  drawn: readonly number[],
  pinned: readonly number[],
): Pick<Cut, 'nodes' | 'thing'> {
  const thing = new Int32Array(count).fill(-1);
  closed.forEach((group, number) => {
    for (let at = grouping.starts[group]!; at < grouping.ends[group]!; at++) {
      const node = grouping.order[at]!;
      if (left.nodes[node]) thing[node] = number;
    }
  });
  const nodes = [...new Set([...drawn, ...pinned])];
  nodes.forEach((node, at) => {
    thing[node] = closed.length + at;
  });
  return { nodes, thing };
}

const known = new WeakMap<Whole, readonly (readonly number[])[]>();

/** The groups that stand in each group. */
function childrenOf(whole: Whole): readonly (readonly number[])[] {
  let children = known.get(whole);
  if (children) return children;
  const lists: number[][] = Array.from(whole.groups.parents, () => []);
  whole.groups.parents.forEach((parent, group) => {
    if (group > 0) lists[parent]!.push(group);
  });
  children = lists;
  known.set(whole, children);
  return children;
}
