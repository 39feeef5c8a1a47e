import type { ProvenEdit } from '../protocol.ts';

// Converting between the layouts: the part of `protocol.ts` that says what would be done. Nothing is done by the server.

/**
 * What converting comes to: of the document at `uri`, or, with `below`, of all notes and inquiring lines in the folder at `uri`,
 * which may be the corpus' own.
 */
export const convertRequest = 'noteCorpus/convert';
export interface ConvertParams {
  readonly uri: string;
  readonly below?: boolean;
  readonly to: 'markdown' | 'spaced' | 'dense';
}
export type ConvertResult = ConversionResult | { readonly refused: string };
export interface ConversionResult {
  /** How many documents are converted. */
  readonly converted: number;
  /** Documents that get a file of another name, in order of their old ones. */
  readonly files: readonly ConvertedFile[];
  /** Documents that keep their file, and links that follow. */
  readonly edit: ProvenEdit;
  /** Documents that stay as they are, and why, in a sentence each. */
  readonly unconverted: readonly { readonly uri: string; readonly reason: string }[];
}

/** A file that is to be made, and the one that is to be gone then. */
export interface ConvertedFile {
  readonly oldUri: string;
  /** No file lies there. */
  readonly newUri: string;
  /** Of the old file: as in `ProvenFile`. */
  readonly version: number | null;
  readonly fingerprint: string;
  /** Of the new one. */
  readonly text: string;
}
