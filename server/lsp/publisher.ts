import type { Connection } from 'vscode-languageserver';
import { type Document, diagnostics } from '../core/index.ts';
import type { Corpus } from './corpus.ts';
import { toDiagnostic } from './toProto.ts';

/** How long findings are worked out at a stretch, in milliseconds. */
const STRETCH = 30;

/** How long after the last change of a title the suggestions of other files are looked at again, in milliseconds. */
const CALM = 400;

/**
 * Tells the client what is wrong in the files of one corpus, open or not, and only where that changed. The other files of
 * the client are never touched.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #corpus: Corpus;
  readonly #versionOf: (uri: string) => number | undefined;
  /** Findings as last told, by path, in the words of the protocol. Files without any are not in it. */
  readonly #told = new Map<string, string>();
  #titlesVersion = 0;
  #calm: ReturnType<typeof setTimeout> | undefined;

  /** @param versionOf of an open document; undefined for any other. */
  constructor(connection: Connection, corpus: Corpus, versionOf: (uri: string) => number | undefined) {
    this.#connection = connection;
    this.#corpus = corpus;
    this.#versionOf = versionOf;
  }

  /** Looks at the documents that the last changes touched. Other work has its turn every 30 ms. */
  async publish(): Promise<void> {
    const { snapshot, isCorpus } = this.#corpus;
    if (!isCorpus) return this.clear();
    let turn = Date.now();
    for (const id of this.#corpus.takeTouched()) {
      const document = snapshot.documents.get(id);
      const path = snapshot.paths.string(id);
      if (document) this.#tell(document);
      else this.#send(path, []);
      if (Date.now() - turn < STRETCH) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = Date.now();
    }
    if (snapshot.titlesVersion !== this.#titlesVersion) this.#suggestAnew(snapshot.titlesVersion);
  }

  /** A title came or went: “did you mean” may have another answer in any file with a finding. */
  #suggestAnew(titlesVersion: number): void {
    this.#titlesVersion = titlesVersion;
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => {
      const { documents, paths } = this.#corpus.snapshot;
      for (const path of [...this.#told.keys()]) {
        const id = paths.find(path);
        const document = id === undefined ? undefined : documents.get(id);
        if (document) this.#tell(document);
      }
    }, CALM);
  }

  #tell(document: Document): void {
    const found = diagnostics(this.#corpus.snapshot, document);
    this.#send(
      document.path,
      found.map((each) => toDiagnostic(this.#corpus, document, each)).filter((each) => each !== undefined),
    );
  }

  #send(path: string, diagnostics: NonNullable<ReturnType<typeof toDiagnostic>>[]): void {
    const told = diagnostics.length > 0 ? JSON.stringify(diagnostics) : undefined;
    if (this.#told.get(path) === told) return;
    if (told === undefined) this.#told.delete(path);
    else this.#told.set(path, told);
    const uri = this.#corpus.uris.uriOf(path);
    const version = this.#versionOf(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }

  /** Takes everything back. */
  clear(): void {
    clearTimeout(this.#calm);
    for (const path of [...this.#told.keys()]) this.#send(path, []);
  }
}
