import type { Document } from '../../index/document.ts';
import { commonSpelling, type NameId } from '../../index/names.ts';
import { recordOf, type Snapshot } from '../../index/snapshot.ts';
import { givenSummaries } from '../../queries/books/given.ts';
import type { Layout } from '../../syntax/summary.ts';
import { nameIn, readsAsItem } from '../nameIn.ts';
import { summaryGiven } from '../summaryGiven.ts';

/** What an entry is to name. */
export type Subject = { readonly document: Document } | { readonly missing: NameId; readonly text: string };

/** A source as it is written into the Sources of a document: its title, and what is mostly said of it. Lines are ended by `\n`. */
export function newSource(
  snapshot: Snapshot,
  { path, layout }: Document,
  subject: Subject,
): { readonly put: string; readonly plainly: string } {
  const markdown = layout === 'markdown';
  const [name, said] =
    'document' in subject
      ? [
          nameIn(snapshot, { path, markdown, role: 'sources' }, subject.document, markdown ? 'wikilink' : 'bare'),
          summaryGiven(snapshot, subject.document),
        ]
      : [nameOfMissing(snapshot, subject, markdown), givenSummaries(snapshot, -1 - subject.missing)[0]?.words];
  const summary = said && readsAsItem('sources', markdown, name, said) ? said : undefined;
  return { put: entryText(layout, name, summary), plainly: entryText(layout, name, undefined) };
}

/** A name, and what is said of it, as an item of Sources. */
function entryText(layout: Layout, name: string, summary: string | undefined): string {
  if (layout === 'markdown') return `- ${name}${summary === undefined ? '' : ` — ${summary}`}`;
  if (summary === undefined) return name;
  return `${name}${layout === 'spaced' ? '\n\n' : '\n'}${summary}`;
}

/** The title of a missing note as it may stand in a list. */
export function nameOfMissing(
  snapshot: Snapshot,
  { missing, text }: { readonly missing: NameId; readonly text: string },
  markdown: boolean,
): string {
  const title = commonSpelling(recordOf(snapshot, missing), snapshot.spellings) ?? text;
  return markdown && !/\[\[|\]\]|[|#]|^\]|\]$/.test(title) ? `[[${title}]]` : title;
}

/** An inquiry as an item of the list of those that use a note. */
export function newUser(snapshot: Snapshot, { path, layout }: Document, inquiry: Document): string {
  const markdown = layout === 'markdown';
  return `- ${nameIn(snapshot, { path, markdown, role: 'used-by' }, inquiry, markdown ? 'wikilink' : 'bare')}`;
}
