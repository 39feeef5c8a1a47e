import { edited, inTextOrder, type TextEdit } from './edits.ts';
import { slipOf, useTitle } from './nearTitle.ts';
import { type Reading, sameDocument } from './rewrite.ts';
import { trial } from './trial.ts';

/** For each the whole text is read once: of more, the first so many are mended, and the rest the next time. */
const MOST = 100;

/** Mends the titles of a document that differ from the one that is meant by a slip of the pen only (`slipOf`). */
export function mendAll(reading: Reading): TextEdit[] {
  const { snapshot, document, text, references } = reading;
  const mended: TextEdit[] = [];
  let tried = 0;
  for (const each of references) {
    const title = slipOf(reading, each);
    const edit = title && useTitle(reading, each, title);
    if (edit) mended.push(edit);
    if (title && ++tried === MOST) break;
  }
  const edits = inTextOrder(mended);
  const read = trial(snapshot, document.path, edited(text, edits));
  // Each does what it should by itself; together they must not lose a reference.
  const isWhole = read && sameDocument(document, read.document) && read.references.length === references.length;
  return isWhole ? edits : edits.slice(0, 1);
}

/** Whether there is anything to mend. */
export const hasSlip = (reading: Reading): boolean =>
  reading.references.some((each) => slipOf(reading, each) !== undefined);
