import type { Resolved } from '../../index/references.ts';
import type { Entry, Layout, Section, Summary } from '../../syntax/summary.ts';
import type { Span } from '../../text/span.ts';

/** A text that is to be written in another layout, with what the corpus reads in it. */
export interface Source {
  readonly text: string;
  readonly summary: Summary;
  readonly references: readonly Resolved[];
}

/** What a document consists of, whatever its layout. All spans are of the source, without white space at their ends. */
export interface Parts {
  /** The lines between the fences of the front matter; undefined without any. */
  readonly matter: readonly string[] | undefined;
  readonly header: Span | undefined;
  /** The words of the title where the text shows it; else it is in the front matter, or the file's name. */
  readonly title: Span | undefined;
  readonly body: Span;
  readonly sections: readonly PartSection[];
}

export interface PartSection {
  readonly section: Section;
  /** The words of the heading. */
  readonly heading: Span;
  readonly pieces: readonly Piece[];
}

/** Text that a section holds beside its items, or an item. */
export type Piece = TextPiece | ItemPiece;

export interface TextPiece {
  readonly at: Span;
}

export interface ItemPiece {
  readonly at: Span;
  readonly entry: Entry;
  /** What it names, with all that stands behind it in a list whose items say nothing else; undefined for a lost title. */
  readonly title: Span | undefined;
  readonly summary: Span | undefined;
  readonly relation: Span | undefined;
}

export const isItem = (piece: Piece): piece is ItemPiece => 'entry' in piece;

export const isPlain = (layout: Layout): boolean => layout !== 'markdown';
