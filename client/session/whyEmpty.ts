import type { Session } from './session.ts';

/** Why there is no corpus to show, in words. */
export function whyEmpty(session: Session): string {
  if (session.failed) return 'Note Corpus has stopped working.';
  if (session.stopped) return 'The reading of the corpus was stopped. “Read the Corpus Again” begins anew.';
  return session.indexing ? 'Reading the corpus …' : 'No folder here is a corpus.';
}
