import type { CorpusStatus } from '../protocol.ts';
import type { Corpus } from './corpus.ts';

/** What there is in one folder, counted. */
export function statusOf(corpus: Corpus): CorpusStatus {
  const { snapshot, isCorpus, skipped } = corpus;
  const { kinds } = snapshot;
  return {
    folder: corpus.uris.folder,
    isCorpus,
    inquiries: kinds.inquiry,
    notes: kinds.note,
    pages: kinds.page,
    missing: isCorpus ? snapshot.missing : 0,
    skipped,
  };
}
