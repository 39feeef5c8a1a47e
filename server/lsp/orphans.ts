import * as core from '../core/index.ts';
import type { CorpusOrphans, CountedDocument, OrphansResult } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import type { IsWanted, Send } from './guard.ts';
import { countIn, optionalTextIn } from './params.ts';
import type { Session } from './session.ts';
import { inTurns, standBack } from './turns.ts';

/** So many of a list are told where nothing is said of it, and so many at the most. */
const PAGE = 500;
const MOST = 10_000;

/** Those of each version, counted once. */
const known = new WeakMap<core.Snapshot, core.Orphans>();

/** Documents that stand alone, by corpus. They are looked for in steps, so that other questions are answered meanwhile. */
export async function orphans(
  session: Session,
  params: unknown,
  _send?: Send,
  isWanted?: IsWanted,
): Promise<OrphansResult> {
  const limit = Math.min(MOST, countIn(params, 'limit', 0, PAGE));
  const has = core.filterOf(optionalTextIn(params, 'filter') ?? '');
  const answer: CorpusOrphans[] = [];
  for (const corpus of session.corpora) {
    const { snapshot } = corpus;
    const found = known.get(snapshot) ?? (await inTurns(core.orphansOf(snapshot), isWanted, standBack));
    if (!found) return [];
    known.set(snapshot, found);
    answer.push(toOrphans(corpus, found, has, limit));
  }
  return answer;
}

function toOrphans(
  { uris }: Corpus,
  { orphans, unused }: core.Orphans,
  has: core.Filter,
  limit: number,
): CorpusOrphans {
  const toDocument = ({ path, title, kind }: core.Document): CountedDocument => {
    return { uri: uris.uriOf(path), path, title: title.text, kind };
  };
  const some = (documents: readonly core.Document[]): CorpusOrphans['orphans'] => {
    const left = documents.filter(({ title }) => has(title.text));
    return { total: left.length, first: left.slice(0, limit).map(toDocument) };
  };
  const alone = new Set(orphans);
  return { folder: uris.folder, orphans: some(orphans), unused: some(unused.filter((each) => !alone.has(each))) };
}
