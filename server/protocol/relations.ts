import type { NodeKind, ProvenEdit, Range } from '../protocol.ts';

// Relations, what else has to do with a document, and what it may lead on to: the part of `protocol.ts` for these.

/** The sentence of a related concept. */
export interface RelationSaid {
  readonly sentence: string;
  /** Its leading word, or two, before a colon, in lower case: `grounds`; `null` without one. */
  readonly type: string | null;
}

/** The relations of the corpus at `uri`, any in it, that somebody looks for: those whose sentence says the words come first. */
export const findRelationsRequest = 'noteCorpus/findRelations';
export interface FindRelationsParams {
  readonly uri: string;
  /** Words of the sentence, of its type or of the two titles, all of them; none for all relations. */
  readonly query: string;
  /** Only those to documents that have none back. */
  readonly oneSided?: boolean;
  /** At most so many: 50 where it is not said, 200 at most. */
  readonly limit?: number;
}
export interface FindRelationsResult {
  /** How many there are in all. */
  readonly total: number;
  readonly relations: readonly FoundRelation[];
}
export interface FoundRelation {
  /** Of the document that says so, and where it names the other one. */
  readonly uri: string;
  readonly range: Range;
  /** Its title, and that of the other one. */
  readonly from: string;
  readonly to: string;
  /** What the other one is. */
  readonly kind: NodeKind;
  /** `null` where the entry names the other one and says no more. */
  readonly sentence: string | null;
  /** Its leading word, or two, before a colon, in lower case: `grounds`. */
  readonly type: string | null;
}

/** What has to do with the document at `uri`, the most related first; `null` where it is no document of a corpus. */
export const relatedRequest = 'noteCorpus/related';
export interface RelatedParams {
  readonly uri: string;
  /** At most so many: 30 where it is not said, 100 at most. */
  readonly limit?: number;
}
export interface RelatedResult {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** Whether it has a list of related concepts that others can be added to. */
  readonly hasList: boolean;
  /** False while the words of the texts are still being read: then another answer comes of asking again in a second. */
  readonly isWhole: boolean;
  readonly documents: readonly RelatedDocument[];
}
export interface RelatedDocument {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** Why, in words, a reason a text: `cited together by 5 inquiring lines`. */
  readonly reasons: readonly string[];
  /** One of the two names the other already. */
  readonly isJoined: boolean;
  /** Two notes that many inquiring lines cite together, and that no relation joins. */
  readonly isSuggested: boolean;
}

/** Puts the document at `target` among the related concepts of the one at `uri`. */
export const addRelatedRequest = 'noteCorpus/addRelated';
export interface AddRelatedParams {
  readonly uri: string;
  readonly target: string;
}

/** Writes what the inquiring line at `uri` may lead on to into its section “Next inquiring lines”. */
export const fillNextRequest = 'noteCorpus/fillNext';
export interface FillNextParams {
  readonly uri: string;
  /** Add to the entries that are there: without, a section that has some is left alone. */
  readonly more?: boolean;
}

/** An edit, or why there is none, in words for the person. */
export type EditOrRefusal =
  | { readonly edit: ProvenEdit }
  | {
      readonly refused: string;
      /** There are entries already, to which some could be added. */
      readonly mayAdd?: true;
    };
