import type { LineStarts } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** What a document is (CORPUS.md, "Which files, and of which kind"). */
export type Kind = 'note' | 'inquiry' | 'page';

/** How it is laid out (CORPUS.md, "The two kinds, and the three layouts they come in"). */
export type Layout = 'spaced' | 'dense' | 'markdown';

/** How a reference is written. */
export type Form = 'mention' | 'wikilink' | 'link' | 'entry';

/** Where a reference stands, so what it means. */
export type Role = 'body' | 'sources' | 'used-by' | 'related' | 'papers' | 'prompt' | 'next' | 'original-title';

/** A text where it stands. The span may hold markup that the text has not: `Why *mud* sticks`. */
export interface Named {
  readonly text: string;
  readonly span: Span;
}

export interface Heading extends Named {
  /** 1 for `#`. */
  readonly depth: number;
}

/** A reference that a file shows by itself: all forms but the mention, which needs to know the corpus' titles. */
export interface WrittenReference {
  readonly form: 'wikilink' | 'link' | 'entry';
  readonly role: Role;
  /** The target as written: `Why mud sticks` of `[[Why mud sticks#Clay|mud]]`, `a.md#b` of `[a](a.md#b)`. */
  readonly span: Span;
  /** The whole construct, brackets included; for an entry the same as `span`. */
  readonly whole: Span;
  /** What it names: a title, or a link's destination as written. */
  readonly text: string;
  /** `Clay` of `[[Why mud sticks#Clay]]`; undefined where there is none. */
  readonly fragment?: string;
}

/** One item of a list section. */
export interface Entry {
  readonly span: Span;
  /** Index into `Summary.references` of what it names; undefined for a lost title, and for a paper. */
  readonly reference?: number;
  /** What the list says of it: a source's summary, a related concept's description. */
  readonly summary?: Span;
  /** The sentence that relates the two notes. */
  readonly relation?: Named;
  /** Which summary a source has, by its words (`wordsHash`). */
  readonly said?: number;
  /** It has no title: the list has lost it (seed 003), or there is nothing but the dash. */
  readonly lost?: true;
}

/** A section that the corpus knows by name: `Sources 12 notes` and what follows it. */
export interface Section {
  readonly role: Role;
  /** The heading's line. */
  readonly heading: Span;
  /** From the heading to the end of the last line that belongs to it. */
  readonly whole: Span;
  /** `12` of `Sources 12 notes`. */
  readonly declared?: { readonly count: number; readonly span: Span };
  readonly entries: readonly Entry[];
  /** How many items there are, papers too; a dash with nothing behind it is none. */
  readonly items: number;
}

/** Text in which bare titles may stand, and what they mean there. */
export interface Prose extends Span {
  readonly role: Role;
}

/** A stretch of prose that has the shape of a question, and so may be meant for a title: `Does every trace help?`. */
export interface Question extends Span {
  /** In one line. */
  readonly text: string;
  /** It stands in the middle of a sentence: `… better Does every trace help?`. */
  readonly inside: boolean;
  /** It is ended as only a title is: `?.`, `?,`, `? —`. */
  readonly closed: boolean;
  /** It stands in what a list says of its items. */
  readonly listed: boolean;
}

/**
 * What the corpus must know of one file. It depends on that file alone, holds no text but names, and can be written to
 * disk. All spans are UTF-16 offsets into the text it was made from.
 */
export interface Summary {
  readonly kind: Kind;
  readonly layout: Layout;
  /** The title; where the file gives none, the file's stem with an empty span at 0. */
  readonly title: Named;
  readonly aliases: readonly Named[];
  /** Without `#`, each once (`tags.ts`). */
  readonly tags: readonly string[];
  /** Of the note's description or the inquiry's abstract. */
  readonly description?: Span;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly references: readonly WrittenReference[];
  /** In order, without overlap. */
  readonly prose: readonly Prose[];
  /** In order, without overlap. */
  readonly questions: readonly Question[];
  readonly lines: LineStarts;
  /** In UTF-16 units. */
  readonly length: number;
}
