import * as core from '../../core/index.ts';
import {
  type Atlas,
  type AtlasChange,
  type AtlasEdges,
  type AtlasGroups,
  type AtlasNodes,
  type Column,
  KIND_NUMBERS,
  NO_PARENT,
} from '../../protocol.ts';

// Columns in the words of the protocol (`protocol/atlas.ts`). Typed arrays are little endian on every machine that runs this.

/** The bytes of a column in base64. */
export function column(values: Uint8Array | Uint16Array | Uint32Array | Float32Array): Column {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  if (typeof Buffer !== 'undefined')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return pieces.join('');
}

/** Three divides it, so that pieces can be put together. */
const PIECE = 3 * 4096;

/** So many nodes are looked at in a step. */
const STEP = 1024;

/** What is told of some nodes, in their order; in steps. */
function* toNodes(
  { nodes }: core.GraphColumns,
  { x, y, groupOf }: core.Standing,
  numbers: Uint32Array,
): Generator<void, AtlasNodes> {
  const [ids, titles, tags]: [string[], string[], (readonly string[])[]] = [[], [], []];
  const kinds = new Uint8Array(numbers.length);
  for (const [at, number] of numbers.entries()) {
    if (at % STEP === 0) yield;
    const { id, title, kind, tags: own } = nodes[number]!;
    ids.push(id);
    titles.push(title);
    kinds[at] = KIND_NUMBERS.indexOf(kind);
    tags.push(own);
  }
  const places = {
    x: Float32Array.from(numbers, (number) => x[number]!),
    y: Float32Array.from(numbers, (number) => y[number]!),
  };
  yield;
  const groups = column(Uint32Array.from(numbers, (number) => groupOf[number]!));
  return { ids, titles, kinds: column(kinds), ...toTags(tags), x: column(places.x), y: column(places.y), groups };
}

/** The columns of the tags of some nodes. `tags`: of each, without `#`. */
export function toTags(tags: readonly (readonly string[])[]): Pick<AtlasNodes, 'tagNames' | 'tagStarts' | 'tags'> {
  const names = new Map<string, number>();
  const starts = new Uint32Array(tags.length + 1);
  const numbers: number[] = [];
  for (const [at, own] of tags.entries()) {
    for (const tag of own) {
      if (!names.has(tag)) names.set(tag, names.size);
      numbers.push(names.get(tag)!);
    }
    starts[at + 1] = numbers.length;
  }
  return { tagNames: [...names.keys()], tagStarts: column(starts), tags: column(Uint32Array.from(numbers)) };
}

/** @param nodes whose edges are told; all, where it is not said */
function* toEdges(columns: core.GraphColumns, nodes?: Uint32Array): Generator<void, AtlasEdges> {
  const edges = yield* core.edgeColumns(columns, nodes);
  const sources = column(edges.sources);
  yield;
  const targets = column(edges.targets);
  yield;
  return { sources, targets, roles: column(edges.roles), counts: column(edges.counts) };
}

/** The columns of groups that were arranged. */
export function toGroups({
  parents,
  groupX,
  groupY,
  groupRadii,
}: Pick<core.Arrangement, 'parents' | 'groupX' | 'groupY' | 'groupRadii'>): AtlasGroups {
  return {
    parents: column(Uint32Array.from(parents, (parent) => (parent < 0 ? NO_PARENT : parent))),
    x: column(groupX),
    y: column(groupY),
    radii: column(groupRadii),
  };
}

/** A whole graph, in which no number is a gap; in steps. */
export function* toAtlas(number: number, columns: core.GraphColumns, standing: core.Standing): Generator<void, Atlas> {
  const numbers = Uint32Array.from(columns.nodes, (_, at) => at);
  const nodes = yield* toNodes(columns, standing, numbers);
  const edges = yield* toEdges(columns);
  return { type: 'atlas', number, nodes, edges, groups: toGroups(standing.groups) };
}

/**
 * What is other than it was in the atlas with the number `since`; undefined where that cannot be said, since a node came and
 * went meanwhile and left a gap that the asker would not know of. In steps.
 *
 * @param base what a step of the columns has to be added to
 */
export function* toChange(
  since: number,
  number: number,
  base: number,
  columns: core.GraphColumns,
  standing: core.Standing,
): Generator<void, AtlasChange | undefined> {
  const { nodes, told, born, rewritten } = columns;
  const [gone, changed, sources]: [number[], number[], number[]] = [[], [], []];
  for (let node = 0; node < nodes.length; node++) {
    const isThere = nodes[node] !== undefined;
    if (!isThere && base + born[node]! > since) return undefined;
    if (base + told[node]! > since) (isThere ? changed : gone).push(node);
    if (isThere && base + rewritten[node]! > since) sources.push(node);
  }
  const [fresh, others] = [Uint32Array.from(changed), Uint32Array.from(sources)];
  return {
    type: 'change',
    since,
    number,
    gone: column(Uint32Array.from(gone)),
    changed: column(fresh),
    nodes: yield* toNodes(columns, standing, fresh),
    rewritten: column(others),
    edges: yield* toEdges(columns, others),
  };
}
