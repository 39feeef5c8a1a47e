import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CancellationToken,
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type Location,
  type Position,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { StatusResult } from '../../server/protocol.ts';
import { DIST, makeFolder, type TestFolder } from '../host/folder.ts';

export interface Options {
  /** The workspace folders, relative to the folder of the picture. */
  readonly folders?: readonly string[];
  /** Answers to `workspace/configuration`, by workspace folder; a function may keep the server waiting. */
  readonly settings?: (folder: string) => unknown;
  /** What the client says of itself (`InitializationOptions`). */
  readonly initializationOptions?: object;
  /** Put over what our own client can do. */
  readonly capabilities?: object;
  /** How the server is called, in `dist` or by an absolute path. */
  readonly server?: readonly string[];
  /** The server may tell errors: the test is about what it does then. */
  readonly mayFail?: boolean;
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

const CAPABILITIES = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { definition: { linkSupport: true }, publishDiagnostics: { relatedInformation: true } },
  window: { workDoneProgress: true },
};

/** Starts the server as an editor does: as a process of its own, over standard input and output, with a corpus on disk. */
export async function openEditor(t: TestContext, picture: string, options: Options = {}): Promise<Editor> {
  let editor: Editor | undefined;
  // Before the folder is made, so that the server goes first, and goes whatever becomes of the folder.
  t.after(() => editor?.end());
  editor = new Editor(makeFolder(t, picture), options);
  await editor.start();
  return editor;
}

/** An editor that shows nothing: what a test says and hears of the server, in terms of files and their texts. */
export class Editor {
  readonly files: TestFolder;
  readonly connection: ProtocolConnection;
  readonly #options: Options;
  readonly #process: ReturnType<typeof spawn>;
  readonly #open = new Map<string, TextDocument>();
  readonly #findings = new Map<string, readonly Diagnostic[]>();
  #talk = '';
  /** How many notifications came. */
  #heard = 0;
  /** Paths in the order in which findings were published for them. */
  published: string[] = [];
  /** What `noteCorpus/changed` said, each time. */
  changes: StatusResult[] = [];
  /** Methods that the server registered for. */
  registered: string[] = [];
  /** What the server wrote to the log as errors. */
  errors: string[] = [];

  /** By which signal the process ended, once it did. */
  readonly died: Promise<NodeJS.Signals | null>;

  constructor(files: TestFolder, options: Options) {
    this.files = files;
    this.#options = options;
    const [program, ...args] = options.server ?? ['server.cjs', '--stdio'];
    const env = { ...process.env, NOTE_CORPUS_DIST: DIST };
    this.#process = spawn(process.execPath, [resolve(DIST, program!), ...args], { stdio: 'pipe', env });
    this.died = new Promise((resolve) => this.#process.once('exit', (_, signal) => resolve(signal)));
    this.#process.stderr!.on('data', (data) => (this.#talk += data));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
  }

  async start(): Promise<void> {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      this.#heard++;
      this.published.push(this.pathOf(uri));
      this.#findings.set(this.pathOf(uri), diagnostics);
    });
    connection.onNotification('noteCorpus/changed', ({ status }) => {
      this.#heard++;
      this.changes.push(status);
    });
    connection.onNotification('window/logMessage', ({ type, message }) => {
      if (type === 1) this.errors.push(message);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
      Promise.all(items.map(({ scopeUri }) => this.#options.settings?.(this.pathOf(scopeUri)) ?? null)),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    connection.listen();
    this.initialized = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { ...CAPABILITIES, ...this.#options.capabilities },
      initializationOptions: this.#options.initializationOptions,
      workspaceFolders: (this.#options.folders ?? ['']).map((path) => this.workspaceFolder(path)),
    });
    await connection.sendNotification('initialized', {});
  }

  /** What `initialize` was answered. */
  initialized: unknown;

  /** Ends the server as an editor does; it must end well, and must not have complained. */
  async end(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
      await ended;
      assert.equal(this.#process.exitCode, 0, 'the exit code of the server');
    }
    this.connection.dispose();
    assert.equal(this.#talk, '', 'the server wrote to standard error');
    if (!this.#options.mayFail) assert.deepEqual(this.errors, [], 'errors in the log of the server');
  }

  /** Kills the server as a system does that has no memory left. Resolves once it is gone. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.died;
  }

  /** Ends the way an editor does that is killed: it says nothing. Answers the exit code. */
  async vanish(): Promise<number | null> {
    this.#process.stdin!.end();
    if (this.#process.exitCode === null) await new Promise((resolve) => this.#process.once('exit', resolve));
    return this.#process.exitCode;
  }

  // --- what is where ------------------------------------------------------------------------------------------------

  uri(path: string): string {
    return URI.file(this.files.at(path)).toString();
  }

  workspaceFolder(path: string): { uri: string; name: string } {
    return { uri: this.uri(path).replace(/\/$/, ''), name: path };
  }

  pathOf(uri: string): string {
    return URI.parse(uri).fsPath.slice(this.files.root.length + 1);
  }

  /** The text as the editor has it. */
  text(path: string): TextDocument {
    return this.#open.get(path) ?? TextDocument.create(this.uri(path), '', 0, this.files.read(path));
  }

  /** A place for a request: `at('rain.txt', 'as Why |does mud')` is where the `|` is. */
  at(path: string, words: string): { textDocument: { uri: string }; position: Position } {
    const document = this.text(path);
    const offset = document.getText().indexOf(words.replace('|', ''));
    assert.notEqual(offset, -1, `${path} has “${words}”`);
    return {
      textDocument: { uri: this.uri(path) },
      position: document.positionAt(offset + Math.max(0, words.indexOf('|'))),
    };
  }

  /** A range as a picture: `mud.txt:1 "Why does mud stick to boots?"`. Lines count from one. */
  drawn(uri: string, range: Range): string {
    const path = this.pathOf(uri);
    return `${path}:${range.start.line + 1} ${JSON.stringify(this.text(path).getText(range))}`;
  }

  drawnAll(locations: readonly Location[] | null): string {
    return (locations ?? []).map(({ uri, range }) => this.drawn(uri, range)).join('\n');
  }

  // --- what the person does -----------------------------------------------------------------------------------------

  async open(path: string, text = this.files.read(path)): Promise<void> {
    this.#open.set(path, TextDocument.create(this.uri(path), 'plaintext', 1, text));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId: 'plaintext', version: 1, text },
    });
  }

  /** Replaces words in an open document. All replacements go in one notification, each on the text that the one before made. */
  async type(path: string, ...replacements: readonly (readonly [before: string, after: string])[]): Promise<void> {
    let document = this.#open.get(path)!;
    const version = document.version + 1;
    const contentChanges = replacements.map(([before, text]) => {
      const start = document.getText().indexOf(before);
      assert.notEqual(start, -1, `${path} has “${before}”`);
      const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
      document = TextDocument.update(document, [{ range, text }], version);
      return { range, text };
    });
    this.#open.set(path, document);
    const textDocument = { uri: this.uri(path), version };
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  async close(path: string): Promise<void> {
    this.#open.delete(path);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** What a watcher of the disk says, as `created mud.txt`. */
  async watched(...events: readonly `${'created' | 'changed' | 'deleted'} ${string}`[]): Promise<void> {
    const types = { created: FileChangeType.Created, changed: FileChangeType.Changed, deleted: FileChangeType.Deleted };
    const changes = events.map((event) => {
      const [, kind, path] = /^(\w+) (.*)$/s.exec(event)!;
      return { uri: this.uri(path!), type: types[kind as keyof typeof types] };
    });
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  // --- what the server says -----------------------------------------------------------------------------------------

  /** The answer, of whatever type the test takes it for. */
  // biome-ignore lint/suspicious/noExplicitAny: the test says what it looks at
  async ask(method: string, params?: unknown, token?: CancellationToken): Promise<any> {
    const given = [params, token].filter((each) => each !== undefined);
    // What is undefined counts as one more parameter to the library.
    return this.connection.sendRequest(method, ...(given as [unknown]));
  }

  /** The findings as they are shown now, one a line, with the words that are underlined. */
  get findings(): string {
    return [...this.#findings]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([path, all]) =>
        all.map(({ range, severity, code, message }) =>
          [this.drawn(this.uri(path), range), SEVERITIES[severity ?? 0], `${code}:`, message].join(' '),
        ),
      )
      .join('\n');
  }

  diagnostics(path: string): readonly Diagnostic[] {
    return this.#findings.get(path) ?? [];
  }

  /** Waits until the findings are these. */
  async finds(expected: string): Promise<void> {
    await eventually(() => assert.equal(this.findings, expected.trim()));
  }

  /** Waits until the server has read everything and has said all that it had to say: it is silent for half a second. */
  async quiet(): Promise<void> {
    for (let before = -1; before !== this.#heard; ) {
      // What was announced is gathered for 10 ms before it is read; the answer waits for the reading.
      await sleep(100);
      await this.ask('noteCorpus/status', {});
      before = this.#heard;
      await sleep(450);
    }
  }
}

/** Tries until it holds, for so many milliseconds at most. */
export async function eventually(check: () => void | Promise<void>, patience = 10_000): Promise<void> {
  for (const start = Date.now(); ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() - start > patience) throw error;
    }
    await sleep(20);
  }
}
