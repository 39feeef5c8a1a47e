/**
 * Which nodes stand in which group: all nodes in one order in which each group's lie one behind the other. Pure.
 */
import { NO_PARENT } from '../../../server/protocol.ts';
import type { Groups, Nodes } from './atlas.ts';

export interface Grouping {
  /** Numbers of nodes. Those in a group, however deep, are `order[starts[g]]` to before `order[ends[g]]`. */
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Whether other groups stand in it. */
  readonly hasGroups: Uint8Array;
  /** The group of the first level that each stands in, or is; the outermost for that one itself. */
  readonly first: Uint32Array;
  /** All groups, the largest first, a parent before its groups. */
  readonly largest: Uint32Array;
}

export function grouped(nodes: Nodes, { parents, radii }: Groups, gone: Uint8Array): Grouping {
  const count = parents.length;
  const own = new Uint32Array(count);
  nodes.groups.forEach((group, node) => {
    if (!gone[node]) own[group]!++;
  });
  const all = own.slice();
  for (let group = count - 1; group > 0; group--) all[parents[group]!]! += all[group]!;

  const [starts, ends] = [new Uint32Array(count), new Uint32Array(count)];
  const [hasGroups, first] = [new Uint8Array(count), new Uint32Array(count)];
  // A group's own nodes come first, then those of its groups: `next` is where the next of these begins.
  const next = new Uint32Array(count);
  for (let group = 0; group < count; group++) {
    const parent = parents[group]!;
    if (parent !== NO_PARENT) {
      starts[group] = next[parent]!;
      next[parent]! += all[group]!;
      hasGroups[parent] = 1;
      first[group] = parent === 0 ? group : first[parent]!;
    }
    ends[group] = starts[group]! + all[group]!;
    next[group] = starts[group]! + own[group]!;
  }
  const place = starts.slice();
  const order = new Uint32Array(all[0] ?? 0);
  nodes.groups.forEach((group, node) => {
    if (!gone[node]) order[place[group]!++] = node;
  });
  return { order, starts, ends, hasGroups, first, largest: largestFirst(parents, radii) };
}

/** A group that claims to be larger than its parent comes after it all the same. */
function largestFirst(parents: Uint32Array, radii: Float32Array): Uint32Array {
  const size = radii.slice();
  for (let group = 1; group < size.length; group++) size[group] = Math.min(size[group]!, size[parents[group]!]!);
  return Uint32Array.from(size.keys()).sort((a, b) => size[b]! - size[a]! || a - b);
}
