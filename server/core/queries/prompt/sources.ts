import type { Document } from '../../index/document.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import { type Item, ledgerOf } from '../ledger.ts';

/** A source of an inquiry, as its list has it. */
export interface Source {
  /** Undefined where the list has lost it. */
  readonly title: string | undefined;
  /** What the inquiry says of it, in one line. */
  readonly summary: string | undefined;
  /** Undefined where no document has the title, or several have. */
  readonly target: Document | undefined;
  readonly status: 'resolved' | 'ambiguous' | 'dangling';
}

/** The sources of a document in the order of its list; none where its text is not to be had. */
export function sourcesOf(snapshot: Snapshot, document: Document): Source[] {
  const listed = ledgerOf(snapshot, document)?.sections.filter(({ section }) => section.role === 'sources') ?? [];
  return listed.flatMap(({ items }) => items).map(sourceOf);
}

function sourceOf({ reference, resolution, summary }: Item): Source {
  const target = resolution?.status === 'resolved' ? resolution.target : undefined;
  return { title: target?.title.text ?? reference?.text, summary, target, status: resolution?.status ?? 'dangling' };
}
