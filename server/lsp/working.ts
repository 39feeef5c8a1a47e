import type { Session } from './session.ts';

/** Says that the document is worked on now that a request names; none where `params` name none. */
export function workingOn(session: Session, params: unknown): void {
  const uri = (params as { textDocument?: { uri?: unknown } } | null | undefined)?.textDocument?.uri;
  const corpus = typeof uri === 'string' ? session.corpusOf(uri) : undefined;
  const path = corpus?.uris.pathOf(uri as string);
  if (corpus && path !== undefined) corpus.working(path);
  else for (const each of session.corpora) each.working();
}
