import type { AtlasResult } from '../../protocol.ts';
import { countIn, textIn } from '../params.ts';
import type { Session } from '../session.ts';

/** The whole graph of a corpus with a place for each node, or what is other than the asker knows. */
export async function atlas(session: Session, params: unknown): Promise<AtlasResult> {
  const since = countIn(params, 'since', 0, -1);
  const corpus = session.corpusOf(textIn(params, 'uri'));
  return corpus ? corpus.chart.answer(since < 0 ? undefined : since) : null;
}
