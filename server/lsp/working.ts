import type { Corpus } from './corpus.ts';
import type { Early } from './reading/early.ts';
import type { Session } from './session.ts';

/** Says that the document is worked on now that a request names; none where `params` name none. */
export function workingOn(session: Session, params: unknown): void {
  const uri = (params as { textDocument?: { uri?: unknown } } | null | undefined)?.textDocument?.uri;
  const corpus = typeof uri === 'string' ? session.corpusOf(uri) : undefined;
  const path = corpus?.uris.pathOf(uri as string);
  if (corpus && path !== undefined) corpus.working(path);
  else for (const each of session.corpora) each.working();
}

/** What can be said early of a document, which is worked on meanwhile; undefined where nobody answers early. */
export function workingEarly<Answer>(
  corpus: Corpus,
  uri: string,
  ask: (corpus: Corpus, early: Early) => Promise<Answer | undefined>,
): Promise<Answer | undefined> | undefined {
  const path = corpus.uris.pathOf(uri);
  if (!corpus.early || path === undefined) return undefined;
  corpus.working(path);
  const asked = ask(corpus, corpus.early);
  // What is waited for is no work.
  corpus.working();
  return asked;
}
