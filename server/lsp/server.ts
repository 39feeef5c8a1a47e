import {
  type ClientCapabilities,
  type CompletionParams,
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
  type TextDocumentWillSaveEvent,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import * as protocol from '../protocol.ts';
import { APPEARANCE, answerAppearance } from './appearance.ts';
import type { Handler } from './asked.ts';
import { atlas } from './atlas/atlas.ts';
import { resolveCodeAction } from './codeActionResolve.ts';
import { ACTION_KINDS, actionAbilities, codeActions } from './codeActions.ts';
import { completion, resolveCompletion, TRIGGERS } from './completion.ts';
import { convert } from './convert.ts';
import { details, sentences } from './graphDetails.ts';
import { guard, guardNotification, type Log, logTo } from './guard.ts';
import * as handlers from './handlers.ts';
import { listsBeforeSaving, updatedLists } from './lists.ts';
import { answerPanels } from './panels.ts';
import { checkAlways } from './paranoid.ts';
import type { Folder } from './ports.ts';
import * as prompt from './prompt.ts';
import * as provenance from './provenance.ts';
import { refreshUses } from './refreshUses.ts';
import { answerRelations } from './relations.ts';
import * as rename from './rename.ts';
import { renewInTime } from './renew.ts';
import { report } from './report.ts';
import { Session } from './session.ts';
import { type StartOptions, startOptions, urisIn } from './startOptions.ts';
import { stats } from './stats.ts';
import { sweeper } from './sweep.ts';
import * as uses from './uses.ts';
import { workingOn } from './working.ts';
import * as writing from './writing.ts';

const CAPABILITIES: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, willSaveWaitUntil: true },
  definitionProvider: true,
  referencesProvider: true,
  hoverProvider: true,
  documentLinkProvider: { resolveProvider: false },
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true },
  codeActionProvider: { codeActionKinds: Object.values(ACTION_KINDS), resolveProvider: true },
  ...APPEARANCE,
  renameProvider: { prepareProvider: true },
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: { resolveProvider: true },
  callHierarchyProvider: true,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
  },
};

/** Serves one client over a connection. `folderOf` opens the files of a workspace folder by its uri, with a place for caches. */
export function serve(
  connection: Connection,
  folderOf: (uri: string, options: StartOptions) => Folder,
  version: string,
  beginTrail: (file: string) => void = () => {},
): void {
  const log = logTo(connection.console);
  let options: StartOptions = {};
  const session = new Session(connection, (uri) => folderOf(uri, options), log);
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    session.actions = actionAbilities(client);
    folders = foldersOf(params);
    options = startOptions(params.initializationOptions);
    session.commands = options.commands === true;
    session.leaveOut(options.leaveOut ?? []);
    if (options.trail !== undefined) beginTrail(options.trail);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'note-corpus', version } };
  });
  connection.onInitialized(() => {
    session.start(folders, client.workspace?.configuration === true);
    listenForChanges(connection, session, client, log);
  });
  connection.onShutdown(() => session.keep());
  refreshUses(connection, session, () => client, log);
  checkAlways(connection, session, log);
  renewInTime(session, log);
  answerRequests(connection, session, () => client, log);
  connection.onRequest(protocol.pulseRequest, () => null);

  session.documents.listen(connection);
  connection.listen();
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
  connection.onNotification(
    protocol.leaveOutNotification,
    guardNotification(log, 'leaveOut', (params: unknown) => session.leaveOut(urisIn(params))),
  );
  connection.onNotification(protocol.lookAgainNotification, guardNotification(log, 'lookAgain', sweeper(session, log)));
  connection.onDidChangeConfiguration(settingsChanged);
  connection.onDidChangeWatchedFiles(filesChanged);
  if (workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'noteCorpus' }).catch(log.failed);
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    session.watched = true;
    const everything = { watchers: [{ globPattern: '**/*' }] };
    connection.client.register(DidChangeWatchedFilesNotification.type, everything).catch(log.failed);
  }
}

const uriOf = ({ uri }: WorkspaceFolder): string => uri;

function answerRequests(connection: Connection, session: Session, client: () => ClientCapabilities, log: Log): void {
  const versionIn = (params: unknown): number | undefined => {
    const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } };
    return textDocument?.uri === undefined ? undefined : session.documents.get(textDocument.uri)?.version;
  };
  const circumstances = {
    log,
    ready: session.ready,
    versionIn,
    working: (params: unknown) => workingOn(session, params),
  };
  const asked = <P, R>(name: string, handler: Handler<P, R>, early?: (params: P) => Promise<R | undefined>) =>
    guard<P, R>(circumstances, name, (params, send, isWanted) => handler(session, params, send, isWanted), early);
  const inItsForm = <T extends null | undefined>(links: DefinitionLink[] | T): DefinitionLink[] | Location[] | T =>
    links && client().textDocument?.definition?.linkSupport !== true ? handlers.asLocations(links) : links;

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
  connection.onCodeAction(asked('codeAction', codeActions));
  connection.onCodeActionResolve(asked('codeAction/resolve', resolveCodeAction));
  connection.onWorkspaceSymbol(asked('workspaceSymbol', handlers.workspaceSymbols));
  connection.onCodeLens(asked('codeLens', uses.codeLenses));
  connection.onCodeLensResolve(asked('codeLens/resolve', uses.resolveCodeLens));
  connection.languages.inlayHint.on(asked('inlayHint', uses.inlayHints));
  connection.languages.inlayHint.resolve(asked('inlayHint/resolve', uses.resolveInlayHint));
  connection.languages.callHierarchy.onPrepare(asked('prepareCallHierarchy', provenance.prepareCallHierarchy));
  connection.languages.callHierarchy.onIncomingCalls(asked('incomingCalls', provenance.incomingCalls));
  connection.languages.callHierarchy.onOutgoingCalls(asked('outgoingCalls', provenance.outgoingCalls));
  // While letters are typed the editor waits for the answer to an earlier one, and asks again only if that had something in it.
  const whateverVersion = { ...circumstances, versionIn: () => undefined };
  connection.onCompletion(
    guard(whateverVersion, 'completion', (params: CompletionParams) => completion(session, params)),
  );
  connection.onCompletionResolve(asked('completionItem/resolve', resolveCompletion));
  answerAppearance(connection, session, asked, client, log);
  connection.onPrepareRename(asked('prepareRename', rename.prepareRename));
  connection.onRenameRequest(asked('rename', rename.rename));
  // Named where the library's own registration would take no error for an answer.
  const answered = (method: string, handler: Handler<never, unknown>): void =>
    void connection.onRequest(method, asked<never, unknown>(method.replace(/^.*\//, ''), handler));
  answered('workspace/willRenameFiles', rename.willRenameFiles);
  answered(protocol.renameRequest, rename.provenRename);
  answered(protocol.moveFilesRequest, rename.provenMove);
  answered(protocol.atlasRequest, atlas);
  answered(protocol.detailsRequest, details);
  answered(protocol.sentencesRequest, sentences);
  answerPanels(answered);
  answered(protocol.statusRequest, () => session.status);
  answered(protocol.reportRequest, report);
  answered(protocol.newNoteRequest, writing.newNote);
  answered(protocol.newInquiryRequest, writing.newInquiry);
  answered(protocol.findTitlesRequest, writing.findTitles);
  answered(protocol.linkToRequest, writing.linkTo);
  answered(protocol.promptRequest, prompt.prompt);
  answered(protocol.writePromptRequest, prompt.writePrompt);
  answered(protocol.statsRequest, stats);
  answerRelations(answered);
  answered(protocol.updateListsRequest, updatedLists);
  session.documents.onWillSaveWaitUntil(
    asked('willSave', (session, { document }: TextDocumentWillSaveEvent<{ uri: string }>) =>
      listsBeforeSaving(session, document.uri),
    ),
  );
  answered(protocol.convertRequest, convert);
}
