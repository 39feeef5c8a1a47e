import { arrange, atOnce, type Graph, type GraphNode } from '../../core/index.ts';
import { column, toGroups, toTags } from '../../lsp/atlas/encode.ts';
import {
  type Atlas,
  type AtlasEdges,
  type AtlasNodes,
  KIND_NUMBERS,
  nodeRadius,
  ROLE_NUMBERS,
} from '../../protocol.ts';

/** A graph in columns, arranged: its nodes and edges have the numbers of their places in it. */
export function columnsOf({ nodes, edges }: Graph): Atlas {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  const sources = Uint32Array.from(edges, ({ source }) => numbers.get(source)!);
  const targets = Uint32Array.from(edges, ({ target }) => numbers.get(target)!);
  const counts = Uint16Array.from(edges, ({ count }) => Math.min(count, 0xffff));
  const roles = Uint8Array.from(edges, ({ role }) => ROLE_NUMBERS.indexOf(role));
  const radii = radiiOf(nodes.length, sources, targets);
  const arranged = atOnce(arrange({ radii, folders: foldersOf(nodes), sources, targets, counts }));
  return {
    type: 'atlas',
    number: 1,
    nodes: { ...toldOf(nodes), x: column(arranged.x), y: column(arranged.y), groups: column(arranged.groupOf) },
    edges: {
      sources: column(sources),
      targets: column(targets),
      roles: column(roles),
      counts: column(counts),
    } satisfies AtlasEdges,
    groups: toGroups(arranged),
  };
}

/** By how many others name each. The edges of a source stand together, those to one target beside each other. */
function radiiOf(nodes: number, sources: Uint32Array, targets: Uint32Array): Float32Array {
  const uses = new Uint32Array(nodes);
  for (let edge = 0; edge < targets.length; edge++) {
    if (targets[edge] !== targets[edge - 1] || sources[edge] !== sources[edge - 1]) uses[targets[edge]!]!++;
  }
  return Float32Array.from(uses, nodeRadius);
}

/** A number for each folder, in the order of their paths; missing notes are in one behind all others. */
function foldersOf(nodes: readonly GraphNode[]): Uint32Array {
  const folders = nodes.map(({ path }) => path?.slice(0, path.lastIndexOf('/') + 1));
  const all = [...new Set(folders.filter((folder) => folder !== undefined))].sort();
  const numbers = new Map(all.map((folder, number) => [folder, number]));
  return Uint32Array.from(folders, (folder) => (folder === undefined ? all.length : numbers.get(folder)!));
}

function toldOf(nodes: readonly GraphNode[]): Omit<AtlasNodes, 'x' | 'y' | 'groups'> {
  return {
    ids: nodes.map(({ id }) => id),
    titles: nodes.map(({ title }) => title),
    kinds: column(Uint8Array.from(nodes, ({ kind }) => KIND_NUMBERS.indexOf(kind))),
    ...toTags(nodes.map(({ tags }) => tags)),
  };
}
