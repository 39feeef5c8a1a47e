import type { Document } from '../index/document.ts';
import { type Resolution, resolve } from '../index/resolve.ts';
import { currentText, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import type { Entry, Section, Summary, WrittenReference } from '../syntax/summary.ts';
import { oneLine } from '../text/fold.ts';

/** One item of a list section with what it says, each in one line. */
export interface Item {
  readonly entry: Entry;
  /** What it names, and what that leads to; undefined for a lost title, and for a paper. */
  readonly reference?: WrittenReference;
  readonly resolution?: Resolution;
  /** A source's summary, a related concept's description. */
  readonly summary?: string;
  /** The sentence that relates the two notes. */
  readonly relation?: string;
}

/** What one document says in its lists. */
export interface Ledger {
  readonly document: Document;
  readonly text: string;
  readonly read: Summary;
  readonly sections: readonly Listed[];
}

/** A section that the corpus knows by name, with its items. */
export interface Listed {
  readonly section: Section;
  readonly items: readonly Item[];
}

/** Undefined where the text is gone, or is no longer the one that the index knows. */
export function ledgerOf(snapshot: Snapshot, document: Document): Ledger | undefined {
  const text = currentText(snapshot, document);
  const read = text === undefined ? undefined : summaryOf(snapshot, document);
  if (text === undefined || !read) return undefined;
  const sections = read.sections.map((section): Listed => {
    return { section, items: section.entries.map((entry) => itemOf(snapshot, document, read, text, entry)) };
  });
  return { document, text, read, sections };
}

function itemOf(snapshot: Snapshot, document: Document, read: Summary, text: string, entry: Entry): Item {
  const { reference: at, summary, relation } = entry;
  const said = summary && oneLine(text.slice(summary.start, summary.end)).trim();
  const reference = at === undefined ? undefined : read.references[at];
  const name = at === undefined ? -1 : document.writtenName(at);
  return {
    entry,
    ...(reference && { reference }),
    ...(reference && name >= 0 && { resolution: resolve(snapshot, { ...reference, name }) }),
    ...(said && { summary: said }),
    ...(relation && { relation: relation.text }),
  };
}
