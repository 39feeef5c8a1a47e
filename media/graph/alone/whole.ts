/**
 * The graph that is written into a page which stands alone, out of its columns. Pure.
 */
import {
  type GraphPage,
  KIND_NUMBERS,
  type NodeKind,
  ROLE_NUMBERS,
  type SectionRole,
} from '../../../server/protocol.ts';

/** A node as the page knows it, by its number. */
export interface WholeNode {
  readonly id: string;
  readonly title: string;
  readonly kind: NodeKind;
  readonly tags: readonly string[];
}

export interface Whole {
  readonly nodes: readonly WholeNode[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Of edges, by their numbers. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly counts: Uint16Array;
  role(edge: number): SectionRole;
  /** The numbers of the edges at each node: those from it, and those to it. */
  readonly out: Lists;
  readonly into: Lists;
  /** In how many documents each node is named. */
  readonly uses: Uint32Array;
  /** What a document says of one that it relates itself to, by the edge's number. */
  readonly relations: ReadonlyMap<number, { readonly sentence: string; readonly type: string | null }>;
}

/** Lists of numbers, one behind the other: that of `n` stands from `starts[n]` to `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

export function wholeOf({ atlas, relations }: GraphPage): Whole {
  const nodes = nodesOf(atlas.nodes);
  const sources = u32(atlas.edges.sources);
  const targets = u32(atlas.edges.targets);
  const roles = bytesOf(atlas.edges.roles);
  const out = listsBy(sources, nodes.length);
  const into = listsBy(targets, nodes.length);
  const related = u32(relations.edges);
  return {
    nodes,
    numbers: new Map(nodes.map(({ id }, number) => [id, number])),
    sources,
    targets,
    counts: new Uint16Array(bytesOf(atlas.edges.counts).buffer),
    role: (edge) => ROLE_NUMBERS[roles[edge]!]!,
    out,
    into,
    uses: Uint32Array.from(nodes, (_, node) => new Set(listAt(into, node).map((edge) => sources[edge]!)).size),
    relations: new Map(
      Array.from(related, (edge, at) => {
        return [edge, { sentence: relations.sentences[at]!, type: relations.types[at] ?? null }] as const;
      }),
    ),
  };
}

function nodesOf({ ids, titles, kinds, tagNames, tagStarts, tags }: GraphPage['atlas']['nodes']): WholeNode[] {
  const kindNumbers = bytesOf(kinds);
  const starts = u32(tagStarts);
  const tagNumbers = u32(tags);
  return ids.map((id, at) => ({
    id,
    title: titles[at]!,
    kind: KIND_NUMBERS[kindNumbers[at]!]!,
    tags: Array.from(tagNumbers.subarray(starts[at], starts[at + 1]), (tag) => tagNames[tag]!),
  }));
}

/** The edges of each node, ascending, by what a column says of them. */
function listsBy(column: Uint32Array, count: number): Lists {
  const starts = new Uint32Array(count + 1);
  for (const node of column) starts[node + 1]!++;
  for (let node = 0; node < count; node++) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const items = new Uint32Array(column.length);
  for (let edge = 0; edge < column.length; edge++) items[next[column[edge]!]!++] = edge;
  return { starts, items };
}

export const listAt = ({ starts, items }: Lists, node: number): Uint32Array =>
  items.subarray(starts[node], starts[node + 1]);

/** A column of whole numbers. */
export const u32 = (column: string): Uint32Array => new Uint32Array(bytesOf(column).buffer);

function bytesOf(column: string): Uint8Array<ArrayBuffer> {
  const binary = atob(column);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
