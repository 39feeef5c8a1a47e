import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Folder } from '../host/ports.ts';
import * as protocol from '../protocol.ts';
import { guard, guardNotification, type Log } from './guard.ts';
import * as handlers from './handlers.ts';
import * as panels from './panels.ts';
import { Session } from './session.ts';

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
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Serves one client over a connection. `folderOf` opens the files of a workspace folder by its uri. */
export function serve(connection: Connection, folderOf: (uri: string) => Folder, version: string): void {
  const log: Log = {
    error: (message) => connection.console.error(message),
    info: (message) => connection.console.info(message),
  };
  const session = new Session(connection, folderOf, log);
  let client: InitializeParams | undefined;

  connection.onInitialize((params): InitializeResult => {
    client = params;
    return { capabilities: CAPABILITIES, serverInfo: { name: 'note-corpus', version } };
  });
  connection.onInitialized(() => {
    const { workspace, window } = client!.capabilities;
    session.start(client!.workspaceFolders ?? rootFolder(client!), {
      configuration: workspace?.configuration === true,
      progress: window?.workDoneProgress === true,
    });
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'noteCorpus' });
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
    }
    if (workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => session.changeFolders(added, removed));
    }
  });
  connection.onDidChangeConfiguration(guardNotification(log, 'didChangeConfiguration', () => session.restart()));
  connection.onDidChangeWatchedFiles(
    guardNotification(log, 'didChangeWatchedFiles', ({ changes }) => session.filesChanged(changes.map(({ uri }) => uri))),
  );

  const asked = <P, R>(name: string, handler: (session: Session, params: P) => R) =>
    guard<P, R>(log, name, session.ready, (params) => handler(session, params));
  connection.onDefinition((params, token) => {
    const links = client?.capabilities.textDocument?.definition?.linkSupport === true;
    return links
      ? asked('definition', handlers.definition)(params, token)
      : asked('definition', handlers.definitionAsLocations)(params, token);
  });
  connection.onReferences(asked('references', handlers.references));
  connection.onHover(asked('hover', handlers.hover));
  connection.onDocumentHighlight(asked('documentHighlight', handlers.documentHighlights));
  connection.onDocumentLinks(asked('documentLink', handlers.documentLinks));
  connection.onDocumentSymbol(asked('documentSymbol', handlers.documentSymbols));
  connection.onWorkspaceSymbol(asked('workspaceSymbol', handlers.workspaceSymbols));
  connection.onRequest(protocol.backlinksRequest, asked('backlinks', panels.backlinks));
  connection.onRequest(protocol.missingNotesRequest, asked('missingNotes', panels.missingNotes));
  connection.onRequest(protocol.missingPlacesRequest, asked('missingPlaces', panels.missingPlaces));
  connection.onRequest(protocol.graphRequest, asked('graph', panels.graph));
  connection.onRequest(protocol.statusRequest, asked('status', () => session.status));

  session.documents.listen(connection);
  connection.listen();
}

/** Clients from before workspace folders give one root. */
function rootFolder({ rootUri }: InitializeParams): { uri: string; name: string }[] {
  return rootUri ? [{ uri: rootUri, name: rootUri }] : [];
}
