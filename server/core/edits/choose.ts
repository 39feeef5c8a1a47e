import type { Document } from '../index/document.ts';
import { fileTargets } from '../index/fileTargets.ts';
import type { Reference, Resolved } from '../index/references.ts';
import { type LineStarts, lineAt } from '../text/lines.ts';
import type { TextEdit } from './edits.ts';
import { linkTo, wikilinksTo } from './naming.ts';
import { leadsTo, type Reading, rewritten, type Way } from './rewrite.ts';

/**
 * Makes an ambiguous reference one to `target`: a wikilink to its file that shows what was read before, or, where no wikilink
 * leads there, a link. In the plain layouts both are read too.
 */
export function choose(reading: Reading, { reference, resolution }: Resolved, target: Document): TextEdit | undefined {
  if (resolution.status !== 'ambiguous') return undefined;
  return rewritten(reading, waysByFile(reading, reference, target, reference.text), leadsTo(target));
}

/** Ways to write a reference that lead to a document by its file, whatever its title. */
export function waysByFile(
  { snapshot, document, text }: Reading,
  reference: Reference,
  target: Document,
  shown: string,
): Way[] {
  const { form, span, whole } = reference;
  const behind = form === 'wikilink' ? text.slice(span.end, whole.end - 2) : '';
  // `[[Mud|wet]]` and `[[Mud#Clay]]` keep what is behind the title, an embedded `![[Mud]]` has nothing to show.
  if (form === 'wikilink' && (behind.trim() !== '' || text[whole.start] === '!')) {
    return allAt(span, fileTargets(snapshot, target));
  }
  const bar = isInTable(text, document.lines, whole.start) ? '\\|' : '|';
  return allAt(whole, [...wikilinksTo(snapshot, target, shown, bar), linkTo(document.path, target, shown)]);
}

const allAt = (span: Way['span'], texts: readonly string[]): Way[] => texts.map((after) => ({ span, after }));

/** Whether the line at a place is a row of a table, as far as its first mark says so: there a bar parts the cells. */
export function isInTable(text: string, lines: LineStarts, at: number): boolean {
  const start = lines[lineAt(lines, at)]!;
  // Of a line that goes on for pages the rest need not be looked at for each reference in it.
  return /^[ \t>]*\|/.test(text.slice(start, Math.min(start + 1000, at + 1)));
}
