import type { Document } from '../../index/document.ts';
import { currentText, type Snapshot } from '../../index/snapshot.ts';
import { summaryOf } from '../../index/summaries.ts';
import type { Summary } from '../../syntax/summary.ts';
import { fold } from '../../text/fold.ts';
import { lineAt } from '../../text/lines.ts';
import { outside, type Span, span } from '../../text/span.ts';

/**
 * What a document says: its text without front matter, title and the sections that the corpus knows by name, which list other
 * documents. Byte for byte, but for white space around what is left out. Undefined where the text is not to be had.
 */
export function bodyOf(snapshot: Snapshot, document: Document): string | undefined {
  const text = currentText(snapshot, document);
  const summary = text === undefined ? undefined : summaryOf(snapshot, document);
  if (text === undefined || !summary) return undefined;
  const holes = [...openings(text), ...titleLines(text, summary), ...summary.sections.map(({ whole }) => whole)];
  return outside(span(0, text.length), holes)
    .map(({ start, end }) =>
      text
        .slice(start, end)
        .replace(/^\s*[\r\n]/, '')
        .trimEnd(),
    )
    .filter((piece) => piece.trim() !== '')
    .join('\n\n');
}

/** Front matter, and the line that opens an inquiry. */
function openings(text: string): Span[] {
  const matter = /^---[ \t]*(?:\r\n|\n|\r)[\s\S]*?^---[ \t]*$/m.exec(text);
  const end = matter?.index === 0 ? matter[0].length : 0;
  const header = /^\s*INQUIRING LINE[ \t]*(?=[\r\n]|$)/.exec(text.slice(end));
  return [span(0, end + (header?.[0].length ?? 0))];
}

/** The line of the title, and of the first heading that says the same: with what underlines them. */
function titleLines(text: string, { title, headings, lines, layout }: Summary): Span[] {
  const said = [title, ...headings.slice(0, 1).filter((each) => fold(each.text) === fold(title.text))];
  return said
    .filter(({ span: at }) => at.start < at.end)
    .map(({ span: at }) => {
      const start = lines[lineAt(lines, at.start)]!;
      const last = lineAt(lines, at.end);
      const next = text.slice(lines[last + 1] ?? text.length, lines[last + 2] ?? text.length);
      const isUnderlined = layout === 'markdown' && text[start] !== '#' && /^ {0,3}(?:=+|-+)\s*$/.test(next);
      return span(start, lines[last + (isUnderlined ? 2 : 1)] ?? text.length);
    });
}
