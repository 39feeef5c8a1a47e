import type { Atlas, AtlasResult } from '../../protocol.ts';
import type { Corpus } from '../corpus.ts';
import { textIn } from '../params.ts';
import type { Session } from '../session.ts';
import { atlasOf } from './atlasOf.ts';

/** The whole graph of a corpus, with a place for each node. */
export async function atlas(session: Session, params: unknown): Promise<AtlasResult> {
  const corpus = session.corpusOf(textIn(params, 'uri'));
  if (!corpus) return null;
  const known = told.get(corpus);
  if (known?.version === corpus.snapshot.version) return known.atlas;
  const { snapshot } = corpus;
  const atlas = { ...atlasOf(snapshot), number: snapshot.version };
  told.set(corpus, { version: snapshot.version, atlas });
  return atlas;
}

const told = new WeakMap<Corpus, { readonly version: number; readonly atlas: Atlas }>();
