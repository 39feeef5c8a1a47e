import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { eachBacklink } from '../queries/backlinks.ts';
import { descriptionOf } from '../queries/hover.ts';
import { oneLine } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { mostOf } from './habits.ts';

/** So many inquiries are looked into: they say the same of a note, or it is for a person to see (CORPUS.md). */
const MOST = 12;

/**
 * What is said of a document in a list, in one line: the summary that inquiries give under its title, byte for byte (of several the
 * one that most of them give), else its own description. Undefined where there is neither, or a text is not to be had now.
 */
export function summaryGiven(snapshot: Snapshot, target: Document): string | undefined {
  return mostOf(summariesOf(snapshot, target)) ?? descriptionOf(snapshot, target);
}

/** The summaries that the first inquiries give, by path, that list it. */
function summariesOf(snapshot: Snapshot, target: Document): string[] {
  const found: string[] = [];
  let looked = 0;
  for (const { document, references } of eachBacklink(snapshot, target)) {
    const listed = references.filter(({ role, form }) => role === 'sources' && form !== 'mention');
    if (document.kind !== 'inquiry' || listed.length === 0) continue;
    found.push(...summariesAt(snapshot, document, new Set(listed.map(({ span }) => span.start))));
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
