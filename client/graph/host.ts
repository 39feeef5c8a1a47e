import { CancellationTokenSource, Disposable, type ExtensionContext, Uri, type Webview, workspace } from 'vscode';
import type { FromGraph, ToGraph } from '../../media/graph/messages.ts';
import { type GraphParams, type GraphResult, graphRequest } from '../../server/protocol.ts';
import type { ActiveDocument } from '../activeDocument.ts';
import { corpusOf, mayBeDocument } from '../documents.ts';
import { pageRoot, programPage } from '../programPage.ts';
import type { Session } from '../session/session.ts';
import { fromPage } from './fromPage.ts';
import { recall, type Stand, sameStand } from './stand.ts';

/** What a graph page needs around it; the sidebar view and the editor panel differ only in this. */
export interface Surroundings {
  readonly context: ExtensionContext;
  readonly session: Session;
  readonly editor: ActiveDocument;
  readonly webview: Webview;
  /** Under which name the stand is remembered in this workspace. */
  readonly memory: string;
  /** Whether the whole corpus is shown where no document is: a side bar is too small for it. */
  readonly showsAll: boolean;
  isVisible(): boolean;
  /** Opens a document that the reader has chosen in the graph. */
  open(uri: Uri, beside: boolean): void;
}

/** A graph page and the extension's side of the talk with it. */
export interface Graph extends Disposable {
  /** Stands on a node, by its id, of the corpus whose folder is `corpus`. */
  walk(corpus: string, id: string): void;
}

/** Starts the graph program in a webview, and answers it until it is disposed. */
export function hostGraph({
  context,
  session,
  editor,
  webview,
  memory,
  showsAll,
  isVisible,
  open,
}: Surroundings): Graph {
  let stand = recall(context.workspaceState, memory);
  /** What the page shows: the only thing its ids are looked up in. */
  let shown: GraphResult | undefined;
  /** The last message, to send none twice; empty when the page begins anew. */
  let sent = '';
  let asking: CancellationTokenSource | undefined;

  /** Folder of the corpus in which the graph stands, or of the first one. */
  const corpus = (): string | undefined =>
    (stand.uri && corpusOf(Uri.parse(stand.uri), session.status)?.folder) ||
    session.status.find(({ isCorpus }) => isCorpus)?.folder;

  function post(message: ToGraph): void {
    const text = JSON.stringify(message);
    if (text === sent) return;
    sent = text;
    void webview.postMessage(message);
  }

  function move(next: Stand): void {
    if (!sameStand(stand, next)) void context.workspaceState.update(memory, next);
    stand = next;
    void show();
  }

  /** Stands on the active document, where it is one of a corpus and the graph is not pinned; else stays. */
  function follow(): void {
    const { uri } = editor;
    const there = uri && mayBeDocument(uri) && corpusOf(uri, session.status);
    const { depth, pinned } = stand;
    if (pinned || !there) void show();
    else move({ uri: uri.toString(), pinned, ...(depth && { depth }) });
  }

  /** The corpus is different, or the page has begun anew: a walk is kept. */
  function look(): void {
    if (stand.focus === undefined) follow();
    else void show();
  }

  async function show(): Promise<void> {
    asking?.cancel();
    // A hidden page is gone, and says `ready` when it comes back.
    if (!isVisible()) return;
    const folder = corpus();
    if (!folder) {
      shown = undefined;
      return post({ type: 'empty', message: whyEmpty(session) });
    }
    const mine = new CancellationTokenSource();
    asking = mine;
    const { uri = folder, focus, pinned } = stand;
    const depth = stand.depth ?? workspace.getConfiguration('noteCorpus').get<number>('graph.depth', 1);
    // Where the remembered document is of no corpus any more, its whole first corpus is better than nothing.
    const known = corpusOf(Uri.parse(uri), session.status) !== undefined;
    const params: GraphParams = known ? { uri, depth, ...(focus !== undefined && { focus }) } : { uri: folder, depth };
    const graph = await session.ask<GraphResult>(graphRequest, params, mine.token);
    if (mine.token.isCancellationRequested) return;
    if (graph && focus !== undefined && graph.focus !== focus) {
      // No such node, or not any more: the reader is better off where the editor is.
      const { focus: _, ...rest } = stand;
      stand = rest;
      return follow();
    }
    if (graph) shown = graph;
    if (!graph && !shown)
      post({ type: 'empty', message: 'The graph could not be read. The log of Note Corpus says why.' });
    else if (graph && graph.focus === null && !showsAll)
      post({ type: 'empty', message: 'Open a document of the corpus to see what lies around it.' });
    else if (graph && graph.nodes.length === 0) post({ type: 'empty', message: 'This corpus has no documents yet.' });
    else if (graph) post({ type: 'show', graph, depth, pinned });
  }

  function walk(folder: string | undefined, id: string): void {
    if (folder) move({ ...stand, uri: folder, focus: id });
  }

  function hear(message: FromGraph): void {
    switch (message.type) {
      case 'ready':
        sent = '';
        look();
        break;
      case 'walk':
        // A step back in a walk is to a node that is not shown any more: whether there is one, the server knows.
        walk(corpus(), message.id);
        break;
      case 'open': {
        // The page names a node; which document that is, only our own last graph says.
        const uri = shown?.nodes.find(({ id }) => id === message.id)?.uri;
        if (uri) open(Uri.parse(uri), message.beside);
        break;
      }
      case 'depth':
        move({ ...stand, depth: message.depth });
        break;
      case 'pin':
        move({ ...stand, pinned: message.pinned });
        if (!message.pinned) follow();
        break;
    }
  }

  const listening = Disposable.from(
    webview.onDidReceiveMessage((value: unknown) => {
      const message = fromPage(value);
      if (message) hear(message);
    }),
    editor.onDidChange(follow),
    session.onDidChangeCorpus(look),
    session.onDidChangeState(() => {
      if (!session.active) void show();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('noteCorpus.graph.depth')) void show();
    }),
  );
  webview.options = { enableScripts: true, localResourceRoots: [pageRoot(context.extensionUri)] };
  webview.html = programPage(webview, context.extensionUri, 'graph', 'Graph');

  return {
    walk,
    dispose: () => {
      asking?.cancel();
      listening.dispose();
    },
  };
}

function whyEmpty(session: Session): string {
  if (session.failed) return 'Note Corpus has stopped working.';
  if (session.stopped) return 'The reading of the corpus was stopped. “Read the Corpus Again” begins anew.';
  return session.indexing ? 'Reading the corpus …' : 'No folder here is a corpus.';
}
