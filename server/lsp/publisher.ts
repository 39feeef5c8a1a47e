import type { Connection, Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { type Diagnostic, type Document, diagnostics, documentAt, prepareSearch } from '../core/index.ts';
import type { Corpus } from './corpus.ts';
import type { Log } from './guard.ts';
import { toDiagnostic } from './toProto.ts';
import { turn } from './turns.ts';

/** How long findings are worked out at a stretch, in milliseconds: a keystroke waits no longer. */
const STRETCH = 4;

/** How long after the last change of a title the suggestions of other files are looked at again, in milliseconds. */
const CALM = 400;

/**
 * Tells the client what is wrong in the files of one folder, open or not, and only where that changed. The other files of
 * the client are never touched.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #log: Log;
  #corpus: Corpus;
  /** Findings as last told, by path, in the words of the protocol. Files without any are not in it. */
  readonly #told = new Map<string, string>();
  /** Paths that are still to be looked at. */
  readonly #due = new Set<string>();
  /** Nothing was told, or all was taken back: then every document is due, and not only what changed since. */
  #silent = true;
  #titlesVersion = 0;
  /** What suggestions are looked for in, while it is made ready. */
  #preparing: Generator<void> | undefined;
  /** Whether the next stretch is on its way. */
  #isComing = false;
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, log: Log, corpus: Corpus) {
    this.#connection = connection;
    this.#log = log;
    this.#corpus = corpus;
  }

  /** The folder was read anew, or its findings are to be told in another way: everything is looked at again. */
  renew(corpus: Corpus): void {
    this.#corpus = corpus;
    this.#silent = true;
    this.publish();
  }

  /** Tells what is wrong in an open document while the corpus is still read. */
  early(path: string, text: string): void {
    const faults = this.#corpus.early?.faults(path, text);
    if (faults) this.#tell(path, faults.document, faults.found);
  }

  /** Something changed. What it touched is looked at once the messages at hand are read, and in stretches. */
  publish(): void {
    if (this.#isComing) return;
    this.#isComing = true;
    // Answers that are ready go out in the first turn.
    void turn()
      .then(turn)
      .then(() => {
        if (!this.#isComing) return;
        this.#isComing = false;
        try {
          this.#work();
        } catch (error) {
          this.#log.failed(error);
        }
        if (this.#due.size > 0) this.publish();
      });
  }

  /** Takes everything back. */
  clear(): void {
    clearTimeout(this.#calm);
    this.#isComing = false;
    this.#silent = true;
    this.#due.clear();
    for (const path of [...this.#told.keys()]) this.#send(path, []);
  }

  #work(): void {
    const { snapshot, isCorpus } = this.#corpus;
    if (!isCorpus) {
      this.clear();
      return;
    }
    const touched = this.#corpus.takeTouched();
    const fresh = [...touched].map((id) => snapshot.paths.string(id));
    if (this.#silent) {
      for (const [, document] of snapshot.documents) if (document) fresh.push(document.path);
      fresh.push(...this.#told.keys());
    }
    if (this.#silent) this.#preparing = prepareSearch(snapshot);
    this.#silent = false;
    for (const path of fresh) this.#due.add(path);
    if (snapshot.titlesVersion !== this.#titlesVersion) this.#suggestAnew(snapshot.titlesVersion);
    const end = Date.now() + STRETCH;
    while (this.#preparing) {
      if (Date.now() >= end) return;
      if (this.#preparing.next().done) this.#preparing = undefined;
    }
    // What somebody looks at comes first.
    for (const path of fresh) if (this.#corpus.versionOf(path) !== undefined) this.#look(path);
    for (const path of this.#due) {
      this.#look(path);
      if (Date.now() >= end) break;
    }
  }

  /** A title came or went: “did you mean” may have another answer in any file with a finding. */
  #suggestAnew(titlesVersion: number): void {
    this.#titlesVersion = titlesVersion;
    clearTimeout(this.#calm);
    if (this.#told.size === 0) return;
    this.#calm = setTimeout(() => {
      for (const path of this.#told.keys()) this.#due.add(path);
      this.publish();
    }, CALM);
  }

  #look(path: string): void {
    if (!this.#due.delete(path)) return;
    const document = documentAt(this.#corpus.snapshot, path);
    if (document) this.#tell(path, document, diagnostics(this.#corpus.snapshot, document));
    else this.#send(path, []);
  }

  #tell(path: string, document: Document, found: readonly Diagnostic[]): void {
    const told = found.map((each) => toDiagnostic(this.#corpus, document, each));
    this.#send(
      path,
      told.filter((each) => each !== undefined),
    );
  }

  #send(path: string, diagnostics: LspDiagnostic[]): void {
    const told = diagnostics.length > 0 ? JSON.stringify(diagnostics) : undefined;
    if (this.#told.get(path) === told) return;
    if (told === undefined) this.#told.delete(path);
    else this.#told.set(path, told);
    const version = this.#corpus.versionOf(path);
    const uri = this.#corpus.uris.uriOf(path);
    this.#connection
      .sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) })
      .catch(this.#log.failed);
  }
}
