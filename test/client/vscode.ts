// What stands for the module `vscode` in tests of the client: as much of it as they need. It keeps what was done.
import { URI, Utils } from 'vscode-uri';

export const Uri = Object.assign(URI, { joinPath: Utils.joinPath });

/** What the client has done to the world, in words, in order. */
export const done: string[] = [];

/** How the world is; tests set it. */
export const world = {
  isTrusted: true,
  folders: ['file:///notes'],
  hasTexts: true,
  /** Of what lies at a uri: 1 a file, 2 a folder, 64 a link. Nothing is there that is not here. */
  types: new Map<string, number>(),
};

type Listener = (...args: unknown[]) => unknown;

export class Disposable {
  readonly #dispose: () => void;
  constructor(dispose: () => void = () => {}) {
    this.#dispose = dispose;
  }
  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => all.forEach((each) => void each?.dispose()));
  }
  dispose(): void {
    this.#dispose();
  }
}

export class EventEmitter {
  readonly #listeners = new Set<Listener>();
  readonly event = (listener: Listener): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => void this.#listeners.delete(listener));
  };
  fire(value: unknown): void {
    for (const each of this.#listeners) each(value);
  }
  dispose(): void {}
}

/** A page of ours, whose messages are those that `heard` fires. */
export const webviewHearing = (heard: EventEmitter) => ({
  onDidReceiveMessage: heard.event,
  postMessage: async () => true,
  asWebviewUri: (uri: object) => uri,
  cspSource: 'https://page.invalid',
  options: undefined as unknown,
  html: '',
});

const never = (): Disposable => new Disposable();

export class MarkdownString {
  value: string;
  isTrusted: unknown;
  supportHtml = false;
  supportThemeIcons = false;
  constructor(value = '') {
    this.value = value;
  }
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
}

export class CancellationTokenSource {
  readonly token = { isCancellationRequested: false, onCancellationRequested: never };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {}
}

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    [this.line, this.character] = [line, character];
  }
}
export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...at: [Position, Position] | [number, number, number, number]) {
    [this.start, this.end] =
      at.length === 2 ? at : [new Position(at[0], at[1] as number), new Position(at[2] as number, at[3] as number)];
  }
}
export class Selection extends Range {}
export const CodeActionKind = { QuickFix: 'quickfix' };

export class CodeAction {
  title: string;
  kind: unknown;
  command?: unknown;
  disabled?: { reason: string };
  constructor(title: string, kind?: unknown) {
    [this.title, this.kind] = [title, kind];
  }
}
export class TreeItem {
  label: unknown;
  constructor(label: unknown) {
    this.label = label;
  }
}
export class ThemeIcon {}
export class ThemeColor {}
export class DataTransferItem {}
export class Location {}
export class SnippetString {}
export class TabInputText {}
export class TabInputWebview {}
export class RelativePattern {}
export class DocumentDropEdit {}
export class DocumentPasteEdit {}
export class FileSystemError extends Error {}
export class WorkspaceEdit {
  readonly steps: string[] = [];
  createFile(uri: unknown): void {
    this.steps.push(`create ${uri}`);
  }
  deleteFile(uri: unknown): void {
    this.steps.push(`delete ${uri}`);
  }
  renameFile(from: unknown, to: unknown): void {
    this.steps.push(`move ${from} to ${to}`);
  }
  replace(uri: unknown): void {
    this.steps.push(`change ${uri}`);
  }
}

const textKind = { append: () => textKind };
export const DocumentDropOrPasteEditKind = { Text: textKind };
export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const LogLevel = { Trace: 1, Info: 3 };
export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
export const ViewColumn = { Active: -1, Beside: -2 };
export const StatusBarAlignment = { Left: 1, Right: 2 };
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
export const QuickPickItemKind = { Separator: -1, Default: 0 };
export const ProgressLocation = { Window: 10, Notification: 15 };
export const TextEditorRevealType = { InCenterIfOutsideViewport: 2 };

const registered = new Map<string, Listener>();
export const isRegistered = (name: string): boolean => registered.has(name);

export const commands = {
  registerCommand: (name: string, act: Listener): Disposable => {
    if (registered.has(name)) throw new Error(`command '${name}' already exists`);
    registered.set(name, act);
    return new Disposable(() => void registered.delete(name));
  },
  executeCommand: async (name: string, ...args: unknown[]): Promise<unknown> => {
    const own = registered.get(name);
    if (own) return own(...args);
    done.push([name, ...args.map(inWords)].join(' '));
    return undefined;
  },
};

const inWords = (value: unknown): string => (value instanceof URI ? value.toString() : JSON.stringify(value));

const popsUp =
  (how: string) =>
  async (message: string): Promise<undefined> =>
    void done.push(`${how}: ${message}`);

interface Tree {
  getTreeItem(row: unknown): { id?: string; label: unknown; tooltip?: unknown; contextValue?: string };
  getChildren(row?: unknown): Promise<unknown[]>;
  onDidChangeTreeData(listener: () => void): Disposable;
}

/** What the trees show that were opened. */
export const trees = new Map<string, Tree>();

const statusBarItem = { show: () => {}, hide: () => {}, dispose: () => {} };

export const window = {
  showInformationMessage: popsUp('information'),
  showWarningMessage: popsUp('warning'),
  showErrorMessage: popsUp('error'),
  showTextDocument: async (uri: unknown) => void done.push(`show ${uri}`),
  showInputBox: async () => void done.push('asks for a text'),
  showQuickPick: async () => void done.push('asks to pick'),
  showSaveDialog: async () => void done.push('asks where to save'),
  createQuickPick: () => void done.push('asks to pick'),
  createStatusBarItem: () => statusBarItem,
  registerWebviewPanelSerializer: never,
  registerWebviewViewProvider: never,
  createTreeView: (id: string, { treeDataProvider }: { treeDataProvider: Tree }) => {
    trees.set(id, treeDataProvider);
    return { visible: true, onDidChangeVisibility: never, onDidChangeSelection: never, dispose: () => {} };
  },
  onDidChangeTextEditorSelection: never,
  onDidChangeActiveTextEditor: never,
  tabGroups: { all: [], onDidChangeTabs: never },
  visibleTextEditors: [],
};

const folders = (): { uri: URI; name: string; index: number }[] =>
  world.folders.map((each, index) => ({ uri: URI.parse(each), name: each, index }));

export const workspace = {
  get isTrusted(): boolean {
    return world.isTrusted;
  },
  get workspaceFolders() {
    return folders();
  },
  /** By beginnings, as VS Code's own. */
  getWorkspaceFolder: (uri: URI) =>
    folders().find(
      (each) =>
        each.uri.scheme === uri.scheme && (uri.path === each.uri.path || uri.path.startsWith(`${each.uri.path}/`)),
    ),
  asRelativePath: (uri: URI) => uri.path.split('/').at(-1)!,
  applyEdit: async ({ steps }: WorkspaceEdit) => {
    done.push(...steps);
    return true;
  },
  getConfiguration: () => ({
    get: (_: string, initial: unknown) => initial,
    inspect: () => undefined,
    update: async (name: string) => void done.push(`set ${name}`),
  }),
  openTextDocument: async (uri: URI) => {
    done.push(`open ${uri}`);
    throw new Error('it is not there');
  },
  fs: {
    stat: async (uri: URI) => {
      const type = world.types.get(uri.toString());
      if (type === undefined) throw new FileSystemError('it is not there');
      return { type, size: 0 };
    },
    writeFile: async (uri: URI) => void done.push(`write ${uri}`),
    delete: async (uri: URI) => void done.push(`delete ${uri}`),
    copy: async (_: URI, uri: URI) => void done.push(`write ${uri}`),
    createDirectory: async (uri: URI) => void done.push(`write ${uri}`),
    readFile: async () => new Uint8Array(),
    readDirectory: async () => [],
  },
  textDocuments: [],
  findFiles: async () => (world.hasTexts ? [URI.parse('file:///notes/mud.md')] : []),
  createFileSystemWatcher: () => ({
    ...{ onDidCreate: never, onDidChange: never, onDidDelete: never, dispose: () => {} },
  }),
  onDidSaveTextDocument: never,
  onDidChangeConfiguration: never,
  onDidChangeTextDocument: never,
  onDidChangeWorkspaceFolders: never,
};

export const languages = {
  registerDocumentPasteEditProvider: never,
  registerDocumentDropEditProvider: never,
};

export const env = {
  clipboard: { writeText: async (text: string): Promise<void> => void done.push(`copy ${text.length}`) },
};
