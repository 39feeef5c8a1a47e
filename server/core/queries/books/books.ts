import type { Document } from '../../index/document.ts';
import type { Resolved } from '../../index/references.ts';
import { booksIn } from '../../index/sheet.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { accountOf } from './account.ts';
import { backlinkFindings } from './backlinkBooks.ts';
import { countFindings, lostTitles, repeatedSections } from './counts.ts';
import { driftFindings } from './drift.ts';
import { sourceFindings } from './sources.ts';

/**
 * Where a document's lists disagree with its text, with each other, or with those of other documents (CORPUS.md, "Facts").
 * Silent about a section that the document does not keep. No text is read.
 */
export function bookFindings(snapshot: Snapshot, document: Document, references: readonly Resolved[]): Diagnostic[] {
  // Most pages have no section that the corpus knows.
  if (booksIn(document.sheet).length === 0) return [];
  const account = accountOf(snapshot, document, references);
  return [
    ...countFindings(account),
    ...repeatedSections(account),
    ...lostTitles(account),
    ...sourceFindings(snapshot, account),
    ...backlinkFindings(snapshot, account),
    ...driftFindings(snapshot, account),
  ];
}
