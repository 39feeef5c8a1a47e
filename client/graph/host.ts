import { Disposable, type ExtensionContext, Uri, type Webview, workspace } from 'vscode';
import type { Arrangement, FromGraph, ToGraph } from '../../media/graph/messages.ts';
import type { GraphFilter } from '../../server/protocol.ts';
import type { ActiveDocument } from '../activeDocument.ts';
import { corpusOf, mayBeDocument } from '../documents.ts';
import { pageRoot, programPage } from '../programPage.ts';
import type { Session } from '../session/session.ts';
import { whyEmpty } from '../session/whyEmpty.ts';
import { fromPage, readState } from './fromPage.ts';
import { createKnown } from './known.ts';
import type { NamedViews } from './namedViews.ts';
import { askNeighbourhood } from './neighbourhood.ts';
import { doWith, keepPicture, type NodeDeed } from './nodeDeeds.ts';
import { answerQuestions } from './questions.ts';
import { focusOf, recall, type Stand, sameStand } from './stand.ts';
import { followWholeCorpus } from './wholeCorpus.ts';

/** What a graph page needs around it; the sidebar view and the editor panel differ only in this. */
export interface Surroundings {
  readonly context: ExtensionContext;
  readonly session: Session;
  readonly editor: ActiveDocument;
  readonly views: NamedViews;
  readonly webview: Webview;
  /** Under which name the stand is remembered in this workspace. */
  readonly memory: string;
  /** Whether the whole corpus is shown, as a map, too: a side bar is too small for it. */
  readonly hasMap: boolean;
  isVisible(): boolean;
  /** Opens a document that the reader has chosen in the graph. */
  open(uri: Uri, beside: boolean): void;
  /** Shows a node of the corpus whose folder is `corpus` in the full graph; without one, whatever that shows. */
  full(corpus: string | undefined, id: string | null): void;
}

/** A graph page and the extension's side of the talk with it. */
export interface Graph extends Disposable {
  /** Stands on a node, by its id, of the corpus whose folder is `corpus`. */
  walk(corpus: string, id: string): void;
}

/** After the reader went to another document, in milliseconds: what the trees say of it is read before a picture is looked at. */
const followPause = 100;

/** Between two questions for the whole corpus while it changes, in milliseconds. */
const pause = 300;

/** Starts the graph program in a webview, and answers it until it is disposed. */
export function hostGraph(surroundings: Surroundings): Graph {
  const { context, session, editor, views, webview, memory, hasMap } = surroundings;
  let stand = recall(context.workspaceState, memory);
  let following: ReturnType<typeof setTimeout> | undefined;
  /** What the page asked for with `draw`; nothing until it did. */
  let drawing: { readonly arrangement: Arrangement; readonly filter: GraphFilter } | undefined;
  const known = createKnown();
  /** The last picture, to send none twice; empty when the page begins anew. */
  let sent = '';

  /** Whether the page has something to show, and not only words. */
  let hasPicture = false;

  /** Folder of the corpus in which the graph stands, or of the first one. */
  const corpus = (): string | undefined =>
    (stand.uri && corpusOf(Uri.parse(stand.uri), session.status)?.folder) ||
    session.status.find(({ isCorpus }) => isCorpus)?.folder;

  const post = (message: ToGraph): void => void webview.postMessage(message);
  const postOnce = (message: ToGraph): void => {
    const text = JSON.stringify(message);
    if (text === sent) return;
    sent = text;
    post(message);
  };

  const isMapShown = (): boolean => drawing?.arrangement === 'map';
  const whole = followWholeCorpus(session, {
    wanted: () => (surroundings.isVisible() && isMapShown() ? corpus() : undefined),
    told: (atlas, folder) => {
      sent = '';
      if (!atlas) return postOnce({ type: 'empty', message: atlas === null ? whyEmpty(session) : unreadable });
      known.take(atlas, folder);
      hasPicture = true;
      post({ type: 'atlas', atlas, focus: focusOf(stand, folder), pinned: stand.pinned });
    },
  });
  const near = askNeighbourhood(session, {
    told: (graph, depth) => {
      known.show(graph);
      hasPicture = true;
      postOnce({ type: 'show', graph, depth, pinned: stand.pinned });
    },
    empty: (message) => postOnce({ type: 'empty', message }),
    lost: () => {
      // No such node, or not any more: the reader is better off where the editor is.
      const { focus: _, ...rest } = stand;
      stand = rest;
      follow();
    },
  });
  const questions = answerQuestions(session, { corpus, post, learn: known.add });

  function move(next: Stand): void {
    const isSame = sameStand(stand, next);
    if (!isSame) void context.workspaceState.update(memory, next);
    const before = corpus();
    stand = next;
    if (!isMapShown() || corpus() !== before) show();
    else if (!isSame) post({ type: 'stand', focus: focusOf(stand, before), pinned: stand.pinned });
  }

  /** Where the active document is, if it is one of a corpus and the graph is not pinned. */
  function editorsStand(): Stand | undefined {
    const { uri } = editor;
    const { depth, pinned } = stand;
    const there = !pinned && uri && mayBeDocument(uri) && corpusOf(uri, session.status);
    return there ? { uri: uri.toString(), pinned, ...(depth && { depth }) } : undefined;
  }

  /** Stands there, or stays. */
  function follow(): void {
    const there = editorsStand();
    if (there) move(there);
    else if (!isMapShown()) show();
  }

  /** The corpus is different: a walk is kept. */
  function look(): void {
    if (isMapShown()) whole.look(pause);
    else if (stand.focus === undefined) follow();
    else show();
  }

  /** Asks for what the page wants drawn. A hidden page is gone, and says `ready` when it comes back. */
  function show(): void {
    near.stop();
    if (!surroundings.isVisible() || !drawing) return;
    const folder = corpus();
    if (!folder) {
      // There is one again in a moment.
      if (session.recovering && hasPicture) return;
      hasPicture = false;
      known.clear();
      postOnce({ type: 'empty', message: whyEmpty(session) });
      return;
    }
    if (isMapShown()) {
      whole.look();
      return;
    }
    // Where the remembered document is of no corpus any more, its whole first corpus is better than nothing.
    const isKnown = stand.uri !== undefined && corpusOf(Uri.parse(stand.uri), session.status) !== undefined;
    near.ask(isKnown ? stand : { pinned: stand.pinned }, folder, drawing.filter, hasMap);
  }

  function hear(message: FromGraph): void {
    const folder = corpus();
    switch (message.type) {
      case 'ready':
        sent = '';
        hasPicture = false;
        drawing = undefined;
        post({
          type: 'remembered',
          state: context.workspaceState.get(`${memory}.page`) ?? null,
          views: views.all(),
          map: hasMap,
        });
        break;
      case 'draw': {
        const isFirst = drawing === undefined;
        const wasMap = isMapShown();
        const { arrangement, filter, since } = message;
        drawing = { arrangement: hasMap || arrangement !== 'map' ? arrangement : 'around', filter };
        whole.pageHas(since);
        // The neighbourhood that was sent is drawn still, in whichever arrangement.
        if (wasMap || isMapShown()) sent = '';
        if (isFirst && stand.focus === undefined) stand = editorsStand() ?? stand;
        // It has a map already, and may have walked elsewhere since it last showed it.
        if (isMapShown() && since !== undefined)
          post({ type: 'stand', focus: focusOf(stand, folder), pinned: stand.pinned });
        show();
        break;
      }
      case 'walk':
        // A step back in a walk is to a node that is not shown any more: whether there is one, the server knows.
        if (folder) move({ ...stand, uri: folder, focus: message.id });
        break;
      case 'depth':
        move({ ...stand, depth: message.depth });
        break;
      case 'pin':
        move({ ...stand, pinned: message.pinned });
        if (!message.pinned) follow();
        break;
      case 'full':
        surroundings.full(folder, message.id);
        break;
      case 'remember':
        void context.workspaceState.update(`${memory}.page`, readState(message.state));
        break;
      case 'saveView':
        void views.save(message.state);
        break;
      case 'forgetView':
        void views.forget(message.name);
        break;
      case 'export':
        void keepPicture(message.format, message.data, folder).then(say);
        break;
      case 'details':
      case 'sentences':
      case 'find':
      case 'expand':
        void questions.answer(message, drawing?.filter ?? {});
        break;
      default:
        act(message, folder);
    }
  }

  /** The page names a node; which document that is, only what we told it says. */
  function act(message: NodeDeed, folder: string | undefined): void {
    const node = known.find(message.id);
    if (!node || !folder) return;
    if (message.type !== 'open') void doWith(message.type, node, folder, session, editor).then(say);
    else if (node.uri) surroundings.open(Uri.parse(node.uri), message.beside);
  }

  function say(message: string | undefined): void {
    if (message !== undefined) post({ type: 'said', message });
  }

  const listening = Disposable.from(
    webview.onDidReceiveMessage((value: unknown) => {
      const message = fromPage(value);
      if (message) hear(message);
    }),
    editor.onDidChange(() => {
      clearTimeout(following);
      following = setTimeout(follow, followPause);
    }),
    { dispose: () => clearTimeout(following) },
    session.onDidChangeCorpus(look),
    session.onDidChangeState(() => {
      if (session.active) return;
      // A server that starts anew counts anew.
      whole.pageHas(undefined);
      show();
    }),
    views.onDidChange(() => post({ type: 'views', views: views.all() })),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('noteCorpus.graph.depth')) show();
    }),
    whole,
    near,
  );
  webview.options = { enableScripts: true, localResourceRoots: [pageRoot(context.extensionUri)] };
  webview.html = programPage(webview, context.extensionUri, 'graph', 'Graph', { pictures: true });

  return {
    walk: (folder, id) => move({ ...stand, uri: folder, focus: id }),
    dispose: () => listening.dispose(),
  };
}

const unreadable = 'The graph could not be read. The log of Note Corpus says why.';
