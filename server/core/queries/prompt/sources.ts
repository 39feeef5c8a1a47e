import type { Document } from '../../index/document.ts';
import { currentText, type Snapshot } from '../../index/snapshot.ts';
import { oneLine } from '../../text/fold.ts';
import { accountOf, listings } from '../books/account.ts';

/** A source of an inquiry, as its list has it. */
export interface Source {
  /** Undefined where the list has lost it. */
  readonly title: string | undefined;
  /** What the inquiry says of it, in one line. */
  readonly summary: string | undefined;
  /** Undefined where no document has the title, or several have. */
  readonly target: Document | undefined;
  readonly status: 'resolved' | 'ambiguous' | 'dangling';
}

/** The sources of a document in the order of its list; none where its text is not to be had. */
export function sourcesOf(snapshot: Snapshot, document: Document): Source[] {
  const text = currentText(snapshot, document);
  if (text === undefined) return [];
  return listings(snapshot, accountOf(snapshot, document), 'sources').map(
    ({ entry, reference, resolution }): Source => {
      const target = resolution?.status === 'resolved' ? resolution.target : undefined;
      const { summary: at } = entry;
      return {
        title: target?.title.text ?? reference?.text,
        summary: (at && oneLine(text.slice(at.start, at.end)).trim()) || undefined,
        target,
        status: resolution?.status ?? 'dangling',
      };
    },
  );
}
