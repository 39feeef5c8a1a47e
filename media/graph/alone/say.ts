/**
 * What a page that stands alone can say of its nodes, from what is written into it. Pure.
 */
import type { DetailsResult, EdgeSentence } from '../../../server/protocol.ts';
import { graphEdge, graphNode } from '../map/nearby.ts';
import { edgesAt } from '../map/whole.ts';
import type { Said, Written } from './read.ts';

/** `null` for what is no node. */
export function detailsOf({ whole, page }: Written, id: string): DetailsResult | null {
  const node = whole.numbers.get(id);
  if (node === undefined) return null;
  return { description: page.descriptions?.[node] ?? null, tags: graphNode(whole, node, 0).tags };
}

/** So many others are looked at, as by the server. */
const mostOthers = 200;

/** The sentences between a node and some others, or where none are written into the page, what they say of their relations. */
export function sentencesOf(from: Written, id: string, others: readonly string[]): EdgeSentence[] {
  const { numbers, edges, out, into } = from.whole;
  const node = numbers.get(id);
  if (node === undefined) return [];
  const wanted = new Set(others.slice(0, mostOthers).map((other) => numbers.get(other)));
  const between = [
    ...edgesAt(out, node).filter((edge) => wanted.has(edges.targets[edge]!)),
    ...edgesAt(into, node).filter((edge) => wanted.has(edges.sources[edge]!)),
  ];
  const found = new Map<string, EdgeSentence>();
  for (const edge of between) {
    const said = saidAlong(from, edge);
    if (!said) continue;
    const { source, target, role } = graphEdge(from.whole, edge);
    const pair = `${source}\n${target}`;
    if (!found.has(pair)) found.set(pair, { source, target, role, ...said, uri: source, range: nowhere });
  }
  return [...found.values()];
}

/** A page has no editor to go to a place in. */
const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function saidAlong({ sentences, relations }: Written, edge: number): Said | undefined {
  const relation = relations.get(edge);
  return sentences.get(edge) ?? (relation && { sentence: relation.sentence, highlight: [0, 0] });
}
