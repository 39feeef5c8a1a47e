import type { Document } from '../index/document.ts';
import { summarize } from '../syntax/summarize.ts';
import type { Summary } from '../syntax/summary.ts';
import { fold } from '../text/fold.ts';
import { lineEndOf } from '../text/lines.ts';
import { type Span, span } from '../text/span.ts';
import { edited, inTextOrder, type Refused, replaced, type TextEdit } from './edits.ts';
import { addAlias, scalar } from './frontMatterEdits.ts';

/** What a document is to be called from now on. */
export interface NewName {
  readonly old: string;
  readonly title: string;
  /** Whether the old title stays as an alias. */
  readonly keepAlias: boolean;
}

/**
 * The edits of a document's own text that give it a new title: where it says the title, and the alias.
 *
 * @param others the edits of its references to itself
 */
export function retitled(
  document: Document,
  text: string,
  summary: Summary,
  name: NewName,
  others: readonly TextEdit[],
): TextEdit[] | Refused {
  const titles = [summary.title, ...summary.headings.filter((each) => fold(each.text) === fold(name.old))];
  const matter = frontMatterEnd(text);
  const own = titles.map(({ span: at }) => written(text, at, name.title, matter));
  const edits = inTextOrder([...own, ...others]);
  if (!isRead(document, text, edits, ({ title }) => title.text === name.title)) {
    return { refused: `“${name.title}” would not be read as a title where “${document.path}” has its own.` };
  }
  if (!name.keepAlias) return edits;
  for (const alias of aliasEdits(text, summary, name.old)) {
    const all = inTextOrder([...edits, alias]);
    const has = ({ title, aliases }: Summary): boolean =>
      title.text === name.title && aliases.some((each) => fold(each.text) === fold(name.old));
    if (all.length > edits.length && isRead(document, text, all, has)) return all;
  }
  return {
    refused: `The old title cannot be kept as an alias in “${document.path}”: its front matter cannot be read.`,
  };
}

/** The same for an alias. */
export function realiased(document: Document, text: string, name: NewName, others: readonly TextEdit[]) {
  const own = document.aliases.filter((each) => fold(each.text) === fold(name.old));
  const matter = frontMatterEnd(text);
  const edits = inTextOrder([...own.map((each) => written(text, each.span, name.title, matter)), ...others]);
  const has = ({ aliases }: Summary): boolean => aliases.some((each) => each.text === name.title);
  if (isRead(document, text, edits, has)) return edits;
  return { refused: `“${name.title}” would not be read as an alias where “${document.path}” has it.` };
}

/** A name in place of another: in front matter, which ends at `matter`, as YAML wants it, quotes and all. */
function written(text: string, at: Span, name: string, matter: number): TextEdit {
  const quote = text[at.start - 1] ?? '';
  const isQuoted = (quote === '"' || quote === "'") && at.start < matter;
  if (isQuoted) {
    const end = text[at.end] === quote ? at.end + 1 : at.end;
    return replaced(
      text,
      span(at.start - 1, end),
      quote === '"' ? JSON.stringify(name) : `'${name.replaceAll("'", "''")}'`,
    );
  }
  if (at.start >= matter) return replaced(text, at, name);
  // In `[Mud, Wet clay]` a comma would end it.
  const isFlow = /[[,]\s*$/.test(text.slice(0, at.start));
  return replaced(text, at, isFlow ? JSON.stringify(name) : scalar(name));
}

/** 0 without front matter. */
function frontMatterEnd(text: string): number {
  const matter = text.startsWith('---') ? /^---[ \t]*(?:\r\n|\n|\r)[\s\S]*?^---[ \t]*$/m.exec(text) : null;
  return matter?.index === 0 ? matter[0].length : 0;
}

/** Ways to keep a title as an alias, the most natural one first. */
function aliasEdits(text: string, summary: Summary, alias: string): TextEdit[] {
  const ways = [addAlias(text, alias)];
  const hasSection = summary.sections.some(({ role, entries }) => role === 'original-title' && entries.length > 0);
  if (summary.kind === 'note' && summary.layout !== 'markdown' && !hasSection)
    ways.unshift(originalTitle(text, summary, alias));
  return ways;
}

/** The section in which the plain layouts keep the note's first title; seeds have it empty. */
function originalTitle(text: string, { sections, layout }: Summary, alias: string): TextEdit {
  const eol = lineEndOf(text);
  const gap = layout === 'spaced' ? eol + eol : eol;
  const section = sections.find(({ role }) => role === 'original-title');
  if (section) return replaced(text, span(section.heading.end, section.heading.end), gap + alias);
  const end = text.trimEnd().length;
  return replaced(text, span(end, end), `${gap}Original note title${gap}${alias}`);
}

function isRead(
  document: Document,
  text: string,
  edits: readonly TextEdit[],
  has: (summary: Summary) => boolean,
): boolean {
  const summary = summarize(document.path, edited(text, edits));
  return summary !== undefined && summary.kind === document.kind && has(summary);
}
