import { isMark } from '../text/fold.ts';

/**
 * Where names stand in one text, in columns of five: start, end (UTF-16 offsets, without the marks at a title's end),
 * name, the marks that follow with the role of the place above them (`codeOf`), and the spelling by its number. All names
 * at all places, overlapping ones too, by start and then longest first: which of them count is decided against a snapshot
 * (`references.ts`), so that a name that vanishes costs no second look at the text.
 */
export type Occurrences = Int32Array;
export const OCCURRENCE_COLUMNS = 5;

/** The same occurrences under other numbers of spellings; they are changed in place. */
export function respell(occurrences: Occurrences, spellings: ArrayLike<number>): void {
  for (let at = 4; at < occurrences.length; at += OCCURRENCE_COLUMNS) occurrences[at] = spellings[occurrences[at]!]!;
}

/** The run of `?`, `.` and `!` at `at`, as a number: the first mark in the lowest two bits, then the next, eight at most. */
function marksCode(text: string, at: number, end: number): number {
  let code = 0;
  for (let shift = 0; at < end && shift < ROLE_SHIFT && isMark(text.charCodeAt(at)); at++, shift += 2) {
    code |= ('?.!'.indexOf(text[at]!) + 1) << shift;
  }
  return code;
}

/** Above the marks stands the role of the place. */
const ROLE_SHIFT = 16;
export const codeOf = (role: number, text: string, at: number, end: number): number =>
  marksCode(text, at, end) | (role << ROLE_SHIFT);

/** The role's number in an occurrence's code. */
export const roleIn = (code: number): number => code >>> ROLE_SHIFT;

/** Whether a text goes on with `marks` (`?`) where it goes on with the run that `code` tells (`?.`). */
export function goesOnWith(code: number, marks: string): boolean {
  return marks.length <= 8 && (code & ((1 << (2 * marks.length)) - 1)) === marksCode(marks, 0, marks.length);
}

/** Sorts what was found at one word by length, the longest first (`Occurrences`). */
export function longestFirst(found: Int32Array): void {
  const rows: Int32Array[] = [];
  for (let at = 0; at < found.length; at += OCCURRENCE_COLUMNS) rows.push(found.slice(at, at + OCCURRENCE_COLUMNS));
  rows.sort((a, b) => b[1]! - b[0]! - (a[1]! - a[0]!) || a[0]! - b[0]!);
  for (const [row, columns] of rows.entries()) found.set(columns, row * OCCURRENCE_COLUMNS);
}
