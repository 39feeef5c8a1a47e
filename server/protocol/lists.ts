import type { ProvenEdit } from '../protocol.ts';

// Lists that are written up: sources, the inquiries that use a note, numbers in headings.

/** What brings the lists of documents up to date. Nothing is applied. */
export const updateListsRequest = 'noteCorpus/updateLists';
export interface UpdateListsParams {
  /** Documents, or folders with all that is in them, of one corpus. */
  readonly uris: readonly string[];
}
export interface UpdateListsResult {
  /** `null` where all lists are as they should be. */
  readonly edit: ProvenEdit | null;
  /** How many documents were looked at. */
  readonly documents: number;
  /** Uris of documents of which some list could not be written so that it would be read as meant. */
  readonly left: readonly string[];
}
