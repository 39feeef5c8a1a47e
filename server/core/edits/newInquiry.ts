import type { Document } from '../index/document.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import type { Layout } from '../syntax/summary.ts';
import type { NewFile, Refused } from './edits.ts';
import { freePath } from './fileName.ts';
import { habitsOf } from './habits.ts';
import { nameIn, readsAsItem } from './nameIn.ts';
import { freeTitle } from './newNote.ts';
import { type Head, type Opening, openingsOf, saysSo } from './newNoteText.ts';
import { summaryGiven } from './summaryGiven.ts';
import { trial } from './trial.ts';

/** A note that the inquiry is answered from, and what is said of it. */
interface Source {
  readonly document: Document;
  readonly name: string;
  readonly summary: string | undefined;
}

/**
 * The file of a new inquiry: its question, the notes that it is to be answered from, each with the summary that other inquiries
 * give, else its own description, and the sections that follow. Laid out and placed as the inquiries of this corpus mostly are.
 * Its abstract is left to who writes it.
 *
 * @param sources paths of documents, in the order in which they are to be listed; repeats are left out
 * @param options.folder where it is to lie, relative to the corpus, `''` for the corpus' own folder
 */
export function newInquiry(
  snapshot: Snapshot,
  title: string,
  sources: readonly string[],
  options: { readonly folder?: string } = {},
): NewFile | Refused {
  const checked = freeTitle(snapshot, title);
  if ('refused' in checked) return checked;
  const words = checked.title;
  const documents: Document[] = [];
  for (const path of new Set(sources)) {
    const document = documentAt(snapshot, path);
    if (!document) return { refused: `“${path}” is no document of this corpus.` };
    documents.push(document);
  }
  const habits = habitsOf(snapshot, 'inquiry');
  for (const layout of new Set<Layout>([habits.layout, 'markdown'])) {
    const path = freePath(snapshot, options.folder ?? habits.folder, words, layout === 'markdown' ? '.md' : '.txt');
    const head: Head = { title: words, kind: 'inquiry', layout, summary: undefined };
    const text = textOf(snapshot, path, head, documents);
    if (text !== undefined) return { path, text };
  }
  return { refused: `No inquiring line can have the title “${words}”.` };
}

/** The text, of which the corpus has read that it says all this; undefined where no text in this layout does. */
function textOf(snapshot: Snapshot, path: string, head: Head, documents: readonly Document[]): string | undefined {
  const markdown = head.layout === 'markdown';
  const sources = documents.map((document): Source => {
    const site = { path, markdown, role: 'sources', title: head.title } as const;
    const name = nameIn(snapshot, site, document, markdown ? 'wikilink' : 'bare');
    const said = summaryGiven(snapshot, document);
    return { document, name, summary: said && readsAsItem('sources', markdown, name, said) ? said : undefined };
  });
  // Where one note has nothing said of it, the others' summaries must be told from titles by their looks.
  const plainly = sources.map((each) => (endsAsSentence(each.summary) ? each : { ...each, summary: undefined }));
  for (const opening of openingsOf(head)) {
    for (const listed of [sources, plainly]) {
      const text = joined(head.layout, opening, listed);
      if (isRight(snapshot, path, text, head, documents)) return text;
    }
  }
  return undefined;
}

const endsAsSentence = (summary: string | undefined): boolean => /[.!…]["”’)*_]*$/u.test(summary ?? '');

function joined(layout: Layout, { matter, blocks }: Opening, sources: readonly Source[]): string {
  const heading = `Sources ${sources.length} note${sources.length === 1 ? '' : 's'}`;
  const [prompt, next] = ['Research prompt for your LLM', 'Next inquiring lines'];
  if (layout === 'markdown') {
    const items = sources.map(({ name, summary }) => `- ${name}${summary === undefined ? '' : ` — ${summary}`}`);
    const list = items.length > 0 ? [items.join('\n')] : [];
    return `${matter}${[...blocks, `## ${heading}`, ...list, `## ${prompt}`, `## ${next}`].join('\n\n')}\n`;
  }
  const list = sources.flatMap(({ name, summary }) => (summary === undefined ? [name] : [name, summary]));
  return `${matter}${[...blocks, heading, ...list, prompt, next].join(layout === 'dense' ? '\n' : '\n\n')}\n`;
}

/** Whether it is read as that inquiry, with these sources and no others, in this order. */
function isRight(snapshot: Snapshot, path: string, text: string, head: Head, documents: readonly Document[]): boolean {
  const read = trial(snapshot, path, text);
  if (!read || !saysSo(read, head)) return false;
  const { sections } = read.summary;
  if (sections.map(({ role }) => role).join() !== 'sources,prompt,next') return false;
  const listed = read.references.filter(({ reference }) => reference.form !== 'mention');
  if (sections[0]!.entries.length !== documents.length || listed.length < documents.length) return false;
  return documents.every((document, at) => {
    const entry = sections[0]!.entries[at]!;
    const written = entry.reference === undefined ? undefined : read.summary.references[entry.reference];
    const found = listed.find(({ reference }) => reference.span.start === written?.span.start);
    return found?.resolution.status === 'resolved' && found.resolution.target === document;
  });
}
