import { type Span, span, trimmed } from '../text/span.ts';
import { type Constructs, inlineAmong } from './inline.ts';
import type { Block } from './scan/nodes.ts';
import { isListRole } from './sections.ts';
import type { Role } from './summary.ts';

/** An item of a Markdown list section: which stretch of it is what. */
export interface ItemDraft {
  /** Undefined where the title is lost (seed 003), and the dash before the summary is left: `- — It is the clay.` */
  readonly title?: Span;
  /** Whether the title stands bare; else it is the item's first wikilink or link. */
  readonly bare: boolean;
  readonly summary?: Span;
  readonly relation?: Span;
}

/**
 * Reads `- [[Title]] — summary`, `- [text](path.md) — summary` and `- Title — summary`; what is said of the title may also
 * follow on the next lines or in paragraphs of the item. Undefined where the item names nothing.
 */
export function itemOf(
  text: string,
  item: Block,
  first: Span,
  role: Role,
  constructs: Constructs,
): ItemDraft | undefined {
  const { references, prose } = inlineAmong(text, first, role, constructs);
  const leading = references[0];
  const linked = leading?.whole.start === first.start ? leading.whole : undefined;
  // Code, a URL or a link that leaves the corpus is no title: `- [Smith 2020](https://example.org)`.
  const isBare = isListRole(role) && prose[0]?.start === first.start;
  const lost = isBare && role === 'sources' ? behindDash(text, first) : undefined;
  if (lost) return { bare: true, summary: span(lost.start, item.children.at(-1)!.end) };
  const title = linked ?? (isBare ? bareTitle(text, first, role) : undefined);
  if (!title || title.start === title.end) return undefined;
  const rest = separated(text, span(title.end, first.end));
  const pieces = [...linesOf(text, rest), ...item.children.slice(1).map(({ start, end }) => span(start, end))];
  const last = pieces.at(-1);
  const bare = linked === undefined;
  if (!last) return { title, bare };
  if (role !== 'related') return { title, bare, summary: span(pieces[0]!.start, last.end) };
  // A lone dash stands for a relation that is not given: else the description would be taken for one.
  if (pieces.length === 2 && isDash(text, last)) return { title, bare, summary: pieces[0]! };
  return { title, bare, relation: last, ...(pieces.length > 1 && { summary: pieces[0]! }) };
}

/** `It is the clay.` of `— It is the clay.`, which has lost its title; undefined where there is no dash, or nothing behind it. */
function behindDash(text: string, first: Span): Span | undefined {
  const said = /^[—–]\s/u.test(text.slice(first.start, first.start + 2)) ? separated(text, first) : undefined;
  return said && said.start < said.end ? said : undefined;
}

/** Whether a line is nothing but a dash, which stands for what is not said. */
export const isDash = (text: string, { start, end }: Span): boolean => end === start + 1 && '—–'.includes(text[start]!);

/** `Why mud sticks` of `Why mud sticks — it is the clay`. Only sources and related concepts say more than the title. */
function bareTitle(text: string, first: Span, role: Role): Span {
  const line = linesOf(text, first)[0] ?? first;
  if (role !== 'sources' && role !== 'related') return line;
  const words = text.slice(line.start, line.end);
  // A question's mark before the dash is surer than the first dash: titles have dashes too.
  const match = /^.*?\?(?=\s+[—–-]\s)/u.exec(words) ?? /^.*?\S(?=\s+[—–]\s)/u.exec(words);
  return match ? span(line.start, line.start + match[0].length) : line;
}

/** Without the dash or colon between a title and what is said of it. */
function separated(text: string, rest: Span): Span {
  const lead = /^\s*(?:[—–:-]+(?=\s|$))?/u.exec(text.slice(rest.start, rest.end))![0].length;
  return trimmed(text, span(rest.start + lead, rest.end));
}

function linesOf(text: string, at: Span): Span[] {
  const lines: Span[] = [];
  for (const { index, 0: written } of text.slice(at.start, at.end).matchAll(/[^\r\n]+/g)) {
    const line = trimmed(text, span(at.start + index, at.start + index + written.length));
    if (line.start < line.end) lines.push(line);
  }
  return lines;
}
