/**
 * The neighbourhood of a node in the graph of a page that stands alone, as the server would cut it out
 * (`server/core/queries/graph.ts`). Pure.
 */
import type { GraphEdge, GraphFilter, GraphNode, GraphResult } from '../../server/protocol.ts';
import { listAt, type Whole, type WholeNode } from './alone/whole.ts';

/**
 * What the filter leaves in of the nodes within `depth` steps, nearest and most used first, at most `limit`; without a focus of
 * all nodes, as neighbours.
 */
export function around(
  whole: Whole,
  focus: string | null,
  depth: number,
  limit: number,
  filter: GraphFilter = {},
): GraphResult {
  const centre = focus === null ? undefined : whole.numbers.get(focus);
  if (focus !== null && centre === undefined) return { focus: null, nodes: [], edges: [], omitted: 0 };
  const isEdge = (edge: number): boolean => filter.roles?.includes(whole.role(edge)) ?? true;
  const isNode = (number: number): boolean => number === centre || isLeftIn(whole.nodes[number]!, filter);
  const distances =
    centre === undefined ? everything(whole, filter, isNode, isEdge) : walk(whole, centre, depth, isNode, isEdge);
  const { nodes, uses } = whole;
  const order = (a: number, b: number): number =>
    distances.get(a)! - distances.get(b)! || uses[b]! - uses[a]! || (nodes[a]!.id < nodes[b]!.id ? -1 : 1);
  const found = [...distances.keys()].sort(order);
  const shown = new Set(found.slice(0, limit));
  return {
    focus,
    nodes: [...shown].map((number) => nodeOf(whole, number, distances.get(number)!)),
    edges: [...shown].flatMap((number) =>
      edgesFrom(whole, number, (edge) => shown.has(whole.targets[edge]!) && isEdge(edge)),
    ),
    omitted: found.length - shown.size,
  };
}

type Test = (number: number) => boolean;

function isLeftIn({ id, kind, tags }: WholeNode, { kinds, folder, tag }: GraphFilter): boolean {
  if (kinds && !kinds.includes(kind)) return false;
  if (kind === 'missing') return true;
  return (!folder || id.startsWith(`${folder}/`)) && (!tag || tags.some((each) => isTagged(each, tag)));
}

/** Whether a tag is the one that is wanted, in whatever case, or lies below it. */
function isTagged(tag: string, wanted: string): boolean {
  const [key, start] = [tag.toLowerCase(), wanted.toLowerCase()];
  return key === start || key.startsWith(`${start}/`);
}

function everything(whole: Whole, { orphans = 'shown' }: GraphFilter, isNode: Test, isEdge: Test): Map<number, number> {
  const joined = new Set<number>();
  for (let edge = 0; orphans !== 'shown' && edge < whole.sources.length; edge++) {
    const ends = [whole.sources[edge]!, whole.targets[edge]!];
    if (isEdge(edge) && ends.every(isNode)) for (const end of ends) joined.add(end);
  }
  const isShown: Test = (number) =>
    isNode(number) && (orphans === 'shown' || joined.has(number) === (orphans === 'hidden'));
  return new Map([...whole.nodes.keys()].filter(isShown).map((number) => [number, 1]));
}

/** The nodes within `depth` steps, whichever way the edges point, with their distance. */
function walk(whole: Whole, focus: number, depth: number, isNode: Test, isEdge: Test): Map<number, number> {
  const distances = new Map([[focus, 0]]);
  let rim = [focus];
  for (let distance = 1; distance <= depth; distance++) {
    const next: number[] = [];
    const reach = (number: number): void => {
      if (distances.has(number) || !isNode(number)) return;
      distances.set(number, distance);
      next.push(number);
    };
    for (const number of rim) {
      for (const edge of listAt(whole.out, number)) if (isEdge(edge)) reach(whole.targets[edge]!);
      for (const edge of listAt(whole.into, number)) if (isEdge(edge)) reach(whole.sources[edge]!);
    }
    rim = next;
  }
  return distances;
}

function nodeOf({ nodes, uses }: Whole, number: number, distance: number): GraphNode {
  const { id, title, kind, tags } = nodes[number]!;
  return { id, title, kind, uri: kind === 'missing' ? null : id, distance, uses: uses[number]!, tags };
}

function edgesFrom(whole: Whole, number: number, isEdge: Test): GraphEdge[] {
  return [...listAt(whole.out, number)].filter(isEdge).map((edge) => ({
    source: whole.nodes[number]!.id,
    target: whole.nodes[whole.targets[edge]!]!.id,
    role: whole.role(edge),
    relation: whole.relations.get(edge)?.sentence ?? null,
    type: whole.relations.get(edge)?.type ?? null,
    count: whole.counts[edge]!,
  }));
}
