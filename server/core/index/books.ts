import type { Role, Summary } from '../syntax/summary.ts';
import { type Span, span } from '../text/span.ts';
import { roleNumber, roleOf } from './roles.ts';

/**
 * What a document's lists say, in integers, so that what documents say of each other is compared without a look at any text.
 * One run for all sections, in text order: eight for each (`SECTION`), and behind them six for each of its entries (`ENTRY`).
 */
export type Books = Int32Array;

/** Role, heading's start and end, declared number or -1, its start and end, number of items, number of entries. */
const SECTION = 8;
/** Start, end, number of the written reference (-1 for none, -2 where the title is lost), summary's start (or -1) and end, its hash. */
const ENTRY = 6;
const NONE = -1;
const LOST = -2;

/** A section as its document keeps it. */
export interface BookSection {
  readonly role: Role;
  readonly heading: Span;
  readonly declared?: { readonly count: number; readonly span: Span };
  /** How many items there are; -1 where there is something else in their place. */
  readonly items: number;
  readonly entries: readonly BookEntry[];
}

export interface BookEntry {
  readonly span: Span;
  /** Which written reference of the document it is; undefined where it names nothing. */
  readonly reference?: number;
  /** Its title is not there. */
  readonly lost: boolean;
  readonly summary?: Span;
  /** Which summary it is (`wordsHash`); of sources only. */
  readonly said?: number;
}

export function booksOf({ sections, layout }: Summary): Books {
  const entries = sections.reduce((sum, section) => sum + section.entries.length, 0);
  const books = new Int32Array(SECTION * sections.length + ENTRY * entries);
  let at = 0;
  for (const { role, heading, whole, declared, items, entries } of sections) {
    // Sources in a table, or in paragraphs, are not counted.
    const isOther = layout === 'markdown' && items === 0 && whole.end > heading.end;
    const number = declared ? [declared.count, declared.span.start, declared.span.end] : [NONE, NONE, NONE];
    // A number with more digits than anybody counts to would come back as another one.
    if (number[0]! > 0x7fffffff) number[0] = 0x7fffffff;
    books.set([roleNumber(role), heading.start, heading.end, ...number, isOther ? NONE : items, entries.length], at);
    at += SECTION;
    for (const { span, reference, lost, summary, said } of entries) {
      books[at] = span.start;
      books[at + 1] = span.end;
      books[at + 2] = reference ?? (lost ? LOST : NONE);
      books[at + 3] = summary?.start ?? NONE;
      books[at + 4] = summary?.end ?? NONE;
      books[at + 5] = said ?? 0;
      at += ENTRY;
    }
  }
  return books;
}

export function bookSections(books: Books): BookSection[] {
  const sections: BookSection[] = [];
  for (let at = 0; at < books.length; ) {
    const declared = books[at + 3]!;
    const count = books[at + 7]!;
    sections.push({
      role: roleOf(books[at]!),
      heading: span(books[at + 1]!, books[at + 2]!),
      ...(declared >= 0 && { declared: { count: declared, span: span(books[at + 4]!, books[at + 5]!) } }),
      items: books[at + 6]!,
      entries: Array.from({ length: count }, (_, index) => entryAt(books, at + SECTION + ENTRY * index)),
    });
    at += SECTION + ENTRY * count;
  }
  return sections;
}

function entryAt(books: Books, at: number): BookEntry {
  const reference = books[at + 2]!;
  const summary = books[at + 3]!;
  return {
    span: span(books[at]!, books[at + 1]!),
    ...(reference >= 0 && { reference }),
    lost: reference === LOST,
    ...(summary >= 0 && { summary: span(summary, books[at + 4]!), said: books[at + 5]! }),
  };
}

/** Whether two documents have the same sections, with entries that name the same and say the same, wherever they stand. */
export function sameEntries(a: Books, b: Books): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; ) {
    const count = a[at + 7]!;
    if (a[at] !== b[at] || b[at + 7] !== count) return false;
    at += SECTION;
    for (const behind = at + ENTRY * count; at < behind; at += ENTRY) {
      const isSaid = a[at + 3]! >= 0;
      if (a[at + 2] !== b[at + 2] || a[at + 5] !== b[at + 5] || isSaid !== b[at + 3]! >= 0) return false;
    }
  }
  return true;
}

/** Whether some section has this role. */
export function hasSection(books: Books, role: Role): boolean {
  const wanted = roleNumber(role);
  for (let at = 0; at < books.length; at += SECTION + ENTRY * books[at + 7]!) if (books[at] === wanted) return true;
  return false;
}

/** Whether some entry has lost its title. */
export function hasLostTitle(books: Books): boolean {
  for (let at = 0; at < books.length; ) {
    const entries = at + SECTION;
    const behind = entries + ENTRY * books[at + 7]!;
    for (let entry = entries; entry < behind; entry += ENTRY) if (books[entry + 2] === LOST) return true;
    at = behind;
  }
  return false;
}

/** Calls `use` with the written reference of each source that has a title, and the hash of its summary where it has one. */
export function eachSource(books: Books, use: (reference: number, said: number | undefined) => void): void {
  const sources = roleNumber('sources');
  for (let at = 0; at < books.length; ) {
    const entries = at + SECTION;
    const behind = entries + ENTRY * books[at + 7]!;
    if (books[at] === sources) {
      for (let entry = entries; entry < behind; entry += ENTRY)
        if (books[entry + 2]! >= 0) use(books[entry + 2]!, books[entry + 3]! >= 0 ? books[entry + 5]! : undefined);
    }
    at = behind;
  }
}
