import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { givenSummaries } from '../queries/books/given.ts';
import { descriptionOf } from '../queries/hover.ts';

/**
 * What is said of a document in a list, in one line: what most inquiries say under its title, else its own description. Undefined
 * where there is neither, or a text is not to be had now.
 */
export const summaryGiven = (snapshot: Snapshot, target: Document): string | undefined =>
  givenSummaries(snapshot, target.id)[0]?.words ?? descriptionOf(snapshot, target);
