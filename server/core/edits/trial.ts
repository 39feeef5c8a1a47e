import { Document } from '../index/document.ts';
import { type Resolved, resolvedReferencesOf } from '../index/references.ts';
import { proseColumns, sheetOf } from '../index/sheet.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { summarize } from '../syntax/summarize.ts';
import type { Summary } from '../syntax/summary.ts';

/** A text as the corpus would read it. */
export interface Trial {
  readonly document: Document;
  readonly summary: Summary;
  /** What it would refer to, among the documents as they are. */
  readonly references: readonly Resolved[];
}

/**
 * Reads a text as that of the document at `path`, which need not exist: what an edit would make of it is best known by
 * whoever reads all other texts. Nothing is applied. Undefined where the text would be no document.
 *
 * @param own whose text it is, where that lies at another path: its own titles are no references
 */
export function trial(
  snapshot: Snapshot,
  path: string,
  text: string,
  own = snapshot.paths.find(path) ?? -1,
): Trial | undefined {
  const summary = summarize(path, text);
  if (!summary) return undefined;
  const { numbering, lexicon } = snapshot;
  const finds = lexicon.scan(text, proseColumns(summary.prose));
  const sheet = sheetOf(path, summary, numbering);
  const document = new Document(own, path, sheet, numbering.spellings, finds);
  return { document, summary, references: resolvedReferencesOf(snapshot, document) };
}
