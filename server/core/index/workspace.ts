import { mayBeDocument, summarize } from '../syntax/summarize.ts';
import type { Summary } from '../syntax/summary.ts';
import type { Document } from './document.ts';
import { Interner } from './interner.ts';
import { Lexicon, type Occurrences } from './lexicon.ts';
import type { DocumentId } from './names.ts';
import { isLongEnough, namesOfReferences, Revision } from './revision.ts';
import { Shelf } from './shelf.ts';
import type { Options, Snapshot, TextOf } from './snapshot.ts';
import { mayHold } from './wordFilter.ts';

/** What happened to a file. Its kind, and whether it is a document at all, is found out here. */
export type Change =
  /** With the summary, where it was made before (`summarize`; null where the file is no document). */
  | { readonly path: string; readonly text: string; readonly summary?: Summary | null }
  /** It is there, and is not to be read: a picture, or a text that could not be read. */
  | { readonly path: string; readonly present: true }
  | { readonly path: string; readonly gone: true };

/**
 * The corpus through time: the one mutable object. `apply` is the only way to change it, and answers the next snapshot.
 *
 * @param textOf Reads a document's text again when a new title may stand in it. Texts are not kept.
 */
export class Workspace {
  readonly #options: Options;
  readonly #lexicon: Lexicon;
  #snapshot: Snapshot;

  constructor(textOf: TextOf, options: Options) {
    const spellings = new Interner();
    this.#options = options;
    this.#lexicon = new Lexicon(spellings);
    this.#snapshot = {
      version: 0,
      titlesVersion: 0,
      touched: new Set(),
      documents: Shelf.empty(),
      names: Shelf.empty(),
      keys: new Interner(),
      paths: new Interner(),
      spellings,
      files: new Set(),
      textOf,
    };
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /**
   * Takes changes in, all at once. Prose costs its own file only; a title that the corpus did not know before costs a look
   * at the files that may hold it (`wordFilter.ts`); a title that vanishes costs no look at any text.
   */
  apply(changes: readonly Change[]): Snapshot {
    const base = this.#snapshot;
    const revision = new Revision(base);
    const files = this.#files(changes);
    const texts = new Map<DocumentId, string>();
    for (const change of changes) {
      const id = base.paths.number(change.path);
      const summary = 'text' in change ? summaryOf(change.path, change.text, change.summary) : undefined;
      if (!summary || !('text' in change)) {
        revision.drop(id);
        texts.delete(id);
        continue;
      }
      const names = namesOfReferences(base, change.path, summary);
      revision.put({ id, path: change.path, summary, names, occurrences: NONE });
      texts.set(id, change.text);
    }
    const learned = this.#learn(revision);
    for (const [id, text] of texts) this.#scan(revision, id, text);
    if (learned.length > 0) this.#lookAgain(revision, learned, texts);
    const moved = changes.map((change) => change.path).filter((path) => base.files.has(path) !== files.has(path));
    this.#snapshot = revision.commit(files, moved);
    return this.#snapshot;
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

  /**
   * Adds the names that this revision met and that bare mentions may be of. Answers the words of each, for a look at other
   * texts. Whether the corpus knows them at a given moment is asked later (`isKnown`): a name that is in the lexicon for
   * nothing does no harm.
   */
  #learn(revision: Revision): (readonly number[])[] {
    const learned: (readonly number[])[] = [];
    for (const [name, record] of revision.records) {
      if (this.#lexicon.has(name) || (record.definers.length === 0 && record.asked.size === 0)) continue;
      const key = this.#snapshot.keys.string(name);
      if (!isLongEnough(key, this.#options.minimumWords)) continue;
      const words = this.#lexicon.add(name, key);
      // Letters beyond the basic plane are no words to the lexicon (`words.ts`): such a name stands in no text.
      if (words.length > 0) learned.push(words);
    }
    return learned;
  }

  /** Looks for names in a text; not at all where nobody knows any, as in a vault of short titles. */
  #scan(revision: Revision, id: DocumentId, text: string): void {
    if (this.#lexicon.isEmpty) return;
    const document = revision.document(id)!;
    revision.replace({ ...document, ...this.#lexicon.scan(text, document.summary.prose) });
  }

  /** Scans the documents that may hold one of the new names and were not read just now. */
  #lookAgain(revision: Revision, learned: readonly (readonly number[])[], done: ReadonlyMap<DocumentId, string>): void {
    const { documents, textOf } = this.#snapshot;
    for (const [id] of documents) {
      const document = revision.document(id);
      if (!document || done.has(id) || !mayHoldAny(document, learned)) continue;
      const text = textOf(document.path);
      // A text that changed meanwhile is announced by its own change; its spans are not those of this summary.
      if (text !== undefined && text.length === document.summary.length) this.#scan(revision, id, text);
    }
  }
}

function summaryOf(path: string, text: string, made: Summary | null | undefined): Summary | undefined {
  if (made !== undefined) return made ?? undefined;
  return mayBeDocument(path) ? summarize(path, text) : undefined;
}

/** Whether one of these names may stand in a document's text; one whose text was never looked at for names may hold any. */
function mayHoldAny({ filter }: Document, names: readonly (readonly number[])[]): boolean {
  return filter === undefined || names.some((words) => mayHold(filter, words));
}

const NONE: Occurrences = new Int32Array();
