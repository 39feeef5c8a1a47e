import type { NodeKind, ReferenceForm, SectionRole } from '../protocol.ts';

// The corpora in numbers: the part of `protocol.ts` for the corpus page.

/** All corpora in numbers, by folder. It goes through every document: ask only while somebody looks. */
export const statsRequest = 'noteCorpus/stats';
export interface StatsParams {
  /** At most so many items of each list (default 20, 200 at most). */
  readonly limit?: number;
}
export type StatsResult = readonly CorpusStats[];
export interface CorpusStats {
  /** Uri of the corpus folder. */
  readonly folder: string;
  readonly documents: number;
  readonly kinds: Readonly<Record<Exclude<NodeKind, 'missing'>, number>>;
  readonly layouts: Readonly<Record<'spaced' | 'dense' | 'markdown', number>>;
  readonly references: number;
  readonly forms: Readonly<Record<ReferenceForm, StatusCounts>>;
  readonly roles: Readonly<Record<SectionRole, StatusCounts>>;
  /** Notes and pages that most inquiries name. */
  readonly mostUsed: StatsList<CountedDocument & { readonly inquiries: number; readonly notes: number }>;
  /** Documents that nobody names, and that name nobody. */
  readonly orphans: StatsList<CountedDocument>;
  /** Notes that no inquiry names. */
  readonly unused: StatsList<CountedDocument>;
  readonly missing: StatsList<WantedTitle>;
  /** Inquiries whose sources disagree; `codes` are those of diagnostics, with how many findings there are of each. */
  readonly disagreeing: StatsList<
    CountedDocument & { readonly codes: readonly { readonly code: string; readonly count: number }[] }
  >;
}

/** References by what they lead to. */
export interface StatusCounts {
  readonly resolved: number;
  readonly dangling: number;
  readonly ambiguous: number;
}

/** The first of a list, and how many there are in all. */
export interface StatsList<T> {
  readonly total: number;
  readonly first: readonly T[];
}

export interface CountedDocument {
  readonly uri: string;
  /** In the corpus, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly kind: NodeKind;
}

/** A title that no document has. */
export interface WantedTitle {
  readonly title: string;
  readonly inquiries: number;
  readonly documents: number;
  readonly places: number;
}
