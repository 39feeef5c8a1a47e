/**
 * What a filter leaves in of the whole graph. Pure.
 */
import {
  type GraphFilter,
  KIND_NUMBERS,
  type NodeKind,
  ROLE_NUMBERS,
  type SectionRole,
} from '../../../server/protocol.ts';
import { stretches, type Work } from './slices.ts';
import type { Whole } from './whole.ts';

export interface Left {
  /** 1 for nodes that are left in. */
  readonly nodes: Uint8Array;
  /** 1 for roles, by number, whose edges are left in, where both their nodes are. */
  readonly roles: Uint8Array;
  readonly count: number;
  /** How many are left in of each group, and which of them is used most (-1: there is none). */
  readonly members: Uint32Array;
  readonly most: Int32Array;
}

const missing = KIND_NUMBERS.indexOf('missing');

/** @param hidden single nodes that are left out, by id */
export function* leftBy(whole: Whole, filter: GraphFilter, hidden: ReadonlySet<string>): Work<Left> {
  const nodes = new Uint8Array(whole.count);
  const isLeft = nodeFilter(whole, filter);
  yield* stretches(
    whole.count,
    (from, to) => {
      for (let node = from; node < to; node++) nodes[node] = !whole.gone[node] && isLeft(node) ? 1 : 0;
    },
    8192,
  );
  for (const id of hidden) nodes[whole.numbers.get(id) ?? nodes.length] = 0;
  const roles = rolesOf(filter.roles);
  if (filter.orphans === 'hidden' || filter.orphans === 'alone')
    yield* keepOrphans(whole, nodes, roles, filter.orphans);
  return { nodes, roles, ...membersOf(whole, nodes) };
}

/** Whether a node has the kind, folder and tag that the filter wants. Edges are not asked for. */
export function nodeFilter({ nodes }: Whole, { kinds, folder, tag }: GraphFilter): (node: number) => boolean {
  const wanted = kinds && KIND_NUMBERS.map((kind) => (kinds as readonly NodeKind[]).includes(kind));
  const tags = tag === undefined ? undefined : tagFilter(nodes.tagNames, tag);
  const below = folder === undefined || folder === '' ? undefined : `${folder}/`;
  return (node) => {
    const kind = nodes.kinds[node]!;
    if (wanted && !wanted[kind]) return false;
    // A missing note lies nowhere, and has no tags: it comes with those that name it.
    if (kind === missing) return true;
    if (below !== undefined && !nodes.ids[node]!.startsWith(below)) return false;
    if (!tags) return true;
    for (let at = nodes.tagStarts[node]!; at < nodes.tagStarts[node + 1]!; at++) if (tags[nodes.tags[at]!]) return true;
    return false;
  };
}

/** Which of the tags are the one that is wanted, whatever the case: `a/b` is `a` too. */
function tagFilter(names: readonly string[], wanted: string): readonly boolean[] {
  const tag = wanted.toLowerCase();
  return names.map((name) => name.toLowerCase() === tag || name.toLowerCase().startsWith(`${tag}/`));
}

/** 1 for roles that are wanted; all where none are said. */
export function rolesOf(roles: readonly SectionRole[] | undefined): Uint8Array {
  return Uint8Array.from(ROLE_NUMBERS, (role) => (!roles || roles.includes(role) ? 1 : 0));
}

function* keepOrphans(whole: Whole, nodes: Uint8Array, roles: Uint8Array, which: 'hidden' | 'alone'): Work<void> {
  const { edges } = whole;
  const linked = new Uint8Array(whole.count);
  yield* stretches(edges.sources.length, (from, to) => {
    for (let edge = from; edge < to; edge++) {
      const [source, target] = [edges.sources[edge]!, edges.targets[edge]!];
      if (source === target || !roles[edges.roles[edge]!] || !nodes[source] || !nodes[target]) continue;
      linked[source] = 1;
      linked[target] = 1;
    }
  });
  const wanted = which === 'hidden' ? 1 : 0;
  for (let node = 0; node < whole.count; node++) if (linked[node] !== wanted) nodes[node] = 0;
}

function membersOf({ grouping, groups, uses }: Whole, nodes: Uint8Array): Pick<Left, 'count' | 'members' | 'most'> {
  const { order, starts, ends } = grouping;
  const { parents } = groups;
  const members = new Uint32Array(parents.length);
  const most = new Int32Array(parents.length).fill(-1);
  const isMore = (a: number, b: number) => b < 0 || uses[a]! > uses[b]! || (uses[a] === uses[b] && a < b);
  // From the last to the first: what stands in a group is told before it is asked for.
  const told = new Uint32Array(parents.length);
  for (let group = parents.length - 1; group >= 0; group--) {
    const own = ends[group]! - starts[group]! - told[group]!;
    for (let at = starts[group]!; at < starts[group]! + own; at++) {
      const node = order[at]!;
      if (!nodes[node]) continue;
      members[group]!++;
      if (isMore(node, most[group]!)) most[group] = node;
    }
    if (group === 0) continue;
    const parent = parents[group]!;
    told[parent]! += ends[group]! - starts[group]!;
    members[parent]! += members[group]!;
    if (most[group]! >= 0 && isMore(most[group]!, most[parent]!)) most[parent] = most[group]!;
  }
  return { members, most, count: members[0] ?? 0 };
}
