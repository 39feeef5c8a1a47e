import type { NodeKind, Place, Position, Range, RelationSaid, SectionRole } from '../protocol.ts';
import type { CountedDocument, StatsList } from './stats.ts';

// What the trees in the side bar show: the part of `protocol.ts` for these.

/** How the documents that name one are put together: by what they are, by where they name it, or all in one list. */
export type BacklinkGrouping = 'kind' | 'role' | 'none';

/** By title; those that name it most often first; or those that were edited last first. */
export type BacklinkOrder = 'title' | 'places' | 'recent';

/**
 * Who uses the document at `uri`, a page of each group: no sentences, which are asked for where somebody unfolds a row. Answers
 * `null` where the uri is no document of a corpus.
 */
export const backlinksRequest = 'noteCorpus/backlinks';
export interface BacklinksParams {
  readonly uri: string;
  /** Default `kind`. */
  readonly groupBy?: BacklinkGrouping;
  /** Default `title`. */
  readonly sortBy?: BacklinkOrder;
  /** Only documents with these words, all of them, in their title and the sentence around one of their places. */
  readonly filter?: string;
  /** At most so many rows of each group (default 200, 10,000 at most). */
  readonly limit?: number;
  /**
   * Only the rows of one group, from the `offset`th on, as `version` of the corpus has them. Where there is another version by
   * now, the answer is that without a page, so that no row is told twice and none is left out.
   */
  readonly page?: { readonly group: string; readonly offset: number; readonly version: number };
}
export interface BacklinksResult {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** Of the corpus, for `page`. */
  readonly version: number;
  /** Documents that name it, whatever the filter; and how many of those are inquiries. */
  readonly total: number;
  readonly inquiries: number;
  /** How many of them the filter leaves. */
  readonly left: number;
  /** Those that have any rows. */
  readonly groups: readonly BacklinkGroup[];
  /** What its own "Inquiring lines that use this note" list says, in list order. Not in pages. */
  readonly declared: readonly Declared[];
}
export interface BacklinkGroup {
  /** `inquiries` and `notes` (with pages) by kind, a role by role, else `all`. */
  readonly key: 'inquiries' | 'notes' | 'all' | SectionRole;
  readonly total: number;
  /** Of the first row that is told here. */
  readonly offset: number;
  readonly rows: readonly BacklinkRow[];
}
export interface BacklinkRow {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** How often it names the document, in this group; and where it does first. */
  readonly places: number;
  readonly first: Range;
  /** When its file was last written, in milliseconds since 1970; `null` where the host does not know. */
  readonly modified: number | null;
  /** An inquiry that has the note among its sources, and that the note's own list of inquiries does not name. */
  readonly unlisted?: true;
}
export interface Declared {
  readonly title: string;
  /** Where the list says so, in the document itself. */
  readonly range: Range;
  /** `listed`: such an inquiry names this note. `missing-document`: none has that title. `does-not-cite`: it exists, and does not name this note. */
  readonly status: 'listed' | 'missing-document' | 'does-not-cite';
  /** The inquiry's uri, where there is one. */
  readonly target: string | null;
}

/** The places in which the document `user` names the one at `uri`, in text order; only those in one role, where that is given. */
export const backlinkPlacesRequest = 'noteCorpus/backlinkPlaces';
export interface BacklinkPlacesParams {
  readonly uri: string;
  readonly user: string;
  readonly role?: SectionRole;
}
export type PlacesResult = readonly Place[];

/** Adds the inquiry `user` to the note's own list of the inquiries that use it. Answers an `EditOrRefusal`. */
export const listUserRequest = 'noteCorpus/listUser';
export interface ListUserParams {
  readonly uri: string;
  readonly user: string;
}

/** What the document at `uri` names, by role and in text order; `null` where it is no document of a corpus. */
export const outgoingRequest = 'noteCorpus/outgoing';
export interface OutgoingParams {
  readonly uri: string;
  /** At most so many rows of each role (default 500, 5,000 at most). */
  readonly limit?: number;
}
export interface OutgoingResult {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** Uri of the corpus folder. */
  readonly corpus: string;
  /** What an inquiry is made from first: sources, body, related, then the rest. */
  readonly groups: readonly OutgoingGroup[];
}
export interface OutgoingGroup {
  readonly role: SectionRole;
  readonly total: number;
  readonly rows: readonly OutgoingRow[];
}
export interface OutgoingRow {
  /** Of what is named, as its document has it, else as it is written. */
  readonly title: string;
  /** `broken`: a link to a file that is not there. */
  readonly status: 'resolved' | 'ambiguous' | 'missing' | 'broken';
  /** The document, or all that may be meant, 20 at most. */
  readonly targets: readonly NamedDocument[];
  /** How often it is named in this role, and where first. */
  readonly places: number;
  readonly first: Range;
  /** What is said of the two, among related concepts. */
  readonly relation?: RelationSaid;
}
export interface NamedDocument {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
}

/** The places of one row of `outgoingRequest`, by the start of its first. None where the document has changed since. */
export const outgoingPlacesRequest = 'noteCorpus/outgoingPlaces';
export interface OutgoingPlacesParams {
  readonly uri: string;
  readonly role: SectionRole;
  readonly first: Position;
}

/** Documents that stand alone, by corpus. It goes through every document: ask only while somebody looks. */
export const orphansRequest = 'noteCorpus/orphans';
export interface OrphansParams {
  /** At most so many of each list (default 500, 10,000 at most). */
  readonly limit?: number;
  /** Only those with these words in their title. */
  readonly filter?: string;
}
export type OrphansResult = readonly CorpusOrphans[];
export interface CorpusOrphans {
  /** Uri of the corpus folder. */
  readonly folder: string;
  /** Documents that nobody names, and that name nobody. */
  readonly orphans: StatsList<CountedDocument>;
  /** Notes that no inquiry names; those that are orphans left out. */
  readonly unused: StatsList<CountedDocument>;
}

/** The titles that no document has, most wanted first: by number of inquiries, then of places, then by title. */
export const missingNotesRequest = 'noteCorpus/missingNotes';
export interface MissingNotesParams {
  /** At most so many (default 500). */
  readonly limit?: number;
  /** Only those with these words in their title. */
  readonly filter?: string;
}
export interface MissingNotesResult {
  /** How many there are in all, that the filter leaves. */
  readonly total: number;
  readonly notes: readonly MissingNote[];
}
export interface MissingNote {
  readonly title: string;
  /** Uri of the corpus folder it is missing from. */
  readonly corpus: string;
  /** Documents that name it. */
  readonly inquiries: number;
  readonly documents: number;
  /** Places that name it. */
  readonly places: number;
}

/** The places that name a missing note, by document. */
export const missingPlacesRequest = 'noteCorpus/missingPlaces';
export interface MissingPlacesParams {
  readonly corpus: string;
  readonly title: string;
}
export type MissingPlacesResult = readonly Citing[];

/** A document that names the title in question, with every place where it does, in text order. */
export interface Citing {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  readonly places: readonly Place[];
}
