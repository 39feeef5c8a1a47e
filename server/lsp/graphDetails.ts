import * as core from '../core/index.ts';
import type { DetailsResult, EdgeSentence, SentencesResult } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { textIn, textsIn } from './params.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';

// What the graph's page asks of single nodes.

/** So many others are looked at; a page that shows more asks for some of them. */
const MOST_OTHERS = 200;

export function details(session: Session, params: unknown): DetailsResult | null {
  const corpus = session.corpusOf(textIn(params, 'uri'));
  const id = textIn(params, 'id');
  return (corpus && core.nodeDetails(corpus.snapshot, id)) ?? null;
}

export function sentences(session: Session, params: unknown): SentencesResult {
  const corpus = session.corpusOf(textIn(params, 'uri'));
  const id = textIn(params, 'id');
  const others = textsIn(params, 'others', MOST_ASKED).slice(0, MOST_OTHERS);
  if (!corpus) return { sentences: [] };
  return { sentences: core.placesBetween(corpus.snapshot, id, others).map((each) => toSentence(corpus, each)) };
}

/** A request with more is none of our page's. */
const MOST_ASKED = 100_000;

function toSentence(corpus: Corpus, { document, target, reference }: core.NodePlace): EdgeSentence {
  const { path, lines } = document;
  const { text, highlight } = core.sentenceOf(corpus.snapshot, document, reference);
  return {
    source: path,
    target,
    role: reference.role,
    sentence: text,
    highlight: [highlight.start, highlight.end],
    uri: corpus.uris.uriOf(path),
    range: toRange(lines, reference.span),
  };
}
