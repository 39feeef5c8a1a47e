import type { Document } from '../index/document.ts';
import { resolve } from '../index/resolve.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import type { Role } from '../syntax/summary.ts';
import { overlaps, type Span } from '../text/span.ts';
import { type Uses, usesOf } from './uses.ts';

/** What a list does not say of a note that it names: by how many it is used. */
export interface InlayHint extends Uses {
  /** Right behind the entry. */
  readonly offset: number;
  readonly target: Document;
}

/** The lists in which one chooses among notes. In the others every entry is a question, or is of other people. */
const LISTS: ReadonlySet<Role> = new Set<Role>(['sources', 'related', 'used-by', 'next']);

/**
 * Who else uses what the lists of a document name, one entry after the other, since some take their time. For an entry
 * whose target no inquiry but this document uses, the notes count instead, and for one that nobody else uses there is no
 * hint; an inquiry is in the list of each of its sources, so that notes say nothing of it.
 *
 * @param within only entries that touch this part of the text
 */
export function* inlayHints(snapshot: Snapshot, path: string, within: Span): Generator<InlayHint> {
  const document = documentAt(snapshot, path);
  const summary = document && summaryOf(snapshot, document);
  if (!summary) return;
  for (const { role, whole, entries } of summary.sections) {
    if (!LISTS.has(role) || !overlaps(whole, within)) continue;
    for (const { reference: index } of entries) {
      const reference = index === undefined ? undefined : summary.references[index];
      if (!reference || !overlaps(reference.whole, within)) continue;
      const resolution = resolve(snapshot, { ...reference, name: document.writtenName(index!) });
      if (resolution.status !== 'resolved' || resolution.target === document) continue;
      const uses = shown(usesOf(snapshot, resolution.target), resolution.target, document);
      if (uses) yield { offset: reference.whole.end, target: resolution.target, ...uses };
    }
  }
}

function shown({ inquiries, notes }: Uses, target: Document, reader: Document): Uses | undefined {
  const [one, other] = reader.kind === 'inquiry' ? [1, 0] : [0, 1];
  if (inquiries > one) return { inquiries, notes: 0 };
  return notes > other && target.kind !== 'inquiry' ? { inquiries: 0, notes } : undefined;
}
