import { byPath, currentText, documentOf, type Snapshot } from '../../index/snapshot.ts';
import { oneLine } from '../../text/fold.ts';
import { type About, accountOf, listings } from './account.ts';
import { saidOf } from './drift.ts';

/** A summary of a source, as inquiries give it. */
export interface GivenSummary {
  /** In one line. */
  readonly words: string;
  readonly said: number;
  /** How many inquiries give it. */
  readonly count: number;
}

/** The summary of a note that most inquiries give; several where as many give another one, by path of the first that gives each. */
export function givenSummaries(snapshot: Snapshot, about: About): GivenSummary[] {
  const { by } = saidOf(snapshot, about);
  let most = 0;
  for (const { length } of by.values()) most = Math.max(most, length);
  return [...by]
    .filter(([, { length }]) => length === most)
    .map(([said, [first]]) => ({ said, document: documentOf(snapshot, first!)! }))
    .sort((a, b) => byPath(a.document, b.document))
    .flatMap(({ said, document }) => {
      const text = currentText(snapshot, document);
      const all = listings(snapshot, accountOf(snapshot, document), 'sources');
      const summary = all.find((each) => each.about === about && each.entry.said === said)?.entry.summary;
      if (text === undefined || !summary) return [];
      return [{ words: oneLine(text.slice(summary.start, summary.end)).trim(), said, count: most }];
    });
}
