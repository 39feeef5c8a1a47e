/**
 * What a page that stands alone can say of its nodes, from what is written into it. Pure.
 */
import type { DetailsResult, EdgeSentence, GraphPage } from '../../../server/protocol.ts';
import { listAt, u32, type Whole } from './whole.ts';

/** `null` for what is no node. */
export function detailsOf(whole: Whole, { descriptions }: GraphPage, id: string): DetailsResult | null {
  const number = whole.numbers.get(id);
  if (number === undefined) return null;
  return { description: descriptions?.[number] ?? null, tags: whole.nodes[number]!.tags };
}

/** So many others are looked at, as by the server. */
const mostOthers = 200;

/**
 * The sentences between nodes, or where none are written into the page, what they say of their relations.
 *
 * @returns what tells those between a node and some others
 */
export function sentencesIn(whole: Whole, page: GraphPage): (id: string, others: readonly string[]) => EdgeSentence[] {
  const written = sentencesByEdge(page);
  const sentenceOf = (edge: number): EdgeSentence | undefined => {
    const said = written.get(edge) ?? relation(whole, edge);
    if (!said) return undefined;
    const source = whole.nodes[whole.sources[edge]!]!.id;
    const target = whole.nodes[whole.targets[edge]!]!.id;
    return { source, target, role: whole.role(edge), ...said, uri: source, range: NOWHERE };
  };
  return (id, others) => {
    const number = whole.numbers.get(id);
    if (number === undefined) return [];
    const wanted = new Set(others.slice(0, mostOthers).map((other) => whole.numbers.get(other)));
    const found = new Map<string, EdgeSentence>();
    const edges = [
      ...[...listAt(whole.out, number)].filter((edge) => wanted.has(whole.targets[edge]!)),
      ...[...listAt(whole.into, number)].filter((edge) => wanted.has(whole.sources[edge]!)),
    ];
    for (const edge of edges) {
      const sentence = sentenceOf(edge);
      const key = sentence && `${sentence.source}\n${sentence.target}`;
      if (key !== undefined && !found.has(key)) found.set(key, sentence!);
    }
    return [...found.values()];
  };
}

type Said = Pick<EdgeSentence, 'sentence' | 'highlight'>;

/** A page has no editor to go to a place in. */
const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function sentencesByEdge({ sentences }: GraphPage): ReadonlyMap<number, Said> {
  if (!sentences) return new Map();
  const highlights = u32(sentences.highlights);
  return new Map(
    Array.from(u32(sentences.edges), (edge, at) => {
      return [edge, { sentence: sentences.texts[at]!, highlight: [highlights[2 * at]!, highlights[2 * at + 1]!] }];
    }),
  );
}

function relation({ relations }: Whole, edge: number): Said | undefined {
  const said = relations.get(edge);
  return said && { sentence: said.sentence, highlight: [0, 0] };
}
