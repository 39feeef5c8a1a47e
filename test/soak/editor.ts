import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { type Any, Client } from '../bench/client.ts';
import { DIST } from '../host/folder.ts';

const CAPABILITIES = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: {
    definition: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    rename: { prepareSupport: true },
  },
  window: { workDoneProgress: true },
};

const [CHANGED, CREATED, DELETED] = [2, 1, 3];

/** Of a message in the log (LSP 3.17, "MessageType"). */
const ERROR = 1;

/** A server on a folder, the texts that are open in its editor, and the disk below both. */
export class Editor {
  readonly client: Client;
  readonly root: string;
  readonly open = new Map<string, TextDocument>();
  /** Last published for each document that has any, by uri. */
  readonly findings = new Map<string, string>();
  /** What the server says that went wrong: that it knows what is not so among it (`noteCorpus.paranoid`). */
  readonly faults: string[] = [];
  /** How often it has compared all that it knows with what is read anew. */
  checks = 0;
  #heard = 0;

  /** @param flags of Node, before the program. */
  constructor(root: string, flags: readonly string[] = []) {
    this.root = root;
    this.client = new Client([process.execPath, ...flags, join(DIST, 'server.cjs'), '--stdio'], root, {
      'workspace/configuration': ({ items }) => items.map(() => ({ paranoid: true })),
    });
    this.client.listen((method, params) => {
      if (method === 'window/logMessage') {
        if (params.type === ERROR) this.faults.push(params.message);
        if (params.message.startsWith('Checked ')) this.checks++;
        return;
      }
      this.#heard++;
      if (method !== 'textDocument/publishDiagnostics') return;
      const { uri, diagnostics } = params;
      if (diagnostics.length > 0) this.findings.set(uri, JSON.stringify(diagnostics));
      else this.findings.delete(uri);
    });
  }

  async start(): Promise<void> {
    const uri = URI.file(this.root).toString();
    const workspaceFolders = [{ uri, name: 'soak' }];
    await this.client.ask('initialize', {
      processId: process.pid,
      rootUri: uri,
      capabilities: CAPABILITIES,
      workspaceFolders,
    });
    this.client.tell('initialized', {});
    await this.quiet();
  }

  /** Waits until the server has nothing more to say: what was announced is gathered before it is read. */
  async quiet(): Promise<void> {
    for (let before = -1; before !== this.#heard; ) {
      await sleep(150);
      await this.client.ask('noteCorpus/status', {});
      before = this.#heard;
      await sleep(350);
    }
  }

  /** Waits until the server has compared what it knows, once nothing changes; not for ever, since it may have nothing to compare. */
  async checked(): Promise<void> {
    const { checks } = this;
    for (let tries = 0; this.checks === checks && tries < 50; tries++) await sleep(100);
  }

  /** Waits until the server has heard of what changed on disk: it gathers that for a moment. */
  async settled(): Promise<void> {
    await sleep(60);
    await this.client.ask('noteCorpus/status', {});
  }

  uri = (path: string): string => URI.file(join(this.root, path)).toString();
  pathOf = (uri: string): string => URI.parse(uri).fsPath.slice(this.root.length + 1);
  onDisk = (path: string): string => readFileSync(join(this.root, path), 'utf8');
  isThere = (path: string): boolean => existsSync(join(this.root, path));

  show(path: string, text = this.onDisk(path)): void {
    if (this.open.has(path)) return;
    const document = TextDocument.create(this.uri(path), 'plaintext', 1, text);
    this.open.set(path, document);
    const { uri, languageId, version } = document;
    this.client.tell('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  close(path: string): void {
    if (this.open.delete(path)) this.client.tell('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Puts a text in the place of some characters of an open document. */
  type(path: string, start: number, length: number, text: string): void {
    const document = this.open.get(path)!;
    const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
    const version = document.version + 1;
    this.open.set(path, TextDocument.update(document, [{ range, text }], version));
    this.client.tell('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** Writes files, all of them before the server hears of any. */
  write(files: Iterable<readonly [path: string, text: string]>): void {
    const changes = [...files].map(([path, text]) => {
      const type = this.isThere(path) ? CHANGED : CREATED;
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
      return { uri: this.uri(path), type };
    });
    this.client.tell('workspace/didChangeWatchedFiles', { changes });
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, from), join(this.root, to));
    const changes = [
      { uri: this.uri(from), type: DELETED },
      { uri: this.uri(to), type: CREATED },
    ];
    this.client.tell('workspace/didChangeWatchedFiles', { changes });
  }

  remove(path: string): void {
    rmSync(join(this.root, path));
    this.client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type: DELETED }] });
  }

  /** Carries out an edit as an editor does: what is open changes there, the rest on disk. */
  apply(edit: Any): void {
    const files: [string, string][] = [];
    for (const { textDocument, edits } of edit?.documentChanges ?? []) {
      const path = this.pathOf(textDocument.uri);
      const document = this.open.get(path);
      const text = TextDocument.applyEdits(document ?? TextDocument.create('', '', 0, this.onDisk(path)), edits);
      if (document) this.type(path, 0, document.getText().length, text);
      else files.push([path, text]);
    }
    this.write(files);
  }
}
