/**
 * Answers the graph page as the extension would, from what is written into the page.
 */
import type { GraphFilter, GraphNode, GraphPage } from '../../server/protocol.ts';
import { dress } from './alone/dress.ts';
import { copy, download, openDocument } from './alone/hand.ts';
import { openMemory, standingIn, withView } from './alone/memory.ts';
import { onlyOwn } from './alone/onlyOwn.ts';
import { readPage, type Written } from './alone/read.ts';
import { detailsOf, sentencesOf } from './alone/say.ts';
import { around, graphNode } from './map/nearby.ts';
import { inSlices, type Work } from './map/slices.ts';
import type { Arrangement, FromGraph, ToGraph } from './messages.ts';
import { createSearch, type Search } from './search.ts';
import { mostHits } from './searchBox.ts';

/** So many nodes are drawn around one. */
const most = 200;
/** All nodes at once are a picture only where they are few: a larger corpus is entered at its most used document. */
const few = 30;

const page: GraphPage = JSON.parse(document.querySelector('#data')!.textContent);
const memory = openMemory(page.corpus);
/** There before anything is answered. */
let written: Written;
let search: Search<GraphNode>;

let focus = page.focus;
let depth = page.depth;
let pinned = false;
let arrangement: Arrangement = 'around';
let filter: GraphFilter = {};

type Of<T, Each = FromGraph> = Each extends { readonly type: infer U } ? (T extends U ? Each : never) : never;

const tell = (message: ToGraph): void => window.postMessage(message, '*');
const say = (message: string): void => tell({ type: 'said', message });

/** Draws the neighbourhood anew; the map is told where one stands. */
function show(): void {
  const { whole, left, relations } = written;
  if (arrangement === 'map' && whole.count > 0) {
    tell({ type: 'stand', focus, pinned });
    return;
  }
  const centre = focus ?? (whole.count > few ? whole.nodes.ids[left.most[0]!]! : null);
  const graph = around(whole, centre, depth, most, filter, relations);
  if (graph.nodes.length > 0) tell({ type: 'show', graph, depth, pinned });
  else tell({ type: 'empty', message: 'There are no documents in this graph.' });
}

function draw(message: Extract<FromGraph, { type: 'draw' }>): void {
  ({ arrangement, filter } = message);
  const isNew = message.since !== page.atlas.number && written.whole.count > 0;
  if (arrangement === 'map' && isNew) tell({ type: 'atlas', atlas: page.atlas, focus, pinned });
  else show();
}

const answers: { readonly [T in FromGraph['type']]: (message: Of<T>) => void } = {
  ready: begin,
  draw,
  walk: ({ id }) => {
    if (!nodeAt(id)) return;
    focus = id;
    show();
  },
  depth: (message) => {
    depth = message.depth;
    if (arrangement !== 'map') show();
  },
  pin: (message) => {
    pinned = message.pinned;
    show();
  },
  details: ({ id }) => tell({ type: 'details', id, details: detailsOf(written, id) }),
  sentences: ({ id, others }) => tell({ type: 'sentences', id, sentences: sentencesOf(written, id, others) }),
  find: ({ query }) => tell({ type: 'found', query, hits: search.look(query, mostHits) }),
  expand: ({ id }) => {
    const graph = around(written.whole, id, 1, most, filter, written.relations);
    tell({ type: 'expanded', id, graph });
  },
  remember: (message) => void memory.keep({ state: message.state }),
  saveView: (message) => saveView(message.state),
  forgetView: (message) => keepViews(memory.recall().views.filter(({ name }) => name !== message.name)),
  export: ({ format, data }) => download(`${page.corpus} graph`, format, data),
  open: ({ id }) => {
    const node = nodeAt(id);
    if (node?.kind === 'missing') say('No document has this title yet.');
    else if (node) openDocument(id);
  },
  copyTitle: ({ id }) => copied(nodeAt(id)?.title),
  copyLink: ({ id }) => copied(nodeAt(id) && `[[${nodeAt(id)!.title}]]`),
  full: () => say('The whole corpus is in this page already: choose the map.'),
  reveal: () => say('Only VS Code can show a file in its explorer.'),
  createNote: () => say('Notes are made in VS Code: this page is a picture of the corpus.'),
};

function nodeAt(id: string): GraphNode | undefined {
  const node = written.whole.numbers.get(id);
  return node === undefined ? undefined : graphNode(written.whole, node, 1);
}

async function copied(text: string | undefined): Promise<void> {
  if (text !== undefined) say((await copy(text)) ? `Copied: ${text}` : 'The browser does not let this page copy.');
}

/** What was remembered; at first the page stands where it was written to stand. */
function begin(): void {
  const { state, views } = memory.recall();
  const first = { arrangement: focus === null ? 'map' : 'around', depth };
  const there = standingIn(state);
  if (there.id !== undefined && nodeAt(there.id)) focus = there.id;
  depth = there.depth ?? depth;
  tell({ type: 'remembered', state: state ?? first, views, map: true });
}

function saveView(state: unknown): void {
  const name = window.prompt('A name for this view')?.trim();
  if (name) keepViews(withView(memory.recall().views, { name, state }));
}

function keepViews(views: readonly { readonly name: string; readonly state: unknown }[]): void {
  if (!memory.keep({ views }))
    say('The browser does not let this page keep anything: the view is gone when it is closed.');
  tell({ type: 'views', views });
}

/** A search that is ready before it is asked. */
function* prepared(of: Search<GraphNode>): Work<void> {
  while (!of.prepare(1, () => performance.now())) yield;
}

const answered = (message: FromGraph): void =>
  (answers[message.type] as ((asked: FromGraph) => void) | undefined)?.(message);
const refused = ({ type }: FromGraph): void => {
  if (type === 'ready') tell({ type: 'empty', message: 'The graph could not be read.' });
};
/** What is asked before the page is read is answered then. */
const early: FromGraph[] = [];
let answer = (message: FromGraph): void => void early.push(message);

onlyOwn(window);
dress();
inSlices(readPage(page), (read) => {
  if (read) {
    written = read;
    search = createSearch(read.nodes);
    inSlices(prepared(search), () => {});
  }
  answer = read ? answered : refused;
  for (const message of early) answer(message);
});
let state: unknown;
Object.assign(globalThis, {
  acquireVsCodeApi: () => ({
    postMessage: (message: FromGraph) => answer(message),
    getState: () => state,
    setState: (next: unknown) => {
      state = next;
    },
  }),
});
