import type { CorpusStatus } from '../protocol.ts';
import type { Corpus } from './corpus.ts';

/** What there is in one folder, counted. */
export function statusOf(corpus: Corpus): CorpusStatus {
  const { snapshot, isCorpus, skipped } = corpus;
  const counts = { inquiry: 0, note: 0, page: 0 };
  for (const [, document] of snapshot.documents) if (document) counts[document.kind]++;
  return {
    folder: corpus.uris.folder,
    isCorpus,
    inquiries: counts.inquiry,
    notes: counts.note,
    pages: counts.page,
    missing: isCorpus ? snapshot.missing : 0,
    skipped,
  };
}
