import { documentAt, type Graph, nodeDetails, placesFrom, type Snapshot, sentenceOf } from '../../core/index.ts';
import { column } from '../../lsp/atlas/encode.ts';
import type { Column, GraphPage } from '../../protocol.ts';
import { columnsOf } from './htmlAtlas.ts';

/** A page of more documents tells no descriptions: their texts would be most of it. */
const MOST_DESCRIBED = 20_000;
/** The sentences around links are left out where they would be longer than this all together, in UTF-16 units. */
const MOST_SENTENCES = 10_000_000;

/** What a page that stands alone is to know of a graph. Texts are read for what documents say, one after the other. */
export function pageData(
  snapshot: Snapshot,
  graph: Graph,
  { corpus, focus, depth }: Pick<GraphPage, 'corpus' | 'focus' | 'depth'>,
): GraphPage {
  return {
    corpus,
    atlas: columnsOf(graph),
    focus,
    depth: Math.min(5, depth),
    descriptions: descriptionsOf(snapshot, graph),
    relations: relationsOf(graph),
    sentences: sentencesOf(snapshot, graph),
  };
}

const u32 = (numbers: readonly number[]): Column => column(Uint32Array.from(numbers));

function descriptionsOf(snapshot: Snapshot, { nodes }: Graph): GraphPage['descriptions'] {
  if (nodes.filter(({ path }) => path !== null).length > MOST_DESCRIBED) return null;
  return nodes.map(({ id }) => nodeDetails(snapshot, id)?.description ?? null);
}

function relationsOf({ edges }: Graph): GraphPage['relations'] {
  const said = [...edges.entries()].filter(([, { relation }]) => relation !== null);
  return {
    edges: u32(said.map(([number]) => number)),
    sentences: said.map(([, { relation }]) => relation!),
    types: said.map(([, { type }]) => type),
  };
}

function sentencesOf(snapshot: Snapshot, { edges }: Graph): GraphPage['sentences'] {
  const numbers: number[] = [];
  const texts: string[] = [];
  const highlights: number[] = [];
  let left = MOST_SENTENCES;
  for (let first = 0, behind = 0; first < edges.length; first = behind) {
    const path = edges[first]!.source;
    while (edges[behind]?.source === path) behind++;
    const own = edges.slice(first, behind);
    const document = documentAt(snapshot, path)!;
    const places = new Map(
      placesFrom(snapshot, document, new Set(own.map(({ target }) => target))).map((each) => [each.target, each]),
    );
    for (const [at, { target, role }] of own.entries()) {
      const reference = places.get(target)?.reference;
      if (reference?.role !== role) continue;
      const { text: sentence, highlight } = sentenceOf(snapshot, document, reference);
      left -= sentence.length;
      if (left < 0) return null;
      numbers.push(first + at);
      texts.push(sentence);
      highlights.push(highlight.start, highlight.end);
    }
  }
  return { edges: u32(numbers), texts, highlights: u32(highlights) };
}
