import { atOnce } from '../steps.ts';
import { mayBeDocument, summarize } from '../syntax/summarize.ts';
import { countWords } from '../text/fold.ts';
import { Document } from './document.ts';
import { FirstRecords } from './firstRecords.ts';
import { Interner } from './interner.ts';
import { type Finds, Lexicon } from './lexicon.ts';
import type { DocumentId } from './names.ts';
import { Numbering } from './numbering.ts';
import { isPathKey } from './paths.ts';
import { firstSnapshot, nextSnapshot } from './revision.ts';
import {
  asksAt,
  type ProseColumns,
  proseColumns,
  type Sheet,
  sheetOf,
  titleKeysIn,
  writtenCount,
  writtenName,
} from './sheet.ts';
import { Shelf } from './shelf.ts';
import { isInUse, type Options, type Snapshot, type TextOf } from './snapshot.ts';
import { keepSummary, summaryOf } from './summaries.ts';
import { mayHold } from './wordFilter.ts';

/** What happened to a file. Its kind, and whether it is a document at all, is found out here. */
export type Change =
  | { readonly path: string; readonly text: string }
  /** It was read before, perhaps by another thread. */
  | { readonly path: string; readonly condensed: Condensed }
  /** It is there, and is not to be read: a picture, or a text that could not be read. */
  | { readonly path: string; readonly present: true }
  | { readonly path: string; readonly gone: true };

/** A document as it was read, under the numbers of the workspace that it is for; its names were learned (`learn`, `resume`). */
export interface Condensed {
  readonly sheet: Sheet;
  /** Where the names stand that the lexicon had when it was scanned; undefined where it was not. */
  readonly finds?: Finds;
  /** How many names the lexicon had then. */
  readonly scanned: number;
}

/** A document that has come, and may not have been looked at for all names of the lexicon yet. */
interface Read {
  readonly document: Document;
  readonly text?: string;
  readonly prose?: ProseColumns;
  /** How many names of the lexicon it was scanned for. */
  readonly scanned: number;
}

/**
 * The corpus through time: the one mutable object. `apply` is the only way to change it, and answers the next snapshot.
 *
 * @param textOf Reads a document's text again when a new title may stand in it. Texts are not kept.
 */
export class Workspace {
  readonly numbering = new Numbering();
  readonly lexicon: Lexicon;
  readonly #options: Options;
  /** Whether a name was looked at: it is in the lexicon then, unless it is too short to be. */
  readonly #met: boolean[] = [];
  /** All documents of the snapshot were looked at for this many names of the lexicon. */
  #lookedFor = 0;
  #snapshot: Snapshot;
  /** How much was known (`#known`) when the first documents had come. */
  #atFirst = 0;

  constructor(textOf: TextOf, options: Options) {
    this.#options = options;
    const { keys, spellings } = this.numbering;
    this.lexicon = new Lexicon(spellings);
    this.#snapshot = {
      version: 0,
      titlesVersion: 0,
      retitled: [],
      headingsVersion: 0,
      reheaded: [],
      booksVersion: 0,
      kinds: { note: 0, inquiry: 0, page: 0 },
      touched: new Set(),
      documents: Shelf.empty(),
      names: Shelf.empty(),
      firstNames: new FirstRecords(),
      keys,
      paths: new Interner(),
      spellings,
      numbering: this.numbering,
      lexicon: this.lexicon,
      files: new Set(),
      textOf,
      minimumWords: options.minimumWords,
      missing: 0,
      missingVersion: 0,
      missed: [],
    };
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Numbers these paths in their order, before they are met in another one. */
  expect(paths: readonly string[]): void {
    for (const path of paths) this.#snapshot.paths.number(path);
  }

  /**
   * Adds the names to the lexicon that a document has, or asks for: so that documents that are on their way can be scanned
   * for the names of all of them. Whether the corpus knows a name at a given moment is asked later (`isKnown`): one that
   * is in the lexicon for nothing does no harm.
   */
  learn(sheet: Sheet): void {
    for (const key of titleKeysIn(sheet)) this.#learn(key);
    for (let index = 0, count = writtenCount(sheet); index < count; index++) {
      if (asksAt(sheet, index)) this.#learn(writtenName(sheet, index));
    }
  }

  /** Takes up the names for which documents were scanned that are about to come back (`stock.ts`), before any other. */
  resume(names: Iterable<number>): void {
    for (const name of names) {
      this.#met[name] = true;
      this.lexicon.add(name, this.numbering.keys.string(name));
    }
  }

  get minimumWords(): number {
    return this.#options.minimumWords;
  }

  /** The names of the lexicon that the corpus still knows, or would if somebody asked: those that are worth keeping. */
  get namesInUse(): Set<number> {
    const used = new Set<number>();
    for (const name of this.lexicon.names()) {
      if (isInUse(this.#snapshot, name)) used.add(name);
    }
    return used;
  }

  #learn(name: number): void {
    if (this.#met[name]) return;
    this.#met[name] = true;
    const key = this.numbering.keys.string(name);
    // A path is no name that could stand in prose.
    const isTitle = !isPathKey(key);
    if (isTitle && countWords(key) >= this.#options.minimumWords) this.lexicon.add(name, key);
  }

  /** The document that a sheet makes, which is not in any snapshot yet. */
  document(path: string, sheet: Sheet, finds?: Finds): Document {
    return new Document(this.#snapshot.paths.number(path), path, sheet, this.numbering.spellings, finds);
  }

  /**
   * Takes changes in, all at once. Prose costs its own file only; a title that the corpus did not know before costs a look
   * at the files that may hold it (`wordFilter.ts`); a title that vanishes costs no look at any text.
   */
  apply(changes: readonly Change[]): Snapshot {
    return atOnce(this.applying(changes));
  }

  /** The same; the first documents in steps. Nothing else may be done with the corpus between them. */
  *applying(changes: readonly Change[]): Generator<void, Snapshot> {
    const base = this.#snapshot;
    const read = new Map<DocumentId, Read | undefined>();
    for (const [at, change] of changes.entries()) {
      if (at % STEP === 0) yield;
      read.set(base.paths.number(change.path), this.#read(change));
    }
    // Names of what was condensed are in the lexicon already.
    for (const each of read.values()) if (each?.text !== undefined) this.learn(each.document.sheet);
    const documents = new Map<DocumentId, Document | undefined>();
    const since = this.#since();
    for (const [id, each] of read) {
      if (documents.size % STEP === 0) yield;
      documents.set(id, each && this.#scan(each, since));
    }
    const files = this.#files(changes);
    yield;
    if (base.documents.length === 0) {
      this.#lookedFor = this.lexicon.size;
      this.#snapshot = yield* firstSnapshot(base, documents, files);
      this.#atFirst = this.#known;
    } else {
      this.#lookAgain(documents);
      const moved = changes.map((change) => change.path).filter((path) => base.files.has(path) !== files.has(path));
      this.#snapshot = nextSnapshot(base, documents, files, moved);
    }
    return this.#snapshot;
  }

  /** Counts on from the number of another snapshot, for which this one stands. */
  countFrom(version: number): void {
    this.#snapshot = { ...this.#snapshot, version };
  }

  /** Whether a name is looked for wherever it may stand. */
  looksFor(name: number): boolean {
    return this.#met[name] === true;
  }

  /**
   * Whether so much was met since the first documents came that nobody may use any more (each state of a title that is typed, titles
   * that are gone, files that are gone) that the corpus should be made anew under other numbers (`renewal.ts`).
   */
  get isOvergrown(): boolean {
    const { paths, files } = this.#snapshot;
    return this.#known > MORE * this.#atFirst + SPARE || paths.size > 2 * files.size + SPARE;
  }

  get #known(): number {
    const { keys, paths, spellings, retitled, reheaded, missed } = this.#snapshot;
    const logs = retitled.length + reheaded.length + missed.length;
    return keys.size + paths.size + spellings.size + logs / ENTRIES;
  }

  /** The document of a change, its names not looked for; undefined where there is none. */
  #read(change: Change): Read | undefined {
    const { path } = change;
    if ('condensed' in change) {
      const { sheet, finds, scanned } = change.condensed;
      return { document: this.document(path, sheet, finds), scanned };
    }
    const summary = 'text' in change && mayBeDocument(path) ? summarize(path, change.text) : undefined;
    if (!summary || !('text' in change)) return undefined;
    const document = this.document(path, sheetOf(path, summary, this.numbering));
    keepSummary(document, summary);
    return { document, text: change.text, prose: proseColumns(summary.prose), scanned: 0 };
  }

  #files(changes: readonly Change[]): ReadonlySet<string> {
    const before = this.#snapshot.files;
    let files: Set<string> | undefined;
    for (const change of changes) {
      // A file that may be a document and is none can still be linked to: `LICENSE.txt`.
      const present = !('gone' in change);
      if (present !== (files ?? before).has(change.path)) {
        files ??= new Set(before);
        if (present) files.add(change.path);
        else files.delete(change.path);
      }
    }
    return files ?? before;
  }

  /** The words of the names from a number on: worked out once, where many documents were scanned for the same names. */
  #since(): (from: number) => readonly (readonly number[])[] {
    const known = new Map<number, readonly (readonly number[])[]>();
    return (from) => {
      const names = known.get(from) ?? this.lexicon.since(from);
      known.set(from, names);
      return names;
    };
  }

  /** Looks for names in a document that has come; not at all where nobody knows any, as in a vault of short titles. */
  #scan({ document, text, prose, scanned }: Read, since: (from: number) => readonly (readonly number[])[]): Document {
    if (scanned === this.lexicon.size) return document;
    if (text !== undefined && prose) return document.with(this.lexicon.scan(text, prose));
    return mayHoldAny(document, () => since(scanned)) ? this.#rescan(document) : document;
  }

  /** Adds the documents in which a name may stand that the lexicon learned since the last time. */
  #lookAgain(documents: Map<DocumentId, Document | undefined>): void {
    const learned = this.lexicon.since(this.#lookedFor);
    this.#lookedFor = this.lexicon.size;
    if (learned.length === 0) return;
    for (const [id, document] of this.#snapshot.documents) {
      if (document && !documents.has(id) && mayHoldAny(document, () => learned))
        documents.set(id, this.#rescan(document));
    }
  }

  #rescan(document: Document): Document {
    const summary = summaryOf(this.#snapshot, document);
    const text = this.#snapshot.textOf(document.path);
    // A text that changed meanwhile is announced by its own change; its places are not those of this sheet.
    if (!summary || text?.length !== document.length) return document;
    return document.with(this.lexicon.scan(text, proseColumns(summary.prose)));
  }
}

/** So many documents are taken in in a step: less than a millisecond, where they were read before. */
const STEP = 256;

/** A corpus may come to know so much more than at first, and so many numbers besides: half a kilobyte each, all told. */
const MORE = 1.1;
const SPARE = 1000;

/** So many entries of a log weigh as much as a name. */
const ENTRIES = 64;

/** Whether one of these names may stand in a document's text; one whose text was never looked at for names may hold any. */
function mayHoldAny({ finds }: Document, names: () => readonly (readonly number[])[]): boolean {
  return finds === undefined || names().some((words) => mayHold(finds.filter, words));
}
