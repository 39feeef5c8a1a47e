import { frontMatterLines } from '../syntax/scan/scan.ts';
import type { Heading, Summary } from '../syntax/summary.ts';
import { lineAt } from '../text/lines.ts';
import { behindInk, type Span } from '../text/span.ts';

/** A part of a text that hangs together: front matter, the body of a plain text, what stands under a heading. */
export interface Extent extends Span {
  /** Whether the corpus knows the section by name: `Sources 12 notes`. */
  readonly isSection: boolean;
}

/**
 * The parts of a text, in order, the outer before the inner; of two that share a character one holds the other. Each begins
 * with a line, and ends with the last character of it that is seen.
 */
export function extentsOf(summary: Summary, text: string): Extent[] {
  const { lines } = summary;
  const extents: Extent[] = [];
  const add = (from: number, to: number, isSection: boolean): void => {
    const start = lines[lineAt(lines, from)]!;
    const end = behindInk(text, start, to);
    if (start < end) extents.push({ start, end, isSection });
  };
  const matter = matterEnd(summary, text);
  if (matter > 0) add(0, matter, false);
  const sections = new Set(summary.sections.map(({ heading }) => lineAt(lines, heading.start)));
  const { headings, title, layout } = summary;
  const first = lineStart(summary, headings[0]);
  // In Markdown the title is a heading, too.
  if (layout !== 'markdown' && matter <= title.span.start && title.span.end <= first)
    add(title.span.start, first, false);
  for (const [at, heading] of headings.entries()) {
    const end = lineStart(summary, nextUpTo(headings, at));
    add(heading.span.start, end, sections.has(lineAt(lines, heading.span.start)));
  }
  return extents;
}

function matterEnd({ lines }: Summary, text: string): number {
  const close = frontMatterLines(text, lines, text.startsWith('\ufeff') ? 1 : 0);
  return close > 0 ? (lines[close + 1] ?? text.length) : 0;
}

/** The next heading that is not under this one. */
function nextUpTo(headings: readonly Heading[], at: number): Heading | undefined {
  const { depth } = headings[at]!;
  let next = at + 1;
  while (next < headings.length && headings[next]!.depth > depth) next++;
  return headings[next];
}

/** Where the line of a heading begins; the end of the text without one. */
function lineStart({ lines, length }: Summary, heading: Heading | undefined): number {
  return heading ? lines[lineAt(lines, heading.span.start)]! : length;
}
