import type { NewNote, NodeKind, Position, Range } from '../protocol.ts';

// What helps to write: the part of `protocol.ts` that makes new documents, and puts names of documents into a text.

/** The file of a new note or inquiring line in the corpus at `uri`, any in it: nothing is made. */
export const newNoteRequest = 'noteCorpus/newNote';
export interface NewNoteParams {
  readonly uri: string;
  readonly title: string;
  /** Uri of the folder it is to lie in; without it, it lies where its like mostly do. */
  readonly folder?: string;
}
export const newInquiryRequest = 'noteCorpus/newInquiry';
export interface NewInquiryParams extends NewNoteParams {
  /** Uris of documents that it is to be answered from, in the order in which they are to be listed. */
  readonly sources: readonly string[];
}
export type NewDocumentResult = NewDocument | { readonly refused: string };
export interface NewDocument extends Omit<NewNote, 'title'> {
  /** Where one writes on, and what to put there first, in the syntax of snippets (LSP 3.18, "Snippet Syntax"). */
  readonly at: Position;
  readonly insert: string;
}

/** Documents that a query means, the best first; without a query, what is near the document at `uri`. */
export const findTitlesRequest = 'noteCorpus/findTitles';
export interface FindTitlesParams {
  readonly uri: string;
  readonly query: string;
  /** At most so many: 50 where it is not said, 200 at most. */
  readonly limit?: number;
}
export type FindTitlesResult = readonly FoundTitle[];
export interface FoundTitle {
  readonly uri: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** In the corpus, with `/`. */
  readonly path: string;
  readonly description?: string;
}

/** What to put into a document, in the place of a range, for files of its corpus; `null` where one of them is not in it. */
export const linkToRequest = 'noteCorpus/linkTo';
export interface LinkToParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  readonly targets: readonly string[];
  /** How documents are named in Markdown (default `wikilink`). */
  readonly form?: 'wikilink' | 'link' | 'bare';
}
export interface LinkToResult {
  readonly text: string;
  /** How many of the targets are documents. */
  readonly documents: number;
}
