import { Document } from '../index/document.ts';
import type { NameId } from '../index/names.ts';
import { OCCURRENCE_COLUMNS } from '../index/occurrences.ts';
import { proseColumns, sheetOf } from '../index/sheet.ts';
import type { Workspace } from '../index/workspace.ts';
import { summarize } from '../syntax/summarize.ts';
import { touches } from '../text/span.ts';
import type { FilePosition } from './subject.ts';

/**
 * The names that stand at a place of a text, among all that the workspace has met so far: for a corpus that is still read.
 * Nothing is applied.
 */
export function namesAt({ numbering, lexicon }: Workspace, text: string, at: FilePosition): Set<NameId> {
  const names = new Set<NameId>();
  const summary = summarize(at.path, text);
  if (!summary) return names;
  const document = new Document(-1, at.path, sheetOf(at.path, summary, numbering), numbering.spellings);
  for (const [index, { whole }] of summary.references.entries()) {
    if (touches(whole, at.offset)) names.add(document.writtenName(index));
  }
  const { occurrences } = lexicon.scan(text, proseColumns(summary.prose));
  for (let row = 0; row < occurrences.length; row += OCCURRENCE_COLUMNS) {
    if (occurrences[row]! <= at.offset && at.offset <= occurrences[row + 1]! + 1) names.add(occurrences[row + 2]!);
  }
  names.delete(-1);
  return names;
}
