import { type Reference, referencesOf } from '../index/references.ts';
import { currentText, documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { itemAt } from '../syntax/blocks.ts';
import type { Entry, Summary } from '../syntax/summary.ts';
import { type LineStarts, lineAt } from '../text/lines.ts';
import { sentenceIn } from '../text/sentence.ts';
import { firstInk, overlaps, type Span, span, touches, trimmed } from '../text/span.ts';
import { isWordUnit } from '../text/words.ts';
import { extentsOf } from './extents.ts';
import { shownBy } from './shownBy.ts';

/**
 * What to select as a selection grows from each of these offsets, the smallest first, each within the next: the word, the title
 * that is named, the brackets around it, the sentence, the paragraph, the entry, the section, the document. All hold the
 * offset. Undefined where the path is no document.
 */
export function selectionRanges(snapshot: Snapshot, path: string, offsets: readonly number[]): Span[][] | undefined {
  const document = documentAt(snapshot, path);
  const summary = document && summaryOf(snapshot, document);
  const text = document && currentText(snapshot, document);
  if (!document || !summary || text === undefined) return undefined;
  const around: Surroundings = {
    text,
    summary,
    references: referencesOf(snapshot, document),
    entries: summary.sections.flatMap(({ entries }) => entries),
    // The inner ones first.
    extents: extentsOf(summary, text)
      .map(({ start, end }) => span(start, end))
      .reverse(),
    headingLines: new Set(summary.headings.map(({ span }) => lineAt(summary.lines, span.start))),
  };
  return offsets.map((offset) => growing(around, Math.min(Math.max(0, Math.floor(offset) || 0), text.length)));
}

interface Surroundings {
  readonly text: string;
  readonly summary: Summary;
  readonly references: readonly Reference[];
  readonly entries: readonly Entry[];
  readonly extents: readonly Span[];
  readonly headingLines: ReadonlySet<number>;
}

function growing(around: Surroundings, offset: number): Span[] {
  const { text, summary, references, entries, extents } = around;
  const reference = references.find(({ whole }) => touches(whole, offset));
  const word = wordAt(text, offset);
  const place = reference?.whole ?? word;
  const paragraph = paragraphAround(around, place);
  const candidates = [
    word,
    ...(reference ? [reference.span, shownBy(text, reference), reference.whole] : []),
    ...[summary.title, ...summary.headings, ...summary.aliases].map((each) => each.span),
    sentenceAround(text, paragraph, place, references),
    paragraph,
    ...entries.flatMap((entry) => [entry.summary, entry.relation?.span, entry.span]),
    ...extents,
    span(0, text.length),
  ];
  const chain: Span[] = [];
  for (const each of candidates) {
    if (each === undefined || !touches(each, offset) || (each.start === each.end && text.length > 0)) continue;
    const last = chain.at(-1);
    if (!last || (isWithin(last, each) && !isWithin(each, last))) chain.push(each);
  }
  return chain;
}

const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The word that a place touches; empty between two that are none. */
function wordAt(text: string, offset: number): Span {
  let [start, end] = [offset, offset];
  while (isWordUnit(text.charCodeAt(start - 1))) start--;
  while (isWordUnit(text.charCodeAt(end))) end++;
  return span(start, end);
}

/** The sentence around a place. A title that it would cut through belongs to it: `We ask Why mud? And why rain? — again.` */
function sentenceAround(text: string, block: Span, place: Span, references: readonly Reference[]): Span {
  const within = references.filter(({ whole }) => isWithin(whole, block));
  for (let at = place; ; ) {
    // With its first letter before it, so that a capital tells that the sentence begins with it.
    const sentence = sentenceIn(text, block, span(Math.min(at.start + 1, at.end), at.end));
    const cut = within.find(({ whole }) => overlaps(whole, sentence) && !isWithin(whole, sentence));
    if (!cut) return sentence;
    at = span(Math.min(at.start, cut.whole.start), Math.max(at.end, cut.whole.end));
  }
}

/** The lines of a paragraph: up to a blank line, an item or a heading; in a dense text each line is one. */
function paragraphAround({ text, summary: { lines, layout }, headingLines }: Surroundings, place: Span): Span {
  let first = lineAt(lines, place.start);
  let last = lineAt(lines, place.end);
  if (layout !== 'dense') {
    const isAlone = (line: number): boolean => isBlank(text, lines, line) || headingLines.has(line);
    while (first > 0 && !opensItem(text, lines, first) && !isAlone(first) && !isAlone(first - 1)) first--;
    while (last + 1 < lines.length && !isAlone(last) && !isAlone(last + 1) && !opensItem(text, lines, last + 1)) last++;
  }
  return trimmed(text, span(lines[first]!, lines[last + 1] ?? text.length));
}

function isBlank(text: string, lines: LineStarts, line: number): boolean {
  const end = lines[line + 1] ?? text.length;
  return firstInk(text, lines[line]!, end) === end;
}

/** `- Why mud sticks`, `1. Why mud sticks`. */
function opensItem(text: string, lines: LineStarts, line: number): boolean {
  const at = trimmed(text, span(lines[line]!, lines[line + 1] ?? text.length));
  return itemAt(text, at) !== undefined || /^\d{1,9}[.)]\s/.test(text.slice(at.start, at.start + 12));
}
