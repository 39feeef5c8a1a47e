/**
 * The cut: what of the whole graph is drawn from here. Far away a group is one disc; near by its members are. Pure.
 */
import type { Size } from '../near/view.ts';
import type { Camera } from '../picture.ts';
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

/** Members open when each would have so many pixels of radius to itself, on the average; whole groups need more, for a name. */
const roomForNode = 5.5;
const roomForGroup = 24;

/** @param always nodes that are drawn whatever they stand in: the focus first, which no filter leaves out, and what is next to it */
export function cut(whole: Whole, left: Left, camera: Camera, size: Size, always: readonly number[] = []): Cut {
  const { grouping, groups } = whole;
  const isNear = nearness(camera, size);
  const pinned = always.filter((node, at) => at === 0 || left.nodes[node]).slice(0, mostThings / 4);
  const isReached = new Uint8Array(groups.parents.length);
  isReached[0] = left.count > 0 ? 1 : 0;
  const closed: number[] = [];
  const open: number[] = [];
  const nodes: number[] = [];
  let room = mostThings - pinned.length - isReached[0]!;
  const children = childrenOf(whole);
  for (const group of grouping.largest) {
    if (!isReached[group] || left.members[group] === 0) continue;
    const inside = children[group]!.filter((child) => left.members[child]! > 0);
    const seen = isNear(groups.x[group]!, groups.y[group]!, groups.radii[group]!);
    if (!seen || !isLarge(whole, left, group, inside.length, camera.scale) || inside.length > room + 1) {
      closed.push(group);
      continue;
    }
    const own = ownNodes(whole, left, group, isNear);
    if (own.length + inside.length > room + 1 && !isAllThatIsSeen(whole, group, camera, size)) {
      closed.push(group);
      continue;
    }
    open.push(group);
    for (const child of inside) isReached[child] = 1;
    const taken = mostUsed(own, whole.uses, room + 1 - inside.length);
    for (const node of taken) nodes.push(node);
    room += 1 - inside.length - taken.length;
  }
  return { closed, open, ...things(whole, left, closed, nodes, pinned) };
}

/** Whether a disc of the map reaches into what is drawn. */
function nearness(camera: Camera, { width, height }: Size): (x: number, y: number, radius: number) => boolean {
  const halfWidth = (width * (0.5 + margin)) / camera.scale;
  const halfHeight = (height * (0.5 + margin)) / camera.scale;
  return (x, y, radius) => Math.abs(x - camera.x) < halfWidth + radius && Math.abs(y - camera.y) < halfHeight + radius;
}

/** A few documents are drawn in any case: there is nothing to be won by closing a group of three. */
const few = 300;

function isLarge(whole: Whole, left: Left, group: number, inside: number, scale: number): boolean {
  if (left.count <= few) return true;
  const pixels = whole.groups.radii[group]! * scale;
  const each = inside > 0 ? inside : left.members[group]!;
  return pixels / Math.sqrt(each) >= (inside > 0 ? roomForGroup : roomForNode) || (group === 0 && inside > 0);
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
export function childrenOf(whole: Whole): readonly (readonly number[])[] {
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
