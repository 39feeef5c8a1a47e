import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ChangedParams, type CorpusStatus, changedNotification } from '../protocol.ts';
import type { ActionAbilities } from './codeActions.ts';
import { Corpus } from './corpus.ts';
import { type Entry, innermost } from './entries.ts';
import { askSettings, textOf } from './fromClient.ts';
import type { Log } from './guard.ts';
import { Keeper } from './keeper.ts';
import { LeftOut, leftOutIn, withoutLeftOut } from './leftOut.ts';
import { patient } from './patient.ts';
import type { Folder } from './ports.ts';
import { showProgress } from './progress.ts';
import { Publisher } from './publisher.ts';
import { Queue } from './queue.ts';
import type { Early } from './reading/early.ts';
import { nestedIn, readAlike, readSettings, type Settings } from './settings.ts';
import { statusOf } from './status.ts';
import { hear } from './turns.ts';
import { asWritten, folderUris } from './uris.ts';
import { workingEarly } from './working.ts';

/** Changes of files are gathered so long before they are read: a checkout announces thousands. In milliseconds. */
const GATHER = 10;

/** Panels are told of changes at most so often, in milliseconds. */
const TELL = 150;

/** How soon a question is asked again that what was read so far cannot answer, in milliseconds. */
const AGAIN = 50;

/** The workspace folders of one client, the documents it has open, and who is told when something changes. */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  /** Whether answers may name commands of ours, since the client has them. */
  commands = false;
  /** Whether the client tells of files that change on the disk. */
  watched = false;
  /** What the client does with code actions. */
  actions: ActionAbilities = { takes: false, creates: false, asksLater: false };
  readonly #connection: Connection;
  readonly #folderOf: (uri: string) => Folder;
  readonly #log: Log;
  /** All reading of files: one folder, one batch of changes after the other. */
  readonly #reading: Queue;
  /** The folders that there are to be, by uri as the client wrote it. */
  readonly #folders = new Set<string>();
  /** Those of them that have been read. */
  readonly #entries = new Map<string, Entry>();
  /** Those that are being read. */
  readonly #loading = new Map<string, Entry>();
  readonly #changed = new Set<string>();
  #configurable = false;
  readonly #leftOut = new LeftOut();
  #gather: ReturnType<typeof setTimeout> | undefined;
  #tell: ReturnType<typeof setTimeout> | undefined;
  readonly #keeper = new Keeper(() => this.#entries.values());

  constructor(connection: Connection, folderOf: (uri: string) => Folder, log: Log) {
    this.#connection = connection;
    this.#folderOf = folderOf;
    this.#log = log;
    this.#reading = new Queue(log);
    this.documents.onDidChangeContent(({ document }) => this.#edited(document));
    this.documents.onDidClose(({ document }) => this.#closed(document.uri));
  }

  /** Called when something may be answered otherwise than before. */
  readonly whenChanged = new Set<() => void>();

  /** Called when files have changed: how many. */
  whenFilesChanged = (_: number): void => {};

  /** Resolves when all folders have been read, with all changes so far. Never rejects. */
  readonly ready = (): Promise<void> => this.#reading.idle();

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

  /** @param configurable whether the client can be asked for settings. */
  start(folders: readonly string[], configurable: boolean): void {
    this.#configurable = configurable;
    this.changeFolders(folders, []);
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.#folders.delete(uri);
    for (const uri of added) this.#folders.add(uri);
    this.#reading.add(() => {
      for (const [uri, { publisher }] of this.#entries) {
        if (this.#folders.has(uri)) continue;
        publisher.clear();
        this.#entries.delete(uri);
      }
    });
    this.settingsChanged();
  }

  /** Reads the folders that are new, and those that other settings make other ones. */
  settingsChanged(): void {
    for (const uri of this.#folders) this.#reading.add(() => this.#settle(uri));
    this.#reading.add(() => this.#announce());
  }

  /** Files that the client saw change. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) this.#changed.add(uri);
    this.#gather ??= setTimeout(() => {
      this.#gather = undefined;
      this.#reading.add(() => this.#refresh());
    }, GATHER);
  }

  /** Makes sure that these files of a corpus are known as they are on the disk: before something is said of what to change. */
  async freshen(corpus: Corpus, paths: readonly string[]): Promise<void> {
    const changed = await corpus.changedOnDisk(paths);
    if (changed.length === 0) return;
    this.#reading.add(() => corpus.refresh(changed));
    this.#reading.add(() => this.#announce());
    await this.ready();
  }

  /** These documents, and no others, are left out of their corpora: the client saw them bring the server down. */
  leaveOut(uris: readonly string[]): void {
    const back = this.#leftOut.set(uris);
    if (back.size > 0) this.filesChanged([...back]);
    for (const document of this.documents.all()) if (back.has(asWritten(document.uri))) this.#edited(document);
  }

  /** Keeps all corpora for the next start, as they are now. Never rejects. */
  keep(): Promise<void> {
    return this.#keeper.keep();
  }

  async #settle(uri: string): Promise<void> {
    const settings = await this.#settingsOf(uri);
    const entry = this.#entries.get(uri);
    if (!this.#folders.has(uri)) return;
    if (!entry || !readAlike(entry.corpus.settings, settings)) return this.#open(uri, settings);
    if (JSON.stringify(entry.corpus.settings) === JSON.stringify(settings)) return;
    entry.corpus.settings = settings;
    entry.publisher.renew(entry.corpus);
  }

  /**
   * What can be said of an open document before its corpus is read: `ask` is asked again as more of it is. Undefined once
   * all is read, and where there is nothing to wait for.
   */
  async early<Answer>(
    uri: string,
    ask: (corpus: Corpus, early: Early) => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    if (this.#leftOut.has(uri)) return undefined;
    let isRead = false;
    void this.ready().then(() => {
      isRead = true;
    });
    // What was read before answers at once, if not so well.
    while (!isRead && !this.#entryOf(uri)) {
      const corpus = innermost(this.#loading, uri)?.corpus;
      const answer = corpus && (await workingEarly(corpus, uri, ask));
      if (answer !== undefined) return answer;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
    return undefined;
  }

  /** Reads a folder. Until that is done, questions are answered from what was read before. */
  async #open(uri: string, settings: Settings, patience?: number): Promise<void> {
    const uris = folderUris(uri);
    const late = (path: string, waited: number): void => {
      if (path !== '') this.filesChanged([uris.uriOf(path)]);
      else this.#reading.add(() => this.#openAgain(corpus, 2 * waited));
    };
    const all = patient(this.#folderOf(uri), late, patience);
    const folder = withoutLeftOut(all, leftOutIn(this.#leftOut, uris));
    const corpus = new Corpus(uris, folder, settings, () => this.#announce());
    const publisher = this.#entries.get(uri)?.publisher ?? new Publisher(this.#connection, this.#log, corpus);
    const entry = { corpus, publisher };
    const progress = showProgress(this.#connection, uri);
    this.#loading.set(uri, entry);
    try {
      await corpus.load(progress.step, () => {
        // Where it was read before, that is what is told.
        if (!this.#entries.has(uri)) for (const document of this.documents.all()) this.#tellEarly(document);
      });
    } finally {
      this.#loading.delete(uri);
      progress.done();
    }
    // Stopped halfway, what was read before is better than nothing.
    if (corpus.isStopped && this.#entries.has(uri)) return;
    this.#entries.set(uri, entry);
    for (const document of this.documents.all())
      if (this.#entryOf(document.uri)?.corpus === corpus) this.#overlay(document);
    publisher.renew(corpus);
    this.#keeper.keepSoon();
    for (const { path, reason } of corpus.skipped) this.#log.info(`Skipped ${path}: it ${reason}.`);
  }

  /** The folder answered after all: it is read once more, with more patience, if it is still the one that is asked for. */
  async #openAgain(corpus: Corpus, patience: number): Promise<void> {
    const { folder } = corpus.uris;
    if (this.#entries.get(folder)?.corpus === corpus) await this.#open(folder, corpus.settings, patience);
  }

  /** A folder that lies in another one belongs to itself, and not to the other too. */
  async #settingsOf(scopeUri: string): Promise<Settings> {
    const sent = this.#configurable ? await askSettings(this.#connection, scopeUri, this.#log) : undefined;
    const settings = readSettings(sent);
    return { ...settings, exclude: [...settings.exclude, ...nestedIn(folderUris(scopeUri), this.#folders)] };
  }

  async #refresh(): Promise<void> {
    const uris = [...this.#changed];
    this.#changed.clear();
    const paths = new Map<Corpus, string[]>();
    for (const uri of uris) {
      const corpus = this.#entryOf(uri)?.corpus;
      const path = corpus?.uris.pathOf(uri);
      if (!corpus || path === undefined) continue;
      const others = paths.get(corpus);
      if (others) others.push(path);
      else paths.set(corpus, [path]);
    }
    for (const [corpus, changed] of paths) {
      if (corpus.changesRules(changed)) await this.#open(corpus.uris.folder, corpus.settings);
      else await corpus.refresh(changed);
    }
    this.#keeper.keepLater();
    this.#announce();
    this.whenFilesChanged(uris.length);
  }

  /** Tells what is wrong in an open document while its folder is read. */
  #tellEarly(document: TextDocument): void {
    if (this.#leftOut.has(document.uri)) return;
    const entry = innermost(this.#loading, document.uri);
    const path = entry?.corpus.uris.pathOf(document.uri);
    const text = textOf(document);
    if (entry && path !== undefined && text !== undefined) entry.publisher.early(path, text);
  }

  #edited(document: TextDocument): void {
    hear();
    this.#overlay(document);
    if (!this.#entryOf(document.uri)) this.#tellEarly(document);
    this.#announce();
  }

  #overlay(document: TextDocument): void {
    const corpus = this.#entryOf(document.uri)?.corpus;
    const path = corpus?.uris.pathOf(document.uri);
    const text = textOf(document);
    if (path !== undefined && text !== undefined) corpus?.edit(path, text, document.version);
  }

  #closed(uri: string): void {
    const corpus = this.#entryOf(uri)?.corpus;
    const path = corpus?.uris.pathOf(uri);
    if (!corpus || path === undefined) return;
    corpus.close(path);
    this.#reading.add(() => corpus.refresh([path]));
    this.#reading.add(() => this.#announce());
  }

  #entryOf(uri: string): Entry | undefined {
    return innermost(this.#entries, uri);
  }

  /** Something changed: publishes what is wrong as soon as the messages at hand are read, and tells the panels soon. */
  #announce(): void {
    for (const { publisher } of this.#entries.values()) publisher.publish();
    for (const tell of this.whenChanged) tell();
    this.#tell ??= setTimeout(() => {
      this.#tell = undefined;
      // Not while files are read: what could be told would be out of date at once.
      this.#reading.add(() => {
        const params: ChangedParams = { status: this.status };
        this.#connection.sendNotification(changedNotification, params).catch(this.#log.failed);
      });
    }, TELL);
  }
}
