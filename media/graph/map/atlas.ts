/**
 * An atlas as it comes over the wire, read into columns of numbers.
 */
import { type Atlas, KIND_NUMBERS, NO_PARENT, ROLE_NUMBERS } from '../../../server/protocol.ts';
import { f32, must, u8, u16, u32 } from './columns.ts';
import type { Work } from './slices.ts';

export interface Nodes {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly kinds: Uint8Array;
  readonly tagNames: readonly string[];
  readonly tagStarts: Uint32Array;
  readonly tags: Uint32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly groups: Uint32Array;
}

export interface Edges {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly roles: Uint8Array;
  readonly counts: Uint16Array;
}

export interface Groups {
  readonly parents: Uint32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radii: Float32Array;
}

/** A whole graph in columns. Nodes that are no more keep their numbers, so that those of others stay. */
export interface Columns {
  readonly number: number;
  readonly nodes: Nodes;
  readonly edges: Edges;
  readonly groups: Groups;
  /** 1 for nodes that are no more. */
  readonly gone: Uint8Array;
}

type Loose = Readonly<Record<string, unknown>>;

/** The columns of an atlas. Throws what is to be caught where it is none. */
export function* columnsOf(atlas: Atlas): Work<Columns> {
  const { number } = atlas;
  must(Number.isFinite(number), 'a number');
  const groups = yield* groupsOf(atlas.groups as unknown as Loose);
  const nodes = yield* nodesOf(atlas.nodes as unknown as Loose, groups.parents.length);
  const edges = yield* edgesOf(atlas.edges as unknown as Loose, nodes.ids.length);
  return { number, nodes, edges, groups, gone: new Uint8Array(nodes.ids.length) };
}

/** Nodes that stand in `groups` groups. */
export function* nodesOf(nodes: Loose, groups: number): Work<Nodes> {
  const ids = texts(nodes['ids']);
  const count = ids.length;
  const titles = texts(nodes['titles'], count);
  const tagNames = texts(nodes['tagNames']);
  const tags = yield* u32(nodes['tags'], tagNames.length);
  const tagStarts = yield* u32(nodes['tagStarts'], tags.length + 1, count + 1);
  must(tagStarts[0] === 0 && tagStarts[count] === tags.length, 'all tags');
  for (let at = 0; at < count; at++) must(tagStarts[at]! <= tagStarts[at + 1]!, 'tags in order');
  return {
    ids,
    titles,
    tagNames,
    tags,
    tagStarts,
    kinds: yield* u8(nodes['kinds'], KIND_NUMBERS.length, count),
    x: yield* f32(nodes['x'], count),
    y: yield* f32(nodes['y'], count),
    groups: yield* u32(nodes['groups'], groups, count),
  };
}

/** Edges between nodes with numbers below `nodes`. */
export function* edgesOf(edges: Loose, nodes: number): Work<Edges> {
  const sources = yield* u32(edges['sources'], nodes);
  const count = sources.length;
  return {
    sources,
    targets: yield* u32(edges['targets'], nodes, count),
    roles: yield* u8(edges['roles'], ROLE_NUMBERS.length, count),
    counts: yield* u16(edges['counts'], count),
  };
}

/** Groups that are one tree, whose parents come first. */
function* groupsOf(groups: Loose): Work<Groups> {
  const parents = yield* u32(groups['parents'], Number.POSITIVE_INFINITY);
  const count = parents.length;
  must(count > 0 && parents[0] === NO_PARENT, 'one group that holds all');
  for (let at = 1; at < count; at++) must(parents[at]! < at, 'parents first');
  const radii = yield* f32(groups['radii'], count);
  for (const radius of radii) must(radius >= 0, 'a radius');
  return { parents, x: yield* f32(groups['x'], count), y: yield* f32(groups['y'], count), radii };
}

function texts(value: unknown, count?: number): readonly string[] {
  must(Array.isArray(value) && (count === undefined || value.length === count), 'texts');
  for (const text of value) must(typeof text === 'string', 'a text');
  return value;
}
