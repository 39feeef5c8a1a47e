import { type Span, span } from '../text/span.ts';
import { blocksOf, itemAt, type Line } from './blocks.ts';
import { isDash } from './items.ts';
import type { Role } from './summary.ts';

/** An item of a list section of plain text: which line is what. */
export interface EntryDraft {
  readonly span: Span;
  readonly title?: Span;
  readonly summary?: Span;
  readonly relation?: Span;
}

/**
 * The items of a section. `declared` is the number in its heading. Prompts have none, and papers are not notes
 * (CORPUS.md): both answer an empty list.
 */
export function plainEntries(
  text: string,
  role: Role,
  lines: readonly Line[],
  spaced: boolean,
  declared: number | undefined,
): EntryDraft[] {
  switch (role) {
    case 'sources':
      return sources(text, blocksOf(text, lines, spaced), declared);
    case 'related':
      return related(text, lines);
    case 'used-by':
      return items(text, blocksOf(text, lines, spaced));
    case 'next':
      return blocksOf(text, lines, spaced)
        .map((block) => itemAt(text, block) ?? block)
        .filter((title) => title.start < title.end)
        .map((title) => ({ span: title, title }));
    case 'original-title':
      return blocksOf(text, lines, spaced)
        .slice(0, 1)
        .map((block) => ({ span: block }));
    default:
      return [];
  }
}

/** `- Why mud sticks` gives `Why mud sticks`, a lone dash an item of nothing; lines of page furniture have no dash. */
function items(text: string, blocks: readonly Span[]): EntryDraft[] {
  return blocks.flatMap((block) => {
    const title = itemAt(text, block);
    if (!title) return [];
    return [title.start < title.end ? { span: title, title } : { span: span(block.start, block.end) }];
  });
}

/**
 * Sources: a title, then its summary. With twice as many blocks as the heading declares they alternate, unless both looks
 * speak against it; as many blocks as declared, none of which looks like a title, are the summaries of lost titles (seed 003).
 * Otherwise, while the list is being written, each block is taken for what it looks like.
 */
function sources(text: string, blocks: readonly Span[], declared: number | undefined): EntryDraft[] {
  const bare = blocks.map((block) => itemAt(text, block) ?? block).filter((block) => block.start < block.end);
  const looks = bare.map((block) => looksLikeTitle(text.slice(block.start, block.end)));
  const isAgainst =
    looks.some((isTitle, index) => isTitle && index % 2 === 1) &&
    looks.some((isTitle, index) => !isTitle && index % 2 === 0);
  const alternate = bare.length === 2 * (declared ?? 0) && !isAgainst;
  const entries: EntryDraft[] = [];
  for (const [index, block] of bare.entries()) {
    const before = entries.at(-1);
    if (alternate ? index % 2 === 0 : looks[index]) entries.push({ span: block, title: block });
    else if (before?.title && !before.summary) {
      entries[entries.length - 1] = { ...before, span: span(before.span.start, block.end), summary: block };
    } else entries.push({ span: block, summary: block });
  }
  return entries.map((entry) => (entry.summary ? entry : inOneLine(text, entry)));
}

/** `[[Why mud sticks]] — it is the clay`: a title in brackets, and what is said of it behind a dash. */
function inOneLine(text: string, entry: EntryDraft): EntryDraft {
  const { start, end } = entry.span;
  const found = entry.title && /^\[\[[^[\]]+\]\]\s+[—–]\s+(?=\S)/u.exec(text.slice(start, end));
  if (!found) return entry;
  const behind = start + found[0].length;
  const close = start + found[0].lastIndexOf(']') + 1;
  return { span: entry.span, title: span(start, close), summary: span(behind, end) };
}

/** A title is a wikilink, a question, or a claim without a full stop; a summary is sentences. */
function looksLikeTitle(block: string): boolean {
  if (block.startsWith('[[')) return true;
  if (block.length > 240) return false;
  return block.endsWith('?') || !/[.!…]["”’)*_]*$/u.test(block);
}

/**
 * Related concepts: a dash, alone or before the title, then the note's description, then the relation, a line each. A lone `—`
 * stands for a description that is not given.
 */
function related(text: string, lines: readonly Line[]): EntryDraft[] {
  const entries: EntryDraft[] = [];
  let fields: Span[] | undefined;
  let dash: Span | undefined;
  const close = (): void => {
    const [title, second, ...rest] = fields ?? [];
    const summary = second && rest.length > 0 && isDash(text, second) ? undefined : second;
    const relation = rest.length > 0 ? span(rest[0]!.start, rest.at(-1)!.end) : undefined;
    if (title) {
      const end = (relation ?? summary ?? title).end;
      entries.push({ span: span(title.start, end), title, ...(summary && { summary }), ...(relation && { relation }) });
    } else if (dash) entries.push({ span: dash });
  };
  for (const line of lines) {
    const item = itemAt(text, line);
    if (item) {
      close();
      fields = item.start < item.end ? [item] : [];
      dash = span(line.start, line.end);
    } else fields?.push(span(line.start, line.end));
  }
  close();
  return entries;
}
