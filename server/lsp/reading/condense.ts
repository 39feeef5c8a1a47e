import {
  type Finds,
  type Lexicon,
  lengthIn,
  type Numbering,
  proseColumns,
  sheetOf,
  summarize,
} from '../../core/index.ts';
import type { DocumentRead, FileRead, Reading } from '../ports.ts';

/** What a file's text, or the want of one, comes to. A file that cannot be a document by its name is `NOT_READ`. */
export function condense(path: string, reading: Reading, numbering: Numbering): FileRead {
  if ('gone' in reading) return { path, gone: true };
  if ('problem' in reading) return { path, present: true, ...(reading.document && { problem: reading.problem }) };
  const summary = summarize(path, reading.text);
  const stamp = reading.stamp && { stamp: reading.stamp };
  if (!summary) return { path, present: true, ...stamp };
  return { path, sheet: sheetOf(path, summary, numbering), prose: proseColumns(summary.prose), ...stamp };
}

/** The names in a document; undefined where its text is no longer the one that it was condensed from. */
export function scan({ sheet, prose }: DocumentRead, text: string | undefined, lexicon: Lexicon): Finds | undefined {
  return text?.length === lengthIn(sheet) ? lexicon.scan(text, prose) : undefined;
}

/** Stands for the text of a picture: that it is there is all that is asked of it. */
export const NOT_READ: Reading = { problem: '', document: false };

export const isDocument = (file: FileRead): file is DocumentRead & FileRead => 'sheet' in file;
