import type { Resolved } from '../index/references.ts';
import type { Section } from '../syntax/summary.ts';
import { behindInk, overlaps, type Span, span } from '../text/span.ts';
import { edited, inTextOrder, replaced, type TextEdit } from './edits.ts';
import { type Reading, sameDocument, sameMeanings } from './rewrite.ts';
import { trial } from './trial.ts';

// Items that are put into a list section behind those that are there, in the layout of the file.

/** An item as it is written, and whether what it is read as is what was wanted. */
export interface NewItem {
  /** In plain text a block or line each; one in Markdown, without the bullet. */
  readonly lines: readonly string[];
  readonly means: (read: Resolved) => boolean;
}

/**
 * The edits that put items behind the last one of a section, and count them in its heading where that has a number. Undefined where
 * the corpus would not read them as these items, or anything else otherwise than before.
 */
export function withItems(reading: Reading, section: Section, items: readonly NewItem[]): TextEdit[] | undefined {
  const { text, document } = reading;
  const at = behindInk(text, section.heading.end, section.whole.end);
  const breaks = text.includes('\r\n') ? '\r\n' : '\n';
  const isFirst = section.entries.length === 0;
  const written = document.layout === 'markdown' ? inMarkdown(text, section, items, breaks) : undefined;
  const gap = document.layout === 'dense' ? breaks : breaks + breaks;
  const plain = items.flatMap(({ lines }) => lines).map((line) => gap + line);
  const insertion = replaced(text, span(at, at), written ? (isFirst ? gap : breaks) + written : plain.join(''));
  const edits = inTextOrder([...counted(text, section, items.length), insertion]);
  return isRead(reading, section, items, edits) ? edits : undefined;
}

function inMarkdown(text: string, { entries }: Section, items: readonly NewItem[], breaks: string): string {
  // Another bullet would begin another list.
  const bullet = /^[*+-]/.exec(text.slice(entries[0]?.span.start ?? text.length))?.[0] ?? '-';
  return items.map(({ lines }) => `${bullet} ${lines.join(' ')}`).join(breaks);
}

function counted(text: string, { declared, entries }: Section, more: number): TextEdit[] {
  return declared ? [replaced(text, declared.span, String(entries.length + more))] : [];
}

function isRead(reading: Reading, section: Section, items: readonly NewItem[], edits: readonly TextEdit[]): boolean {
  const { snapshot, document, text } = reading;
  const read = trial(snapshot, document.path, edited(text, edits));
  if (!read || !sameDocument(document, read.document)) return false;
  const there = insertedAt(edits);
  const entries = read.summary.sections
    .filter(({ role, heading }) => role === section.role && heading.start === section.heading.start)
    .flatMap((each) => each.entries);
  const fresh = entries.slice(section.entries.length);
  if (fresh.length !== items.length || entries.length !== section.entries.length + items.length) return false;
  const isRight = fresh.every(({ reference }, at) => {
    const start = reference === undefined ? -1 : read.summary.references[reference]!.span.start;
    const found = read.references.find((each) => each.reference.span.start === start);
    return found !== undefined && overlaps(found.reference.whole, there) && items[at]!.means(found);
  });
  const others = read.references.filter(({ reference }) => !overlaps(reference.whole, there));
  return isRight && sameMeanings(reading.references, others);
}

/** Where the last edit stands in the text after all of them. */
function insertedAt(edits: readonly TextEdit[]): Span {
  const last = edits.at(-1)!;
  const moved = edits.slice(0, -1).reduce((sum, { span: at, after }) => sum + after.length - (at.end - at.start), 0);
  return span(last.span.start + moved, last.span.start + moved + last.after.length);
}
