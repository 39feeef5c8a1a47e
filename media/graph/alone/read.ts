/**
 * What is written into a page that stands alone, read: the graph, and what is said along its edges.
 */
import type { EdgeSentence, GraphNode, GraphPage } from '../../../server/protocol.ts';
import { must, u32 } from '../map/columns.ts';
import { leftBy } from '../map/left.ts';
import type { Relations } from '../map/nearby.ts';
import { stretches, type Work } from '../map/slices.ts';
import { type Known, listed } from '../map/store.ts';
import { wholeOf } from '../map/whole.ts';

/** All of the graph is left in. */
export interface Written extends Known {
  readonly page: GraphPage;
  readonly nodes: readonly GraphNode[];
  readonly relations: Relations;
  /** The sentences around links, by the edge's number. */
  readonly sentences: ReadonlyMap<number, Said>;
}

export type Said = Pick<EdgeSentence, 'sentence' | 'highlight'>;

/** What a page says; `undefined` where it is not valid. Never throws. */
export function* readPage(page: GraphPage): Work<Written | undefined> {
  try {
    const whole = yield* wholeOf(page.atlas, undefined);
    if (!whole) return undefined;
    const known = { whole, left: yield* leftBy(whole, {}, new Set()) };
    const edges = whole.edges.sources.length;
    return {
      ...known,
      page,
      nodes: yield* listed(known),
      relations: yield* relationsOf(page.relations, edges),
      sentences: page.sentences ? yield* sentencesOf(page.sentences, edges) : new Map(),
    };
  } catch {
    return undefined;
  }
}

function* relationsOf({ edges, sentences, types }: GraphPage['relations'], limit: number): Work<Relations> {
  return yield* byEdge(edges, limit, sentences, (sentence, at) => ({ sentence, type: types[at] ?? null }));
}

function* sentencesOf(
  { edges, texts, highlights }: NonNullable<GraphPage['sentences']>,
  limit: number,
): Work<ReadonlyMap<number, Said>> {
  const places = yield* u32(highlights, Number.POSITIVE_INFINITY, 2 * texts.length);
  return yield* byEdge(edges, limit, texts, (sentence, at) => {
    return { sentence, highlight: [places[2 * at]!, places[2 * at + 1]!] };
  });
}

/** What is made of the text of each edge, by the edge's number, which is below `limit`. */
function* byEdge<T>(
  column: string,
  limit: number,
  texts: readonly string[],
  make: (text: string, at: number) => T,
): Work<ReadonlyMap<number, T>> {
  const edges = yield* u32(column, limit, texts.length);
  const said = new Map<number, T>();
  yield* stretches(edges.length, (from, to) => {
    for (let at = from; at < to; at++) {
      must(typeof texts[at] === 'string', 'a text');
      said.set(edges[at]!, make(texts[at]!, at));
    }
  });
  return said;
}
