import type { Summary } from '../syntax/summary.ts';
import { OCCURRENCE_COLUMNS, type Occurrences } from './lexicon.ts';
import type { DocumentId, NameId } from './names.ts';
import type { WordFilter } from './wordFilter.ts';

/** A document of the corpus as the index keeps it. Immutable; without its text. */
export interface Document {
  readonly id: DocumentId;
  /** Relative to the corpus' folder, with `/`. */
  readonly path: string;
  readonly summary: Summary;
  /** What each of `summary.references` names, by the same index; -1 for a link that leaves the corpus. */
  readonly names: readonly NameId[];
  /** Names in its prose, those that no longer count among them. */
  readonly occurrences: Occurrences;
  /** Which names its prose may hold; undefined while nobody has looked. */
  readonly filter?: WordFilter;
}

/** Every name that stands in a document, in whatever form. */
export function usedNames({ names, occurrences }: Document): Set<NameId> {
  const used = new Set(names);
  used.delete(-1);
  for (let at = 0; at < occurrences.length; at += OCCURRENCE_COLUMNS) used.add(occurrences[at + 2]!);
  return used;
}
