import { stemKey } from '../syntax/summarize.ts';
import type { Form, Kind, Layout, Named, Prose, Question, Role, Summary, WrittenReference } from '../syntax/summary.ts';
import { anchorHash } from '../text/anchors.ts';
import type { LineStarts } from '../text/lines.ts';
import { type Span, span } from '../text/span.ts';
import { type Books, booksOf } from './books.ts';
import { headingsToFind } from './headings.ts';
import type { Interner } from './interner.ts';
import type { Numbering } from './numbering.ts';
import { linkedPath, pathKey } from './paths.ts';
import { roleNumber, roleOf } from './roles.ts';

/**
 * What the index keeps of a summary, in one run of integers, so that a hundred thousand of them are no burden to the garbage
 * collector, cross to another thread without being copied, and lie on disk as they lie in memory. Texts are in it as
 * numbers: of a name's key (`fold.ts`), of a spelling. In this order:
 *
 * the header (`HEADER`), four for each title that it has as an alias (spelling, key, start, end), eight for each written
 * reference (`WRITTEN`), what each heading is called (`anchorHash`), three for each heading that can be looked for (spelling,
 * start, end), four for each question (spelling, start, end, and what shows that it may be a title), each tag's spelling, what
 * its lists say (`books.ts`), and the starts of all lines.
 *
 * What only the reader of this one document asks for (its outline, the words of its lists) is not in it: that is made from
 * the text again (`summaries.ts`).
 */
export type Sheet = Int32Array;

const KIND = 0;
const LAYOUT = 1;
const LENGTH = 2;
const TITLE = 3; // An alias' four: spelling, key, start, end.
const DESCRIPTION = 7; // Start and end; -1 twice without one.
const STEM = 9;
const ALIASES = 10;
const REFERENCES = 11;
const ANCHORS = 12;
const HEADINGS = 13;
const QUESTIONS = 14;
const TAGS = 15;
const BOOKS = 16; // How many integers they are.
const HEADER = 17;

const NAMED = 4;
/** Start, end, start and end of the whole, spelling, key (-1 where a link leaves the corpus), fragment's spelling or -1, and form with role. */
const WRITTEN = 8;
const HEADING = 3;
const QUESTION = 4;

const KINDS: readonly Kind[] = ['note', 'inquiry', 'page'];
const LAYOUTS: readonly Layout[] = ['spaced', 'dense', 'markdown'];
const FORMS: readonly Form[] = ['wikilink', 'link', 'entry'];

/** The sheet of a summary. `path` is the document's: links are relative to it, and wikilinks may name it by its stem. */
export function sheetOf(path: string, summary: Summary, numbering: Numbering): Sheet {
  const { keys, spellings } = numbering;
  const { title, aliases, tags, description, references, headings, questions, lines } = summary;
  const found = headingsToFind(summary);
  const books = booksOf(summary);
  const named = NAMED * aliases.length + WRITTEN * references.length;
  const tail = HEADING * found.length + QUESTION * questions.length + tags.length + books.length + lines.length;
  const sheet = new Int32Array(HEADER + named + headings.length + tail);
  sheet[KIND] = KINDS.indexOf(summary.kind);
  sheet[LAYOUT] = LAYOUTS.indexOf(summary.layout);
  sheet[LENGTH] = summary.length;
  const putNamed = (at: number, { text, span }: Named): void => {
    sheet[at] = spellings.number(text);
    sheet[at + 1] = numbering.keyOf(sheet[at]!);
    sheet[at + 2] = span.start;
    sheet[at + 3] = span.end;
  };
  putNamed(TITLE, title);
  sheet[DESCRIPTION] = description ? description.start : -1;
  sheet[DESCRIPTION + 1] = description ? description.end : -1;
  sheet[STEM] = keys.number(stemKey(path));
  sheet[ALIASES] = aliases.length;
  sheet[REFERENCES] = references.length;
  sheet[ANCHORS] = headings.length;
  sheet[HEADINGS] = found.length;
  sheet[QUESTIONS] = questions.length;
  sheet[TAGS] = tags.length;
  sheet[BOOKS] = books.length;
  let at = HEADER;
  for (const alias of aliases) {
    putNamed(at, alias);
    at += NAMED;
  }
  for (const reference of references) {
    sheet[at] = reference.span.start;
    sheet[at + 1] = reference.span.end;
    sheet[at + 2] = reference.whole.start;
    sheet[at + 3] = reference.whole.end;
    sheet[at + 4] = spellings.number(reference.text);
    sheet[at + 5] =
      reference.form === 'link' ? linkedName(path, reference.text, keys) : numbering.keyOf(sheet[at + 4]!);
    sheet[at + 6] = reference.fragment === undefined ? -1 : spellings.number(reference.fragment);
    sheet[at + 7] = FORMS.indexOf(reference.form) | (roleNumber(reference.role) << 2);
    at += WRITTEN;
  }
  for (const { text } of headings) sheet[at++] = anchorHash(text);
  for (const { text, span } of found) {
    sheet.set([spellings.number(text), span.start, span.end], at);
    at += HEADING;
  }
  for (const { text, start, end, inside, closed, listed } of questions) {
    sheet.set([spellings.number(text), start, end, Number(inside) | (Number(closed) << 1) | (Number(listed) << 2)], at);
    at += QUESTION;
  }
  for (const tag of tags) sheet[at++] = spellings.number(tag);
  sheet.set(books, at);
  sheet.set(lines, at + books.length);
  return sheet;
}

function linkedName(path: string, destination: string, keys: Interner): number {
  const target = linkedPath(path, destination);
  return target === undefined ? -1 : keys.number(pathKey(target));
}

/** The same sheet under other numbers; it is changed in place. */
export function renumber(sheet: Sheet, keyOf: (old: number) => number, spellingOf: (old: number) => number): void {
  const name = (at: number): void => {
    sheet[at] = spellingOf(sheet[at]!);
    sheet[at + 1] = keyOf(sheet[at + 1]!);
  };
  name(TITLE);
  sheet[STEM] = keyOf(sheet[STEM]!);
  const references = referencesAt(sheet);
  for (let at = HEADER; at < references; at += NAMED) name(at);
  const anchors = anchorsAt(sheet);
  for (let at = references + 4; at < anchors; at += WRITTEN) {
    sheet[at] = spellingOf(sheet[at]!);
    if (sheet[at + 1]! >= 0) sheet[at + 1] = keyOf(sheet[at + 1]!);
    if (sheet[at + 2]! >= 0) sheet[at + 2] = spellingOf(sheet[at + 2]!);
  }
  const questions = questionsAt(sheet);
  for (let at = headingsAt(sheet); at < questions; at += HEADING) sheet[at] = spellingOf(sheet[at]!);
  const tags = tagsAt(sheet);
  for (let at = questions; at < tags; at += QUESTION) sheet[at] = spellingOf(sheet[at]!);
  for (let at = tags, end = booksAt(sheet); at < end; at++) sheet[at] = spellingOf(sheet[at]!);
}

const referencesAt = (sheet: Sheet): number => HEADER + NAMED * sheet[ALIASES]!;
const anchorsAt = (sheet: Sheet): number => referencesAt(sheet) + WRITTEN * sheet[REFERENCES]!;
const headingsAt = (sheet: Sheet): number => anchorsAt(sheet) + sheet[ANCHORS]!;
const questionsAt = (sheet: Sheet): number => headingsAt(sheet) + HEADING * sheet[HEADINGS]!;
const tagsAt = (sheet: Sheet): number => questionsAt(sheet) + QUESTION * sheet[QUESTIONS]!;
const booksAt = (sheet: Sheet): number => tagsAt(sheet) + sheet[TAGS]!;
const linesAt = (sheet: Sheet): number => booksAt(sheet) + sheet[BOOKS]!;

export const kindIn = (sheet: Sheet): Kind => KINDS[sheet[KIND]!]!;
export const layoutIn = (sheet: Sheet): Layout => LAYOUTS[sheet[LAYOUT]!]!;
export const lengthIn = (sheet: Sheet): number => sheet[LENGTH]!;
/** The key's number of the file's stem. */
export const stemIn = (sheet: Sheet): number => sheet[STEM]!;

export function descriptionIn(sheet: Sheet): Span | undefined {
  return sheet[DESCRIPTION]! < 0 ? undefined : span(sheet[DESCRIPTION]!, sheet[DESCRIPTION + 1]!);
}

export function linesIn(sheet: Sheet): LineStarts {
  const from = linesAt(sheet);
  return new Uint32Array(sheet.buffer, sheet.byteOffset + 4 * from, sheet.length - from);
}

/** The spellings of its tags. */
export const tagsIn = (sheet: Sheet): Int32Array => sheet.subarray(tagsAt(sheet), booksAt(sheet));

/** What its lists say. */
export const booksIn = (sheet: Sheet): Books => sheet.subarray(booksAt(sheet), linesAt(sheet));

/** What the headings are called (`anchorHash`), in their order. */
export const anchorsIn = (sheet: Sheet): Int32Array => sheet.subarray(anchorsAt(sheet), headingsAt(sheet));

/** Whether some written reference names a heading: `[[Mud#Clay]]`. */
export function hasFragment(sheet: Sheet): boolean {
  for (let at = referencesAt(sheet) + 6, end = anchorsAt(sheet); at < end; at += WRITTEN)
    if (sheet[at]! >= 0) return true;
  return false;
}

/** A title or alias by numbers. */
export interface NamedNumbers {
  readonly spelling: number;
  readonly key: number;
  readonly span: Span;
}

export const titleIn = (sheet: Sheet): NamedNumbers => namedAt(sheet, TITLE);

/** The title, and behind it the aliases. */
export function namesIn(sheet: Sheet): NamedNumbers[] {
  const names: NamedNumbers[] = [titleIn(sheet)];
  for (let at = HEADER, end = referencesAt(sheet); at < end; at += NAMED) names.push(namedAt(sheet, at));
  return names;
}

function namedAt(sheet: Sheet, at: number): NamedNumbers {
  return { spelling: sheet[at]!, key: sheet[at + 1]!, span: span(sheet[at + 2]!, sheet[at + 3]!) };
}

/** The keys' numbers of the title and the aliases. */
export const titleKeysIn = (sheet: Sheet): number[] => namesIn(sheet).map(({ key }) => key);

/** How many written references there are; each is called by its place among them. */
export const writtenCount = (sheet: Sheet): number => sheet[REFERENCES]!;

const writtenAt = (sheet: Sheet, index: number): number => referencesAt(sheet) + WRITTEN * index;

/** The key's number of what a written reference names; -1 where a link leaves the corpus. */
export const writtenName = (sheet: Sheet, index: number): number => sheet[writtenAt(sheet, index) + 5]!;
export const writtenSpelling = (sheet: Sheet, index: number): number => sheet[writtenAt(sheet, index) + 4]!;
export const writtenForm = (sheet: Sheet, index: number): WrittenReference['form'] =>
  FORMS[sheet[writtenAt(sheet, index) + 7]! & 3] as WrittenReference['form'];
export const writtenRole = (sheet: Sheet, index: number): Role => roleOf(sheet[writtenAt(sheet, index) + 7]! >> 2);

/** Whether a written reference makes a title known that no document has: a paper is never missed (CORPUS.md: "never dangling"). */
export const asksAt = (sheet: Sheet, index: number): boolean =>
  writtenForm(sheet, index) !== 'link' && writtenRole(sheet, index) !== 'papers';

export function writtenReference(sheet: Sheet, index: number, spellings: Interner): WrittenReference {
  const at = writtenAt(sheet, index);
  const fragment = sheet[at + 6]!;
  return {
    form: writtenForm(sheet, index),
    role: writtenRole(sheet, index),
    span: span(sheet[at]!, sheet[at + 1]!),
    whole: span(sheet[at + 2]!, sheet[at + 3]!),
    text: spellings.string(sheet[at + 4]!),
    ...(fragment >= 0 && { fragment: spellings.string(fragment) }),
  };
}

/** How many headings can be looked for (`headings.ts`); each is called by its place among them. */
export const headingCount = (sheet: Sheet): number => sheet[HEADINGS]!;
/** Its spelling's number. */
export const headingSpelling = (sheet: Sheet, index: number): number => sheet[headingsAt(sheet) + HEADING * index]!;

export function headingSpan(sheet: Sheet, index: number): Span {
  const at = headingsAt(sheet) + HEADING * index;
  return span(sheet[at + 1]!, sheet[at + 2]!);
}

/** Whether there are question-shaped stretches in its prose, which may be meant for titles. */
export const hasQuestion = (sheet: Sheet): boolean => sheet[QUESTIONS]! > 0;

export function questionsOf(sheet: Sheet, spellings: Interner): Question[] {
  const questions: Question[] = [];
  for (let at = questionsAt(sheet), end = tagsAt(sheet); at < end; at += QUESTION) {
    const [spelling, start, stop, shape] = sheet.subarray(at, at + QUESTION) as unknown as [
      number,
      number,
      number,
      number,
    ];
    const text = spellings.string(spelling);
    questions.push({
      text,
      start,
      end: stop,
      inside: (shape & 1) !== 0,
      closed: (shape & 2) !== 0,
      listed: (shape & 4) !== 0,
    });
  }
  return questions;
}

/** Where bare titles may stand: three for each stretch, its start, its end, and its role as a number (`roleOf`). In order. */
export type ProseColumns = Int32Array;
export const PROSE_COLUMNS = 3;

export function proseColumns(prose: readonly Prose[]): ProseColumns {
  const columns = new Int32Array(PROSE_COLUMNS * prose.length);
  let at = 0;
  for (const { start, end, role } of prose) {
    columns[at++] = start;
    columns[at++] = end;
    columns[at++] = roleNumber(role);
  }
  return columns;
}
