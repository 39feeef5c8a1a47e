import type { Snapshot } from '../index/snapshot.ts';
import type { Layout } from '../syntax/summary.ts';
import type { NewFile, Refused } from './edits.ts';
import { freePath } from './fileName.ts';
import { habitsOf } from './habits.ts';
import { type Draft, textOfDraft } from './newNoteText.ts';
import { newTitle, takenBy } from './newTitle.ts';
import { wantedOf } from './wanted.ts';

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
  const checked = freeTitle(snapshot, title);
  if ('refused' in checked) return checked;
  const words = checked.title;
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

/** A title that somebody typed, where no document has it: as it is to be written. */
export function freeTitle(snapshot: Snapshot, typed: string): ReturnType<typeof newTitle> {
  const checked = newTitle(typed);
  return ('title' in checked && takenBy(snapshot, checked.title)) || checked;
}
