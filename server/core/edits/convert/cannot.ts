import type { Layout, Summary } from '../../syntax/summary.ts';
import { lineAt } from '../../text/lines.ts';
import { isPlain } from './parts.ts';

/**
 * Why a text cannot be written in another layout, in a sentence with the line and what to do; undefined where nothing is known that
 * speaks against it.
 */
export function whyNot(text: string, summary: Summary, to: Layout): string | undefined {
  if (isPlain(summary.layout)) return undefined;
  return headingIn(text, summary) ?? tableIn(text, summary, to);
}

/** The plain layouts have a title and the sections that the corpus knows, and no other headings. */
function headingIn(text: string, { headings, sections, title, lines }: Summary): string | undefined {
  const others = headings.filter(
    ({ span }) => !sections.some(({ heading }) => heading.start <= span.start && span.end <= heading.end),
  );
  const isTitle = others[0] && (others[0].span.start === title.span.start || others[0].text === title.text);
  const [first] = isTitle ? others.slice(1) : others;
  if (!first) return undefined;
  const line = lineAt(lines, first.span.start) + 1;
  const words = text.slice(first.span.start, first.span.end);
  return `line ${line} is a heading, “${words}”, and the plain layouts have none but those of their lists. Make it a paragraph, or leave the file in Markdown.`;
}

/** Rows of a table are lines, which the dense layout would take apart. */
function tableIn(text: string, { lines }: Summary, to: Layout): string | undefined {
  if (to !== 'dense') return undefined;
  const lineOf = (number: number): string => text.slice(lines[number], lines[number + 1] ?? text.length);
  for (let number = 1; number < lines.length; number++) {
    if (!DELIMITERS.test(lineOf(number)) || !lineOf(number - 1).includes('|')) continue;
    return `line ${number} begins a table, and in the dense layout each line is a paragraph of its own. Convert to the spaced layout, or leave the file in Markdown.`;
  }
  return undefined;
}

/** `|---|:-:|` below the head of a table (GitHub Flavored Markdown, "Tables"). */
const DELIMITERS = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+(?:\|[ \t]*)?[\r\n]*$/;
