import { folderOf } from '../index/paths.ts';
import type { Snapshot } from '../index/snapshot.ts';
import type { Layout } from '../syntax/summary.ts';

/** So many documents are looked at to learn how notes are written here. */
const SAMPLE = 500;

/** How documents of a kind are mostly laid out in this corpus, and where they mostly lie. */
export function habitsOf(snapshot: Snapshot, kind: 'note' | 'inquiry'): { layout: Layout; folder: string } {
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
