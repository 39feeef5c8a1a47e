import { summarize } from '../syntax/summarize.ts';
import type { Summary } from '../syntax/summary.ts';
import type { Document } from './document.ts';
import type { Sheet } from './sheet.ts';
import { currentText, type Snapshot } from './snapshot.ts';

/** So many summaries are kept: of the documents that somebody looks at. */
const KEPT = 16;

/** The last summaries that were made or asked for, the newest at the end. */
const kept: { readonly sheet: Sheet; readonly summary: Summary }[] = [];

/**
 * All that is to be known of one document, its outline among it: made again from its text where it was not asked for
 * lately. Undefined where the text is gone, or is no longer the one that the index knows.
 */
export function summaryOf(snapshot: Snapshot, document: Document): Summary | undefined {
  const at = kept.findLastIndex((each) => each.sheet === document.sheet);
  if (at >= 0) return kept[at]!.summary;
  const text = currentText(snapshot, document);
  const summary = text === undefined ? undefined : summarize(document.path, text);
  if (summary) keepSummary(document, summary);
  return summary;
}

/** Keeps the summary that a document was just made from: it is the next to be asked for. */
export function keepSummary({ sheet }: Document, summary: Summary): void {
  kept.push({ sheet, summary });
  if (kept.length > KEPT) kept.shift();
}
