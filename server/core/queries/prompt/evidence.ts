import type { Document } from '../../index/document.ts';
import { currentText, type Snapshot } from '../../index/snapshot.ts';
import { summaryOf } from '../../index/summaries.ts';
import { datedItemsIn } from '../../syntax/datedItems.ts';
import { datesIn, newestOf, type YearMonth } from '../../syntax/dates.ts';
import { type Paper, papersIn } from '../../syntax/papers.ts';
import type { Role } from '../../syntax/summary.ts';
import { oneLine } from '../../text/fold.ts';
import { lineAt } from '../../text/lines.ts';
import { outside, type Span, span } from '../../text/span.ts';

/** A paper, and what the line that lists it says beside. */
export interface Listed {
  readonly paper: Paper;
  readonly words: string | undefined;
}

/**
 * When something was found out, as far as a note says: by `date` in its front matter, else by the newest of its findings that
 * have a date, else by the newest paper that it cites.
 */
export function dateOf(snapshot: Snapshot, document: Document): YearMonth | undefined {
  const text = currentText(snapshot, document);
  if (text === undefined) return undefined;
  const all = span(0, text.length);
  const newest = (months: readonly { readonly month?: YearMonth }[]): YearMonth | undefined =>
    newestOf(months.flatMap(({ month }) => month ?? []));
  return (
    newest(datesIn(text, matterDate(text))) ?? newest(datedItemsIn(text, all)) ?? newest(papersIn(text, all, true))
  );
}

/** Where the front matter says `date: 2025-06-14`; empty where it does not. */
function matterDate(text: string): Span {
  const matter = /^---[ \t]*(?:\r\n|\n|\r)[\s\S]*?^---[ \t]*$/m.exec(text);
  const line = matter?.index === 0 ? /^date:[ \t]*["']?([^\r\n"']*)/m.exec(matter[0]) : null;
  return line ? span(line.index + line[0].length - line[1]!.length, line.index + line[0].length) : span(0, 0);
}

/** The papers that a document lists in its section of related papers, each with the words that it stands with. */
export function papersListed(snapshot: Snapshot, document: Document): Listed[] {
  return papersOf(snapshot, document, (role) => role === 'papers');
}

/** The papers that a document cites anywhere but in its prompt. */
export function papersCited(snapshot: Snapshot, document: Document): Listed[] {
  return papersOf(snapshot, document, (role) => role !== 'prompt');
}

function papersOf(snapshot: Snapshot, document: Document, isWanted: (role: Role) => boolean): Listed[] {
  const text = currentText(snapshot, document);
  const summary = text === undefined ? undefined : summaryOf(snapshot, document);
  if (text === undefined || !summary) return [];
  const { sections, lines } = summary;
  const known = sections.map(({ role, whole }) => ({ role, at: whole }));
  const body = outside(
    span(0, text.length),
    known.map(({ at }) => at),
  ).map((at) => ({ role: 'body' as const, at }));
  return [...body, ...known]
    .filter(({ role }) => isWanted(role))
    .sort((a, b) => a.at.start - b.at.start)
    .flatMap(({ role, at }) => {
      const isList = role === 'papers';
      return papersIn(text, at, isList).map((paper): Listed => {
        return { paper, words: isList ? wordsBeside(text, lineOf(text, lines, paper.span.start), paper) : undefined };
      });
    });
}

function lineOf(text: string, lines: Uint32Array, offset: number): Span {
  const line = lineAt(lines, offset);
  return span(lines[line]!, lines[line + 1] ?? text.length);
}

/** `Plates at rest` of `- Plates at rest (2305.12345)` and of `- [Plates at rest](https://arxiv.org/abs/2305.12345).` */
function wordsBeside(text: string, line: Span, { span: at }: Paper): string | undefined {
  if (line.end - line.start > 4 * LONGEST) return undefined;
  const before = text.slice(line.start, at.start).replace(/^[\s>•*+–-]*/, '');
  const behind = text.slice(at.end, line.end);
  const words = oneLine(`${before} ${behind}`)
    .replace(/\[([^[\]]*)\] ?\(\s*\)/g, '$1')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/\s+([.,;:])/g, '$1')
    .replace(/^[\s—–:,;.-]+|[\s—–:,;.-]+$/g, '')
    .replace(/\s+/g, ' ');
  return /\p{L}{2}/u.test(words) && !words.includes('://') ? words.slice(0, LONGEST) : undefined;
}

/** Of the words beside a paper, in UTF-16 units: the title of a paper is no longer. */
const LONGEST = 300;
