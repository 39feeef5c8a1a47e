import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { headingNamed } from '../syntax/slugs.ts';
import { type Span, span } from '../text/span.ts';
import { type FilePosition, subjectAt } from './subject.ts';

/** Where a jump lands. */
export interface NavTarget {
  readonly document: Document;
  /** The title, or the heading that was asked for. */
  readonly focus: Span;
}

export interface Definition {
  /** The title in the text that was jumped from. */
  readonly origin: Span;
  /** One, or all candidates of an ambiguous reference. */
  readonly targets: readonly NavTarget[];
}

/** Where the title at a place is defined; undefined in plain prose and for a missing note. */
export function definition(snapshot: Snapshot, at: FilePosition): Definition | undefined {
  const subject = subjectAt(snapshot, at);
  if (!subject || subject.documents.length === 0) return undefined;
  const fragment = subject.reference?.reference.fragment;
  return { origin: subject.span, targets: subject.documents.map((each) => navTarget(snapshot, each, fragment)) };
}

/** The title of a document, or the heading that a link's fragment names: `[[Why mud sticks#Clay]]`, `mud.md#clay`. */
export function navTarget(snapshot: Snapshot, document: Document, fragment?: string): NavTarget {
  const { title } = document;
  const headings = (fragment && summaryOf(snapshot, document)?.headings) || [];
  const heading = fragment && headingNamed(headings, fragment);
  return { document, focus: heading ? heading.span : title.span.start < title.span.end ? title.span : span(0, 0) };
}
