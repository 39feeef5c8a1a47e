import type { Group } from './groups.ts';

/** Groups by number, a parent before its groups, and the root first. */
export interface Tree {
  /** The number of each group's parent; -1 for the root. */
  readonly parents: Int32Array;
  readonly depths: Uint8Array;
  /** What stands in each: numbers of groups, or of nodes. */
  readonly members: readonly Uint32Array[];
  readonly holdsNodes: readonly boolean[];
  /** The group of each node. */
  readonly groupOf: Uint32Array;
}

export function treeOf(root: Group, nodes: number): Tree {
  const parents: number[] = [];
  const depths: number[] = [];
  const members: Uint32Array[] = [];
  const holdsNodes: boolean[] = [];
  const groupOf = new Uint32Array(nodes);
  const add = (group: Group, parent: number, depth: number): number => {
    const number = parents.push(parent) - 1;
    depths.push(depth);
    holdsNodes.push('items' in group);
    members.push(EMPTY);
    if ('items' in group) {
      members[number] = group.items;
      for (const item of group.items) groupOf[item] = number;
    } else members[number] = Uint32Array.from(group.groups, (each) => add(each, number, depth + 1));
    return number;
  };
  add(root, -1, 0);
  return { parents: Int32Array.from(parents), depths: Uint8Array.from(depths), members, holdsNodes, groupOf };
}

const EMPTY = new Uint32Array();
