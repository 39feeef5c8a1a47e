import { documentOf, nameOf, recordOf, type Snapshot } from '../index/snapshot.ts';
import type { Layout } from '../syntax/summary.ts';
import type { NewFile, Refused } from './edits.ts';
import { freePath } from './fileName.ts';
import { habitsOf } from './habits.ts';
import { type Draft, textOfDraft } from './newNoteText.ts';
import { wantedOf } from './wanted.ts';

/** In UTF-16 units. */
const LONGEST_TITLE = 500;

/**
 * The file that makes a missing note, or any new one: with the title, what its citers say of it, and the inquiries that use
 * it. Laid out and placed as the notes of this corpus mostly are.
 *
 * @param options.folder where it is to lie, relative to the corpus, `''` for the corpus' own folder
 * @param options.kind what it is to be; else an inquiry where only lists of inquiries name it, and a note otherwise
 */
export function newNote(
  snapshot: Snapshot,
  title: string,
  options: { folder?: string; kind?: 'note' | 'inquiry' } = {},
): NewFile | Refused {
  const words = title.trim();
  const refused = whyNot(snapshot, words);
  if (refused !== undefined) return { refused };
  const { users, summary, kind: wantedKind } = wantedOf(snapshot, words);
  const kind = options.kind ?? wantedKind;
  const habits = habitsOf(snapshot, kind);
  const draft: Draft = { title: words, kind, summary, users, layout: habits.layout };
  const folder = options.folder ?? habits.folder;
  // What the plain layouts cannot say, Markdown may: a title that looks like the heading of a section.
  for (const layout of new Set<Layout>([habits.layout, 'markdown'])) {
    const path = freePath(snapshot, folder, words, layout === 'markdown' ? '.md' : '.txt');
    const text = textOfDraft(snapshot, path, { ...draft, layout });
    if (text !== undefined) return { path, text };
  }
  return { refused: `No document can have the title “${words}”.` };
}

/** Why no document is to have this title; undefined where one may. */
export function whyNot(snapshot: Snapshot, title: string): string | undefined {
  if (title === '') return 'A note needs a title.';
  if (/[\r\n\u2028\u2029]/.test(title)) return 'A title is one line: this one has a line break in it.';
  if (title.length > LONGEST_TITLE) return `A title has at most ${LONGEST_TITLE} characters: this one is too long.`;
  const name = nameOf(snapshot, title);
  const definers = name === undefined ? [] : recordOf(snapshot, name).definers;
  const paths = definers
    .map(({ document }) => documentOf(snapshot, document)?.path)
    .filter((path) => path !== undefined);
  return paths[0] === undefined ? undefined : `“${paths.sort()[0]}” has the title “${title}” already.`;
}
