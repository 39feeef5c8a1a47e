import type { Snapshot } from '../../index/snapshot.ts';
import type { FilePosition } from '../subject.ts';
import { inDestination } from './destinations.ts';
import { inEntry } from './entries.ts';
import { type CompletionOptions, hereAt } from './here.ts';
import { type Completion, NOTHING } from './items.ts';
import { inProse } from './prose.ts';
import { inWikilink } from './wikilinks.ts';

/**
 * What somebody who types at a place may mean. Whatever is taken of it, a reference stands there that leads to what was
 * offered, or dangles by the title of the missing note; a heading and a file that is no document aside.
 */
export function completion(snapshot: Snapshot, at: FilePosition, options: CompletionOptions): Completion {
  const here = hereAt(snapshot, at, options);
  if (!here) return NOTHING;
  // An entry may be a wikilink, and then more belongs to it than what stands between the brackets.
  return inEntry(here) ?? inWikilink(here) ?? inDestination(here) ?? (options.prose ? inProse(here) : NOTHING);
}
