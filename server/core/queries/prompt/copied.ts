import { inlineOf } from '../../syntax/inline.ts';
import type { Paper } from '../../syntax/papers.ts';
import { SpanIndex } from '../../syntax/spanIndex.ts';
import { type Span, span } from '../../text/span.ts';
import { type DatedPaper, readPrompt } from './prompt.ts';
import { type Age, type Stale, staleIn } from './stale.ts';

/** What is changed in a prompt when it is copied; without any of it, it stays as it is. */
export interface Copying {
  /** Findings and papers that are old are marked so. */
  readonly age?: Age;
  /** Papers become links, as Markdown writes them. */
  readonly links?: boolean;
}

/** A prompt as it is to be copied. `text` is all of it. */
export function copied(text: string, { age, links }: Copying): string {
  const all = span(0, text.length);
  const prompt = readPrompt(text, all);
  // Of these the date is not written.
  const bare = new Set(prompt.papers.flatMap(({ dated, isDateWritten }) => (isDateWritten ? [] : [dated])));
  const marks = age ? staleIn(prompt, age) : [];
  const pieces = [
    ...(links ? linkable(text, all, prompt.papers).map((each) => ({ ...each.span, after: linkTo(text, each) })) : []),
    ...marks.map((each) => ({
      start: each.offset,
      end: each.offset,
      after: mark(text, each, bare.has(each.offset), age!),
    })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let from = 0;
  for (const { start, end, after } of pieces) {
    if (start < from) continue;
    result += text.slice(from, start) + after;
    from = end;
  }
  return result + text.slice(from);
}

/** Papers that stand in no link, address or code already. */
function linkable(text: string, within: Span, papers: readonly DatedPaper[]): DatedPaper[] {
  const { prose } = inlineOf(text, within, 'prompt');
  const index = new SpanIndex(prose, (each) => each);
  return papers.filter(({ span: at }) =>
    index.overlapping(at).some((each) => each.start <= at.start && at.end <= each.end),
  );
}

/** `[arXiv:2504.20571](https://arxiv.org/abs/2504.20571)`. A parenthesis in an address would end it. */
function linkTo(text: string, { span: at, url }: Paper): string {
  return `[${text.slice(at.start, at.end)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** `(2025-06, older than 12 months: verify)`: in the parentheses that the date stands in, else in its own. */
function mark(text: string, { offset, month }: Stale, isBare: boolean, { staleAfter }: Age): string {
  const words = `older than ${staleAfter} month${staleAfter === 1 ? '' : 's'}: verify`;
  const said = isBare ? `${month}, ${words}` : words;
  return text[offset] === ')' ? `, ${said}` : ` (${said})`;
}
