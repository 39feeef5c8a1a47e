import type { Summary } from '../syntax/summary.ts';
import type { Occurrences } from './lexicon.ts';
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
  readonly filter: WordFilter;
}
