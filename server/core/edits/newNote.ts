import { folderOf } from '../index/paths.ts';
import { documentOf, nameOf, recordOf, type Snapshot } from '../index/snapshot.ts';
import type { Layout } from '../syntax/summary.ts';
import type { NewFile, Refused } from './edits.ts';
import { freePath } from './fileName.ts';
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
function whyNot(snapshot: Snapshot, title: string): string | undefined {
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

/** So many documents are looked at to learn how notes are written here. */
const SAMPLE = 500;

/** How documents of a kind are mostly laid out in this corpus, and where they mostly lie. */
function habitsOf(snapshot: Snapshot, kind: 'note' | 'inquiry'): { layout: Layout; folder: string } {
  const { documents } = snapshot;
  const step = Math.max(1, Math.floor(documents.length / SAMPLE));
  const ofKind: { layout: Layout; folder: string }[] = [];
  const others: typeof ofKind = [];
  for (let id = 0; id < documents.length; id += step) {
    const document = documents.get(id);
    if (!document || document.kind === 'page') continue;
    const habit = { layout: document.layout, folder: folderOf(document.path) };
    (document.kind === kind ? ofKind : others).push(habit);
  }
  const sample = ofKind.length > 0 ? ofKind : others;
  return {
    layout: mostOf(sample.map(({ layout }) => layout)) ?? 'markdown',
    folder: mostOf(sample.map(({ folder }) => folder)) ?? '',
  };
}

/** What is there most often; of equals the one that sorts first. */
export function mostOf<T extends string>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1));
  return first?.[0];
}
