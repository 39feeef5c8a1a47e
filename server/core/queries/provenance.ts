import type { Document } from '../index/document.ts';
import { type Reference, resolvedReferencesOf } from '../index/references.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import type { Span } from '../text/span.ts';
import { backlinksOf } from './backlinks.ts';
import { type FilePosition, subjectAt } from './subject.ts';

// Where a document comes from, and where it leads to, a step at a time: whoever asks goes on from there, to any depth.

/** A document one step away. */
export interface Step {
  readonly document: Document;
  /** The references that make the step, in text order: they stand in the document that uses the other. */
  readonly places: readonly Span[];
}

/**
 * The documents to start from: what is named at a place, else the document itself, from wherever in it one asks. All that
 * an ambiguous title may mean, and none for a missing note, which has neither sources nor a text.
 */
export function provenance(snapshot: Snapshot, at: FilePosition): readonly Document[] {
  const subject = subjectAt(snapshot, at);
  if (subject) return subject.documents;
  const document = documentAt(snapshot, at.path);
  return document ? [document] : [];
}

/** Who uses a document: inquiries first, then by title. */
export function followForward(snapshot: Snapshot, document: Document): Step[] {
  const steps = backlinksOf(snapshot, document).map(({ document, references }) => ({
    step: { document, places: references.filter(isUse).map(({ span }) => span) },
    order: (document.kind === 'inquiry' ? '0' : '1') + document.title.text.toLowerCase(),
  }));
  return steps
    .filter(({ step }) => step.places.length > 0)
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ step }) => step);
}

/** What a document uses, in the order in which it first names them. Missing notes cannot be gone to, and are none. */
export function traceBack(snapshot: Snapshot, document: Document): Step[] {
  const steps = new Map<Document, Span[]>();
  for (const { reference, resolution } of resolvedReferencesOf(snapshot, document)) {
    if (resolution.status !== 'resolved' || resolution.target === document || !isUse(reference)) continue;
    const places = steps.get(resolution.target);
    if (places) places.push(reference.span);
    else steps.set(resolution.target, [reference.span]);
  }
  return [...steps].map(([document, places]) => ({ document, places }));
}

/**
 * A note's list of the inquiries that use it, and an inquiry's list of the next ones, name what comes after them: as
 * sources they would make a circle of every note and its inquiry.
 */
const isUse = ({ role }: Reference): boolean => role !== 'used-by' && role !== 'next';
