import * as core from '../core/index.ts';
import type { CorpusStats, CountedDocument, StatsList, StatsResult } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { countIn } from './params.ts';
import type { Session } from './session.ts';
import { inTurns, standBack } from './turns.ts';

/** All corpora in numbers. They are gone through in steps, so that other questions are answered meanwhile. */
export async function stats(session: Session, params: unknown): Promise<StatsResult> {
  const limit = Math.min(200, countIn(params, 'limit', 0, 20));
  const found: CorpusStats[] = [];
  for (const corpus of session.corpora) {
    const counted = await inTurns(core.statsOf(corpus.snapshot, limit), () => true, standBack);
    found.push(toStats(corpus, counted!));
  }
  return found;
}

function toStats(
  corpus: Corpus,
  { mostUsed, orphans, unused, missing, disagreeing, ...numbers }: core.Stats,
): CorpusStats {
  const toDocument = ({ path, title, kind }: core.Document): CountedDocument => {
    return { uri: corpus.uris.uriOf(path), path, title: title.text, kind };
  };
  return {
    folder: corpus.uris.folder,
    ...numbers,
    mostUsed: each(mostUsed, ({ document, ...uses }) => ({ ...toDocument(document), ...uses })),
    orphans: each(orphans, toDocument),
    unused: each(unused, toDocument),
    missing: each(missing, ({ name: _, ...wanted }) => wanted),
    disagreeing: each(disagreeing, ({ document, findings }) => ({ ...toDocument(document), codes: findings })),
  };
}

function each<T, R>({ total, first }: core.Some<T>, change: (item: T) => R): StatsList<R> {
  return { total, first: first.map(change) };
}
