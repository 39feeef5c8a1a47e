import type { Document } from '../index/document.ts';
import { referencesOf } from '../index/references.ts';
import { namesOf, resolve } from '../index/resolve.ts';
import { documentOf, type Snapshot, usersOf } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { oneLine } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** So many inquiries are looked into: they say the same of a note, or it is for a person to see (CORPUS.md). */
const MOST = 12;

/**
 * What is said of a document in a list, in one line: the summary that inquiries give under its title, byte for byte (of several the
 * one that most of them give), else its own description. Undefined where there is neither, or a text is not to be had now.
 */
export function summaryGiven(snapshot: Snapshot, target: Document): string | undefined {
  const counts = new Map<string, number>();
  for (const summary of summariesIn(snapshot, target)) counts.set(summary, (counts.get(summary) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? descriptionGiven(snapshot, target);
}

/** A document's own description or abstract, in one line. */
export function descriptionGiven(snapshot: Snapshot, document: Document): string | undefined {
  return document.description && textAt(snapshot, document, document.description);
}

/** The summaries that the first inquiries give that list it, by their numbers: nearly always the order of their paths. */
function summariesIn(snapshot: Snapshot, target: Document): string[] {
  const found: string[] = [];
  let looked = 0;
  const names = namesOf(snapshot, target);
  for (const id of usersOf(snapshot, names)) {
    const document = documentOf(snapshot, id);
    if (document?.kind !== 'inquiry' || document.id === target.id) continue;
    const starts = new Set<number>();
    for (const reference of referencesOf(snapshot, document, names)) {
      if (reference.role !== 'sources' || reference.form === 'mention') continue;
      const resolution = resolve(snapshot, reference);
      if (resolution.status === 'resolved' && resolution.target.id === target.id) starts.add(reference.span.start);
    }
    if (starts.size === 0) continue;
    found.push(...summariesAt(snapshot, document, starts));
    if (++looked === MOST) break;
  }
  return found;
}

/** The summaries of the entries whose titles begin at these places. */
function summariesAt(snapshot: Snapshot, document: Document, starts: ReadonlySet<number>): string[] {
  const read = summaryOf(snapshot, document);
  const entries = read?.sections.filter(({ role }) => role === 'sources').flatMap((section) => section.entries) ?? [];
  return entries.flatMap(({ reference, summary }): string[] => {
    if (reference === undefined || !summary || !starts.has(read!.references[reference]!.span.start)) return [];
    const text = textAt(snapshot, document, summary);
    return text === undefined ? [] : [text];
  });
}

function textAt(snapshot: Snapshot, { path, length }: Document, { start, end }: Span): string | undefined {
  const text = snapshot.textOf(path);
  return text?.length === length ? oneLine(text.slice(start, end)) : undefined;
}
