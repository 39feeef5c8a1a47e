import {
  type ClientCapabilities,
  type CodeLens,
  type Connection,
  type DefinitionLink,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type InitializeParams,
  type InitializeResult,
  type Location,
  PositionEncodingKind,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import * as protocol from '../protocol.ts';
import { guard, guardNotification, type Log, logTo, type Send } from './guard.ts';
import * as handlers from './handlers.ts';
import * as panels from './panels.ts';
import type { Folder } from './ports.ts';
import * as provenance from './provenance.ts';
import { refreshing } from './refreshing.ts';
import { Session } from './session.ts';
import * as uses from './uses.ts';

const CAPABILITIES: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: TextDocumentSyncKind.Incremental,
  definitionProvider: true,
  referencesProvider: true,
  hoverProvider: true,
  documentLinkProvider: { resolveProvider: false },
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: { resolveProvider: true },
  callHierarchyProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Serves one client over a connection. `folderOf` opens the files of a workspace folder by its uri, with a place for caches. */
export function serve(
  connection: Connection,
  folderOf: (uri: string, cache: string | undefined) => Folder,
  version: string,
): void {
  const log = logTo(connection.console);
  let cache: string | undefined;
  const session = new Session(connection, (uri) => folderOf(uri, cache), log);
  let client: ClientCapabilities = {};
  let commands = false;
  let folders: readonly string[] = [];

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    folders = foldersOf(params);
    cache = cacheIn(params.initializationOptions);
    commands = commandsIn(params.initializationOptions);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'note-corpus', version } };
  });
  connection.onInitialized(() => {
    session.start(folders, client.workspace?.configuration === true);
    listenForChanges(connection, session, client, log);
  });
  connection.onShutdown(() => session.keep());
  session.announced = refreshing(connection, () => client, log);
  answerRequests(connection, session, () => ({ capabilities: client, commands }), log);

  session.documents.listen(connection);
  connection.listen();
}

/** Where the client wants caches to be: absolute path of a folder. */
function cacheIn(options: unknown): string | undefined {
  const cache = (options as Partial<protocol.InitializationOptions> | null | undefined)?.cache;
  return typeof cache === 'string' && cache !== '' ? cache : undefined;
}

/** Whether the client has the commands that answers name. */
function commandsIn(options: unknown): boolean {
  return (options as Partial<protocol.InitializationOptions> | null | undefined)?.commands === true;
}

/** What there is to know of the client when it asks. */
interface Client {
  readonly capabilities: ClientCapabilities;
  readonly commands: boolean;
}

/** Clients from before workspace folders give one root. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

function listenForChanges(connection: Connection, session: Session, { workspace }: ClientCapabilities, log: Log): void {
  const settingsChanged = guardNotification(log, 'didChangeConfiguration', () => session.settingsChanged());
  const filesChanged = guardNotification(log, 'didChangeWatchedFiles', ({ changes }: DidChangeWatchedFilesParams) =>
    session.filesChanged(changes.map(({ uri }) => uri)),
  );
  const foldersChanged = guardNotification(
    log,
    'didChangeWorkspaceFolders',
    ({ added, removed }: WorkspaceFoldersChangeEvent) => session.changeFolders(added.map(uriOf), removed.map(uriOf)),
  );
  connection.onDidChangeConfiguration(settingsChanged);
  connection.onDidChangeWatchedFiles(filesChanged);
  if (workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'noteCorpus' }).catch(log.failed);
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const everything = { watchers: [{ globPattern: '**/*' }] };
    connection.client.register(DidChangeWatchedFilesNotification.type, everything).catch(log.failed);
  }
}

const uriOf = ({ uri }: WorkspaceFolder): string => uri;

function answerRequests(connection: Connection, session: Session, client: () => Client, log: Log): void {
  const versionIn = (params: unknown): number | undefined => {
    const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } };
    return textDocument?.uri === undefined ? undefined : session.documents.get(textDocument.uri)?.version;
  };
  const circumstances = { log, ready: session.ready, versionIn };
  const asked = <P, R>(
    name: string,
    handler: (session: Session, params: P, send?: Send) => R | Promise<R>,
    early?: (params: P) => Promise<R | undefined>,
  ) => guard<P, R>(circumstances, name, (params, send) => handler(session, params, send), early);
  const inItsForm = <T extends null | undefined>(links: DefinitionLink[] | T): DefinitionLink[] | Location[] | T =>
    links && client().capabilities.textDocument?.definition?.linkSupport !== true ? handlers.asLocations(links) : links;

  connection.onDefinition(
    asked(
      'definition',
      (session, params: TextDocumentPositionParams) => inItsForm(handlers.definition(session, params)),
      async (params) => inItsForm(await handlers.earlyDefinition(session, params)),
    ),
  );
  connection.onReferences(asked('references', handlers.references));
  connection.onHover(asked('hover', handlers.hover));
  connection.onDocumentHighlight(asked('documentHighlight', handlers.documentHighlights));
  connection.onDocumentLinks(asked('documentLink', handlers.documentLinks));
  connection.onDocumentSymbol(asked('documentSymbol', handlers.documentSymbols));
  connection.onWorkspaceSymbol(asked('workspaceSymbol', handlers.workspaceSymbols));
  connection.onCodeLens(asked('codeLens', uses.codeLenses));
  connection.onCodeLensResolve(
    asked('codeLens/resolve', (session, lens: CodeLens) => uses.resolveCodeLens(session, lens, client().commands)),
  );
  connection.languages.inlayHint.on(asked('inlayHint', uses.inlayHints));
  connection.languages.inlayHint.resolve(asked('inlayHint/resolve', uses.resolveInlayHint));
  connection.languages.callHierarchy.onPrepare(asked('prepareCallHierarchy', provenance.prepareCallHierarchy));
  connection.languages.callHierarchy.onIncomingCalls(asked('incomingCalls', provenance.incomingCalls));
  connection.languages.callHierarchy.onOutgoingCalls(asked('outgoingCalls', provenance.outgoingCalls));
  connection.onRequest(protocol.backlinksRequest, asked('backlinks', panels.backlinks));
  connection.onRequest(protocol.missingNotesRequest, asked('missingNotes', panels.missingNotes));
  connection.onRequest(protocol.missingPlacesRequest, asked('missingPlaces', panels.missingPlaces));
  connection.onRequest(protocol.graphRequest, asked('graph', panels.graph));
  connection.onRequest(
    protocol.statusRequest,
    asked('status', () => session.status),
  );
}
