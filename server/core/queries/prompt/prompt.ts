import type { Document } from '../../index/document.ts';
import { currentText, type Snapshot } from '../../index/snapshot.ts';
import { summaryOf } from '../../index/summaries.ts';
import { type DatedItem, datedItemsIn } from '../../syntax/datedItems.ts';
import { datesIn } from '../../syntax/dates.ts';
import { type Paper, papersIn } from '../../syntax/papers.ts';
import type { Section } from '../../syntax/summary.ts';
import { type Span, span } from '../../text/span.ts';
import { promptIn } from './furniture.ts';

/** The research prompt of a document, and what it goes by. Spans are those of the document's text. */
export interface Prompt {
  readonly section: Section;
  readonly span: Span;
  /** The prompt as it stands there, byte for byte, without its heading and the furniture of the page. */
  readonly text: string;
  /** What was found, and when. */
  readonly findings: readonly DatedItem[];
  readonly papers: readonly DatedPaper[];
}

/** A paper with its date: the one that stands behind it, else what its id says. */
export interface DatedPaper extends Paper {
  /** Where the date that stands behind it ends, else where the paper itself does. */
  readonly dated: number;
  readonly isDateWritten: boolean;
}

/** Undefined where a document has no prompt: no section of that name, or one with nothing in it. */
export function promptOf(snapshot: Snapshot, document: Document): Prompt | undefined {
  const text = currentText(snapshot, document);
  const summary = text === undefined ? undefined : summaryOf(snapshot, document);
  if (text === undefined || !summary) return undefined;
  for (const section of summary.sections) {
    if (section.role !== 'prompt') continue;
    const at = promptIn(text, section, summary.layout);
    if (at.start < at.end) return { section, span: at, text: text.slice(at.start, at.end), ...readPrompt(text, at) };
  }
  return undefined;
}

/**
 * What a prompt goes by. An item that names a paper first is one of the list of papers, and no finding; nor is one whose date is
 * that of the paper that it names: `• Plates at rest, doi:10.1000/182 (2024)`.
 */
export function readPrompt(text: string, at: Span): Pick<Prompt, 'findings' | 'papers'> {
  const papers = papersIn(text, at, true).map((paper) => datedPaper(text, at, paper));
  const opening = new Set(papers.map((paper) => paper.span.start));
  const dating = new Set(papers.flatMap(({ dated, isDateWritten }) => (isDateWritten ? [dated] : [])));
  const findings = datedItemsIn(text, at).filter(({ span, dated }) => !opening.has(span.start) && !dating.has(dated));
  return { findings, papers };
}

/** `arXiv:2505.13775 (May 2025)`: the date in the parentheses right behind it, or behind the link that leads to it. */
function datedPaper(text: string, within: Span, paper: Paper): DatedPaper {
  const end = paper.span.end + (isWrapped(text, paper.span) ? 1 : 0);
  const behind = text.slice(end, Math.min(within.end, end + 100));
  const [opened] = /^[ \u00a0]?\([^()\r\n]*\)/.exec(behind) ?? [];
  const date = opened && datesIn(text, span(end, end + opened.length)).at(-1);
  if (date) return { ...paper, month: date.month, dated: date.end, isDateWritten: true };
  return { ...paper, dated: end, isDateWritten: false };
}

/** Whether it is all of a link's address, `](https://…)`, or of a code span: then nothing can be put behind it but behind that. */
function isWrapped(text: string, { start, end }: Span): boolean {
  return (text.slice(start - 2, start) === '](' && text[end] === ')') || (text[start - 1] === '`' && text[end] === '`');
}
