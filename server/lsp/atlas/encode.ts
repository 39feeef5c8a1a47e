import * as core from '../../core/index.ts';
import {
  type Atlas,
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

/** Where everything stands. */
export type Placed = Pick<core.Arrangement, 'x' | 'y' | 'groupOf'>;

/** What is told of some nodes, in their order. */
export function toNodes({ nodes }: core.GraphColumns, { x, y, groupOf }: Placed, numbers: Uint32Array): AtlasNodes {
  const told = Array.from(numbers, (number) => nodes[number]!);
  return {
    ids: told.map(({ id }) => id),
    titles: told.map(({ title }) => title),
    kinds: column(Uint8Array.from(told, ({ kind }) => KIND_NUMBERS.indexOf(kind))),
    ...toTags(told.map(() => [])),
    x: column(Float32Array.from(numbers, (number) => x[number]!)),
    y: column(Float32Array.from(numbers, (number) => y[number]!)),
    groups: column(Uint32Array.from(numbers, (number) => groupOf[number]!)),
  };
}

/** @param tags of each node, without `#` */
function toTags(tags: readonly (readonly string[])[]): Pick<AtlasNodes, 'tagNames' | 'tagStarts' | 'tags'> {
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

/** @param sources whose edges are told; all, where it is not said */
export function toEdges(columns: core.GraphColumns, sources?: Uint32Array): AtlasEdges {
  const edges = core.edgeColumns(columns, sources);
  return {
    sources: column(edges.sources),
    targets: column(edges.targets),
    roles: column(edges.roles),
    counts: column(edges.counts),
  };
}

export function toGroups({ parents, groupX, groupY, groupRadii }: core.Arrangement): AtlasGroups {
  return {
    parents: column(Uint32Array.from(parents, (parent) => (parent < 0 ? NO_PARENT : parent))),
    x: column(groupX),
    y: column(groupY),
    radii: column(groupRadii),
  };
}

/** A whole graph, in which no number is a gap. */
export function toAtlas(number: number, columns: core.GraphColumns, arrangement: core.Arrangement): Atlas {
  const numbers = Uint32Array.from(columns.nodes, (_, at) => at);
  return {
    type: 'atlas',
    number,
    nodes: toNodes(columns, arrangement, numbers),
    edges: toEdges(columns),
    groups: toGroups(arrangement),
  };
}
