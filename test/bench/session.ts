import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { type Any, Client } from './client.ts';
import type { Peer } from './peer.ts';
import type { Corpus, Place } from './truth.ts';

const CAPABILITIES = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    symbol: {},
  },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    references: {},
    completion: { completionItem: { snippetSupport: false } },
    rename: { prepareSupport: true },
    diagnostic: {},
    documentLink: {},
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
  window: { workDoneProgress: true },
};

/** One server that runs on one corpus, and the files that are open in its editor. */
export class Session {
  readonly client: Client;
  readonly peer: Peer;
  readonly corpus: Corpus;
  readonly #open = new Map<string, TextDocument>();
  /** What it announced, at the start and by registering later. */
  readonly #announced = new Set<string>();

  constructor(peer: Peer, corpus: Corpus, more: readonly string[] = []) {
    this.peer = peer;
    this.corpus = corpus;
    this.client = new Client([...peer.command(corpus), ...more], corpus.root, {
      'workspace/configuration': ({ items }) => items.map(() => null),
      'client/registerCapability': ({ registrations }) => {
        for (const { method } of registrations) this.#announced.add(method);
        return null;
      },
      ...peer.answers?.(this),
    });
  }

  async start(): Promise<void> {
    const uri = URI.file(this.corpus.root).toString();
    const { capabilities } = await this.client.ask('initialize', {
      processId: process.pid,
      rootUri: uri,
      capabilities: CAPABILITIES,
      workspaceFolders: [{ uri, name: this.corpus.name }],
      initializationOptions: this.peer.options?.(this.corpus) ?? null,
    });
    for (const [name, value] of Object.entries(capabilities)) {
      if (value) this.#announced.add(`textDocument/${name.replace(/Provider$/, '')}`);
    }
    this.client.tell('initialized', {});
    if (this.peer.settings) this.client.tell('workspace/didChangeConfiguration', { settings: this.peer.settings });
  }

  /** Whether it says that it answers `textDocument/…` or `workspace/symbol`. */
  can(method: string): boolean {
    return this.#announced.has(method === 'workspace/symbol' ? 'textDocument/workspaceSymbol' : method);
  }

  uri(path: string): string {
    return URI.file(join(this.corpus.root, path)).toString();
  }

  /** Path in the corpus; servers write uris in several ways. */
  pathOf(uri: string): string {
    return URI.parse(uri).fsPath.slice(this.corpus.root.length + 1);
  }

  /** The text as the editor has it, else as it is on disk. */
  text(path: string): TextDocument {
    const found = this.#open.get(path);
    if (found) return found;
    const languageId = path.endsWith('.txt') ? 'plaintext' : 'markdown';
    return TextDocument.create(this.uri(path), languageId, 1, readFileSync(join(this.corpus.root, path), 'utf8'));
  }

  open(path: string): void {
    if (this.#open.has(path)) return;
    const document = this.text(path);
    this.#open.set(path, document);
    const { uri, languageId, version } = document;
    this.client.tell('textDocument/didOpen', { textDocument: { uri, languageId, version, text: document.getText() } });
  }

  close(path: string): void {
    this.#open.delete(path);
    this.client.tell('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Types something at a place of an open file, over `instead` characters that are there. */
  type({ path, line, character }: Place, text: string, instead = 0): void {
    const document = this.#open.get(path)!;
    const range = { start: { line, character }, end: { line, character: character + instead } };
    const version = document.version + 1;
    this.#open.set(path, TextDocument.update(document, [{ range, text }], version));
    const textDocument = { uri: document.uri, version };
    this.client.tell('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
  }

  /** Params that speak of a place. */
  at({ path, line, character }: Place) {
    return { textDocument: { uri: this.uri(path) }, position: { line, character } };
  }

  /** Path of the document that a link leads to, as this server is asked for it. */
  async definition(place: Place): Promise<string | undefined> {
    if (this.peer.definition) return this.peer.definition(this, place);
    const answer = await this.client.ask('textDocument/definition', this.at(place));
    const [first] = [answer ?? []].flat();
    return first && this.pathOf(first.targetUri ?? first.uri);
  }

  /** Every place that names what the link names. */
  references(place: Place, more: object = {}): Promise<Any[] | null> {
    return this.client.ask('textDocument/references', {
      ...this.at(place),
      context: { includeDeclaration: false },
      ...more,
    });
  }

  changedOnDisk(paths: readonly string[]): void {
    this.client.tell('workspace/didChangeWatchedFiles', {
      changes: paths.map((path) => ({ uri: this.uri(path), type: 2 })),
    });
  }
}
