/**
 * What there is in a picture, summed up for the legend and the filters. Pure.
 */
import {
  type Atlas,
  type AtlasChange,
  type GraphEdge,
  type GraphNode,
  type NodeKind,
  ROLE_NUMBERS,
  type SectionRole,
} from '../../server/protocol.ts';
import { folderOf } from './colouring.ts';
import { common, withOuter } from './map/shelves.ts';

const kindsKnown = new WeakMap<readonly GraphNode[], ReadonlyMap<NodeKind, number>>();

/** How many nodes there are of each kind. The same array is counted once: a map is drawn often, and may have a hundred thousand. */
export function kindsOf(nodes: readonly GraphNode[]): ReadonlyMap<NodeKind, number> {
  const known = kindsKnown.get(nodes) ?? counted(nodes.map(({ kind }) => kind));
  kindsKnown.set(nodes, known);
  return known;
}

/** How many edges there are in each role. */
export function rolesOf(edges: readonly GraphEdge[]): Map<SectionRole, number> {
  return counted(edges.map(({ role }) => role));
}

/** The roles that edges of an atlas have. */
export function rolesIn({ edges }: Atlas | AtlasChange): Set<SectionRole> {
  const numbers = new Set(atob(edges.roles));
  return new Set([...numbers].flatMap((each) => ROLE_NUMBERS[each.charCodeAt(0)] ?? []));
}

/** The folders that documents lie in, and those around them, the most common first. */
export function foldersOf(nodes: readonly GraphNode[]): string[] {
  return common(withOuter(counted(nodes.map(folderOf).filter(Boolean))));
}

/** The tags that documents have, and those above them, the most common first. */
export function tagsOf(nodes: readonly GraphNode[]): string[] {
  return common(withOuter(counted(nodes.flatMap(({ tags }) => tags))));
}

function counted<T>(all: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
