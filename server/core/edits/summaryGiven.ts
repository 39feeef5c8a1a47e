import type { Document } from '../index/document.ts';
import type { Snapshot } from '../index/snapshot.ts';
import { descriptionOf } from '../queries/hover.ts';
import { saidInSources } from '../queries/said.ts';
import { oneLine } from '../text/fold.ts';
import { mostOf } from './habits.ts';

/** So many inquiries are looked into. */
const MOST = 12;

/**
 * What is said of a document in a list, in one line: what most inquiries say under its title, else its own description. Undefined
 * where there is neither, or a text is not to be had now.
 */
export function summaryGiven(snapshot: Snapshot, target: Document): string | undefined {
  const names = target.names.map(({ key }) => key);
  return (
    mostOf(saidInSources(snapshot, names, MOST).map((said) => oneLine(said).trim())) ?? descriptionOf(snapshot, target)
  );
}
