import { edited, inTextOrder, type TextEdit } from './edits.ts';
import { slipOf, useTitle } from './nearTitle.ts';
import { type Reading, sameDocument } from './rewrite.ts';
import { trial } from './trial.ts';

/** Mends the titles of a document that differ from the one that is meant by a slip of the pen only (`slipOf`). */
export function mendAll(reading: Reading): TextEdit[] {
  const { snapshot, document, text, references } = reading;
  const edits = inTextOrder(
    references.flatMap((each) => {
      const title = slipOf(reading, each);
      return (title && useTitle(reading, each, title)) ?? [];
    }),
  );
  const read = trial(snapshot, document.path, edited(text, edits));
  // Each does what it should by itself; together they must not lose a reference.
  const isWhole = read && sameDocument(document, read.document) && read.references.length === references.length;
  return isWhole ? edits : edits.slice(0, 1);
}

/** Whether there is anything to mend. */
export const hasSlip = (reading: Reading): boolean =>
  reading.references.some((each) => slipOf(reading, each) !== undefined);
