import type { Kind, Layout, Named, WrittenReference } from '../syntax/summary.ts';
import type { LineStarts } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Interner } from './interner.ts';
import type { Finds } from './lexicon.ts';
import type { DocumentId, NameId } from './names.ts';
import { OCCURRENCE_COLUMNS, type Occurrences } from './occurrences.ts';
import type { Sheet } from './sheet.ts';
import * as sheets from './sheet.ts';

/** A document of the corpus as the index keeps it. Immutable; without its text, and with all that is of numbers in columns. */
export class Document {
  readonly id: DocumentId;
  /** Relative to the corpus' folder, with `/`. */
  readonly path: string;
  readonly sheet: Sheet;
  /** Names in its prose, those that no longer count among them, and which it may hold; undefined while nobody has looked. */
  readonly finds: Finds | undefined;
  readonly #spellings: Interner;

  constructor(id: DocumentId, path: string, sheet: Sheet, spellings: Interner, finds?: Finds) {
    this.id = id;
    this.path = path;
    this.sheet = sheet;
    this.finds = finds;
    this.#spellings = spellings;
  }

  /** The same document after a look at its prose. */
  with(finds: Finds): Document {
    return new Document(this.id, this.path, this.sheet, this.#spellings, finds);
  }

  get occurrences(): Occurrences {
    return this.finds?.occurrences ?? NONE;
  }

  get kind(): Kind {
    return sheets.kindIn(this.sheet);
  }

  get layout(): Layout {
    return sheets.layoutIn(this.sheet);
  }

  /** Of its text, in UTF-16 units. */
  get length(): number {
    return sheets.lengthIn(this.sheet);
  }

  /** The title; where the file gives none, the file's stem with an empty span at 0. */
  get title(): Named {
    return this.#named(sheets.titleIn(this.sheet));
  }

  get aliases(): Named[] {
    return this.names.slice(1).map((each) => this.#named(each));
  }

  /** The title, and behind it the aliases, by their numbers. */
  get names(): sheets.NamedNumbers[] {
    return sheets.namesIn(this.sheet);
  }

  /** Without `#`, in the order of their first occurrence. */
  get tags(): string[] {
    return Array.from(sheets.tagsIn(this.sheet), (spelling) => this.#spellings.string(spelling));
  }

  /** Of the note's description or the inquiry's abstract. */
  get description(): Span | undefined {
    return sheets.descriptionIn(this.sheet);
  }

  get lines(): LineStarts {
    return sheets.linesIn(this.sheet);
  }

  /** How many references the file shows by itself. */
  get writtenCount(): number {
    return sheets.writtenCount(this.sheet);
  }

  /** Whether some written reference is a wikilink. */
  get hasWikilink(): boolean {
    for (let index = 0; index < this.writtenCount; index++)
      if (sheets.writtenForm(this.sheet, index) === 'wikilink') return true;
    return false;
  }

  /** Names what a written reference names; -1 for a link that leaves the corpus. */
  writtenName(index: number): NameId {
    return sheets.writtenName(this.sheet, index);
  }

  written(index: number): WrittenReference {
    return sheets.writtenReference(this.sheet, index, this.#spellings);
  }

  #named({ spelling, span }: sheets.NamedNumbers): Named {
    return { text: this.#spellings.string(spelling), span };
  }
}

const NONE: Occurrences = new Int32Array();

/** Calls `use` with every name that stands in a document, in whatever form; with some more than once. */
export function eachUse(document: Document, use: (name: NameId) => void): void {
  for (let index = 0, count = document.writtenCount; index < count; index++) {
    const name = document.writtenName(index);
    if (name >= 0) use(name);
  }
  const { occurrences } = document;
  for (let at = 2; at < occurrences.length; at += OCCURRENCE_COLUMNS) use(occurrences[at]!);
}
