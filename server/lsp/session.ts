import { type Connection, TextDocuments, type WorkspaceFolder } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentsOf, missingNotes } from '../core/index.ts';
import type { Folder } from '../host/ports.ts';
import { type ChangedParams, type CorpusStatus, changedNotification } from '../protocol.ts';
import { Corpus, type Progress } from './corpus.ts';
import type { Log } from './guard.ts';
import { Publisher } from './publisher.ts';
import { DEFAULT_SETTINGS, type Settings, readSettings } from './settings.ts';
import { folderUris } from './uris.ts';

/** What the client can do, of what matters here. */
export interface Abilities {
  readonly configuration: boolean;
  readonly progress: boolean;
}

/** Changes of files are gathered so long before they are read: a checkout announces thousands. In milliseconds. */
const GATHER = 50;

/** Panels are told of changes at most so often, in milliseconds. */
const TELL = 150;

/** Loading shows a progress bar when it takes longer, in milliseconds. */
const PATIENCE = 1000;

interface Entry {
  readonly corpus: Corpus;
  readonly publisher: Publisher;
}

/** The workspace folders of one client, the documents it has open, and who is told when something changes. */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly #connection: Connection;
  readonly #folderOf: (uri: string) => Folder;
  readonly #log: Log;
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new Set<string>();
  #abilities: Abilities = { configuration: false, progress: false };
  #ready: Promise<void> = Promise.resolve();
  #gather: ReturnType<typeof setTimeout> | undefined;
  #publish: ReturnType<typeof setTimeout> | undefined;
  #tell: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, folderOf: (uri: string) => Folder, log: Log) {
    this.#connection = connection;
    this.#folderOf = folderOf;
    this.#log = log;
    this.documents.onDidChangeContent(({ document }) => this.#edited(document));
    this.documents.onDidClose(({ document }) => void this.#closed(document.uri));
  }

  /** Resolves when all folders have been read. Never rejects. */
  readonly ready = (): Promise<void> => this.#ready;

  /** The folders that are taken for corpora. */
  get corpora(): Corpus[] {
    return [...this.#entries.values()].map(({ corpus }) => corpus).filter((corpus) => corpus.isCorpus);
  }

  /** The corpus that a uri lies in; of nested folders the innermost. Undefined where that folder is no corpus. */
  corpusOf(uri: string): Corpus | undefined {
    const corpus = this.#entryOf(uri)?.corpus;
    return corpus?.isCorpus ? corpus : undefined;
  }

  get status(): CorpusStatus[] {
    return [...this.#entries.values()].map(({ corpus }) => statusOf(corpus));
  }

  /** Opens these folders and reads them; `ready` waits for it. */
  start(folders: readonly WorkspaceFolder[], abilities: Abilities): void {
    this.#abilities = abilities;
    this.#then(async () => {
      for (const { uri } of folders) await this.#add(uri);
    });
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    this.#then(async () => {
      for (const { uri } of removed) {
        this.#entries.get(uri)?.publisher.clear();
        this.#entries.delete(uri);
      }
      for (const { uri } of added) await this.#add(uri);
      this.#announce();
    });
  }

  /** Settings changed, or somebody wants the corpora read again from the beginning. */
  restart(): void {
    this.#then(async () => {
      for (const uri of [...this.#entries.keys()]) {
        this.#entries.get(uri)?.publisher.clear();
        await this.#add(uri);
      }
    });
  }

  /** Files that the client saw change. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) this.#changed.add(uri);
    clearTimeout(this.#gather);
    this.#gather = setTimeout(() => this.#then(() => this.#refresh()), GATHER);
  }

  /** Queues work that changes which corpora there are or what is in them; a failure is logged and stops nothing. */
  #then(work: () => Promise<void>): void {
    this.#ready = this.#ready.then(work).catch((error: unknown) => {
      this.#log.error(error instanceof Error ? String(error.stack) : String(error));
    });
  }

  async #add(uri: string): Promise<void> {
    const corpus = new Corpus(folderUris(uri), this.#folderOf(uri), await this.#settingsOf(uri));
    const publisher = new Publisher(this.#connection, corpus, (each) => this.documents.get(each)?.version);
    this.#entries.set(uri, { corpus, publisher });
    const progress = this.#progress(uri);
    await corpus.load(progress.step);
    progress.done();
    for (const document of this.documents.all()) this.#overlay(document);
    for (const { path, reason } of corpus.skipped) this.#log.info(`Skipped ${path}: it ${reason}.`);
    this.#announce();
  }

  async #settingsOf(scopeUri: string): Promise<Settings> {
    if (!this.#abilities.configuration) return DEFAULT_SETTINGS;
    return readSettings(await this.#connection.workspace.getConfiguration({ scopeUri, section: 'noteCorpus' }));
  }

  #progress(uri: string): { step: Progress; done: () => void } {
    let cancelled = false;
    let report: ((done: number, all: number) => void) | undefined;
    let end = (): void => {};
    const timer = setTimeout(async () => {
      if (!this.#abilities.progress) return;
      const bar = await this.#connection.window.createWorkDoneProgress();
      bar.begin('Note Corpus', 0, `reading ${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}`, true);
      bar.token.onCancellationRequested(() => (cancelled = true));
      report = (done, all) => bar.report(Math.floor((100 * done) / all), `${done} of ${all} files`);
      end = () => bar.done();
    }, PATIENCE);
    const step: Progress = (done, all) => {
      report?.(done, all);
      return !cancelled;
    };
    return { step, done: () => (clearTimeout(timer), end()) };
  }

  async #refresh(): Promise<void> {
    const uris = [...this.#changed];
    this.#changed.clear();
    const paths = new Map<Corpus, string[]>();
    for (const uri of uris) {
      const corpus = this.#entryOf(uri)?.corpus;
      const path = corpus?.uris.pathOf(uri);
      if (corpus && path) paths.set(corpus, [...(paths.get(corpus) ?? []), path]);
    }
    for (const [corpus, changed] of paths) {
      // Which files count is said by the rules in `.gitignore`: with other rules everything is read anew.
      if (changed.some((path) => path.endsWith('.gitignore'))) await corpus.load(() => true);
      else await corpus.refresh(changed);
    }
    this.#announce();
  }

  #edited(document: TextDocument): void {
    this.#overlay(document);
    this.#announce();
  }

  #overlay(document: TextDocument): void {
    const corpus = this.#entryOf(document.uri)?.corpus;
    const path = corpus?.uris.pathOf(document.uri);
    if (path) corpus?.edit(path, document.getText());
  }

  async #closed(uri: string): Promise<void> {
    const corpus = this.#entryOf(uri)?.corpus;
    const path = corpus?.uris.pathOf(uri);
    if (path) await corpus?.close(path);
    this.#announce();
  }

  #entryOf(uri: string): Entry | undefined {
    let found: Entry | undefined;
    for (const entry of this.#entries.values()) {
      const inside = entry.corpus.uris.pathOf(uri) !== undefined || entry.corpus.uris.folder === uri;
      if (inside && entry.corpus.uris.folder.length > (found?.corpus.uris.folder.length ?? -1)) found = entry;
    }
    return found;
  }

  /** Something changed: publishes what is wrong as soon as the messages at hand are read, and tells the panels soon. */
  #announce(): void {
    this.#publish ??= setTimeout(() => {
      this.#publish = undefined;
      this.#then(async () => {
        for (const { publisher } of this.#entries.values()) await publisher.publish();
      });
    }, 0);
    this.#tell ??= setTimeout(() => {
      this.#tell = undefined;
      const params: ChangedParams = { status: this.status };
      void this.#connection.sendNotification(changedNotification, params);
    }, TELL);
  }
}

function statusOf(corpus: Corpus): CorpusStatus {
  const { snapshot, isCorpus, skipped } = corpus;
  const documents = documentsOf(snapshot);
  const count = (kind: string): number => documents.filter(({ summary }) => summary.kind === kind).length;
  return {
    folder: corpus.uris.folder,
    isCorpus,
    inquiries: count('inquiry'),
    notes: count('note'),
    pages: count('page'),
    missing: isCorpus ? missingNotes(snapshot).length : 0,
    skipped,
  };
}
